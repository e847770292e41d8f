"""One row typed by hand: entered, changed, refused at its column, and never over somebody else's change."""

from __future__ import annotations

import pytest

from domestique.lists.entering import Opened, cells_of, change_row, enter_row, opened_at
from domestique.lists.errors import (
    KeyStays,
    NothingChanged,
    RowStandsAlready,
    TableHasItsRow,
)
from domestique.parties.models import Organisation
from domestique.portfolio.models import Goal, Service
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.usefixtures("demo", "db")
SERVICES = table_named("services")


@pytest.fixture
def shop() -> Service:
    return Service.objects.get(pk="S03")


def as_opened(record: Service) -> Opened:
    return Opened(cells_of(SERVICES, record), record.version)


def test_new_row_is_entered_with_who_and_why(viewer):
    result = enter_row(viewer, SERVICES, {"id": "S99", "name_en": "Bike wash"}, "Asked for")
    newest = Service.history.latest("history_id")
    assert (result.key, result.errors) == ("S99", {})
    assert (newest.id, newest.history_change_reason) == ("S99", "Asked for")


def test_without_a_reason_the_history_says_that_it_was_a_form(viewer):
    enter_row(viewer, SERVICES, {"id": "S99"}, " ")
    assert Service.history.latest("history_id").history_change_reason == "Entered in a form"


def test_every_error_stands_at_its_column(viewer):
    typed = {"kind": "supportive", "impact_level": "9", "service_hours": "always"}
    errors = enter_row(viewer, SERVICES, typed, "").errors
    assert set(errors) == {"id", "kind", "impact_level", "service_hours"}
    assert str(errors["id"][0]) == "The cell is empty; every row needs “id”."


def test_a_row_that_is_there_is_not_entered_again(viewer, shop):
    with pytest.raises(RowStandsAlready, match="S03 in services already"):
        enter_row(viewer, SERVICES, {"id": "S03", "name_en": "Another"}, "")
    plans = table_named("planned_consumption")
    cells = {"customer": "C04", "service": "S03", "year": "2026", "units": "1"}
    with pytest.raises(RowStandsAlready, match="C04 S03 2026"):
        enter_row(viewer, plans, cells, "")


def test_the_organisation_is_one_row(viewer):
    with pytest.raises(TableHasItsRow):
        enter_row(viewer, table_named("organisation"), {"name": "Another AB"}, "")
    assert Organisation.objects.count() == 1


def test_only_what_was_typed_over_is_changed(viewer, shop):
    opened = as_opened(shop)
    typed = {**opened.cells, "owner": "Mats Ullén"}
    result = change_row(viewer, shop, SERVICES, typed, opened, "Noor moves on")
    (newest, before) = Service.history.filter(id="S03").order_by("-history_id")[:2]
    assert result.key == "S03"
    assert newest.diff_against(before).changed_fields == ["owner"]


def test_a_value_that_would_be_refused_today_does_not_stand_in_the_way(viewer, shop):
    Service.objects.filter(pk="S03").update(service_hours="whenever")
    shop.refresh_from_db()
    opened = as_opened(shop)
    typed = {**opened.cells, "owner": "Mats Ullén"}
    assert change_row(viewer, shop, SERVICES, typed, opened, "").errors == {}


def test_what_somebody_changed_since_is_not_overwritten(viewer, shop):
    opened = as_opened(shop)
    change_row(viewer, shop, SERVICES, {"owner": "Karin Öberg"}, opened, "")
    shop.refresh_from_db()
    result = change_row(viewer, shop, SERVICES, {"owner": "Mats Ullén"}, opened, "")
    assert "Somebody has changed S03" in str(result.errors[""][0])
    assert Service.objects.get(pk="S03").owner == "Karin Öberg"


def test_a_row_as_it_was_opened_is_in_its_history(viewer, shop):
    change_row(viewer, shop, SERVICES, {"owner": "Karin Öberg"}, as_opened(shop), "")
    shop.refresh_from_db()
    opened = opened_at(SERVICES, shop, 1)
    assert opened
    assert opened.cells["owner"] == "Noor Rahimi"
    assert opened_at(SERVICES, shop, 77) is None


def test_a_form_sent_as_it_was_opened_changes_nothing(viewer, shop):
    opened = as_opened(shop)
    with pytest.raises(NothingChanged):
        change_row(viewer, shop, SERVICES, opened.cells, opened, "")


def test_what_a_row_is_known_by_stays(viewer, shop):
    with pytest.raises(KeyStays, match="id is part of what the row is known by"):
        change_row(viewer, shop, SERVICES, {"id": "S77"}, as_opened(shop), "")


def test_a_row_of_a_customer_she_may_not_see_is_refused():
    seer, cells = Viewer("Ebba", frozenset({"C04"})), {"id": "G99", "goal": "More"}
    goals = table_named("goals")
    assert enter_row(seer, goals, {**cells, "customer": "C04"}, "").key == "G99"
    refused = enter_row(seer, goals, {**cells, "id": "G98", "customer": "C01"}, "")
    assert "not open to Ebba" in str(refused.errors["customer"][0])
    assert not Goal.objects.filter(pk="G98").exists()
