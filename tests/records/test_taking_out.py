"""Any row is taken out with who, when and why, and put back: it is as if nothing had been, but for its history."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import QuerySet

from domestique.agreements.models import Agreement, Amendment
from domestique.delivery.models import Outage
from domestique.parties.models import Customer, Organisation
from domestique.portfolio.models import Package, Service
from domestique.quantities.errors import Refusal
from domestique.records.columns import Table
from domestique.records.leaving.taking_out import (
    Leaving,
    NeedsWhatIsOut,
    put_back_row,
    references_to,
    surroundings_of,
    take_out_row,
)
from domestique.records.memory.kept_rows import kept
from domestique.records.models import Record, TakenOut
from domestique.records.past.history import as_it_stood, changes_of
from domestique.records.saving import ChangedMeanwhile, WasTakenOut, changing, enter, next_id
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.relations.models import Need, NeedStep
from fences.digest import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")
ALONG = Leaving(along=True)
WHY = "Entered twice"
LONG_AGO = date(2020, 1, 1)


def taken_out(record: Record, wish: Leaving = ALONG, why: str = WHY) -> TakenOut:
    with changing():
        return take_out_row(record, KEEPER, why, wish)


def put_back(out: TakenOut) -> int:
    with changing():
        return put_back_row(out, KEEPER, "It was right", with_all=True)[1]


def picture() -> dict[str, list[tuple[object, ...]]]:
    """Every value of every record, without its version."""
    return {
        table.name: sorted(
            QuerySet(table.model).values_list("pk", *(one.field for one in table.columns)), key=repr
        )
        for table in TABLES
    }


def open_months() -> None:
    """Let no month be closed and no agreement be accepted."""
    Organisation.objects.update(today=LONG_AGO)
    Agreement.objects.update(status="draft")
    Amendment.objects.update(status="withdrawn")


def one_of(table: Table) -> Record:
    return QuerySet(table.model).order_by("pk")[QuerySet(table.model).count() // 2]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_taken_out_and_put_back_is_as_it_was_for_every_kind(table):
    if not QuerySet(table.model).exists():
        pytest.skip(f"the demo has no {table.name}")
    open_months()
    record, before = one_of(table), picture()
    touched = surroundings_of(record)
    out = taken_out(record)
    assert not QuerySet(table.model).filter(pk=record.pk).exists()
    gone = {one.record.pk for one in touched.along if one.table.name == table.name}
    after = picture()
    assert {row[0] for row in before[table.name]} - {row[0] for row in after[table.name]} == {
        record.pk,
        *gone,
    }
    assert put_back(out) == 0
    assert picture() == before
    assert not TakenOut.objects.exists()


def test_nothing_refers_any_more_to_what_is_out():
    open_months()
    taken_out(Service.objects.get(pk="S03"))
    for table in TABLES:
        for column in table.columns:
            if column.to == "services":
                values = QuerySet(table.model).values_list(column.field, flat=True)
                assert not any(
                    "S03" in value if isinstance(value, list) else value == "S03"
                    for value in values
                )


def test_who_when_and_why_stand_in_the_history_and_the_days_before_show_it():
    step = NeedStep.objects.first()
    key = {"id": step.pk}
    out = taken_out(step)
    assert (out.person, out.why) == ("Rut Keeper", WHY)
    newest = changes_of(NeedStep, key)[0]
    assert (newest.is_out, newest.who, newest.why) == (True, "Rut Keeper", WHY)
    assert as_it_stood(NeedStep, key, out.at.date()) is None
    put_back(out)
    newest = changes_of(NeedStep, key)[0]
    assert (newest.is_back, newest.why, newest.fields) == (True, "It was right", ())


def test_what_refers_to_it_is_refused_first_with_how_many():
    need = Need.objects.get(pk="N02")
    before = everything()
    with pytest.raises(Refusal, match=r"rows still refer to N02.*need_steps"):
        taken_out(need, Leaving())
    assert everything() == before


def test_references_are_moved_to_another_row_and_come_back():
    before = picture()
    need = Need.objects.get(pk="N02")
    moving = [*references_to(need)]
    NeedStep.objects.filter(need_id="N03").delete()
    for kind in {type(one.record) for one in moving}:
        if kind.key_fields() == ("need_id",):
            kind.objects.filter(need_id="N03").delete()
    out = taken_out(need, Leaving(to="N03"))
    assert {one.record.pk for one in moving} <= {
        one.record.pk for one in references_to(Need.objects.get(pk="N03"))
    }
    assert put_back(out) == 0
    assert picture()["contacts"] == before["contacts"]
    with pytest.raises(Refusal, match="no other “N02”"):
        taken_out(need, Leaving(to="N02"))
    with pytest.raises(Refusal, match="no other “N99”"):
        taken_out(Need.objects.get(pk="N02"), Leaving(to="N99"))


def test_a_list_loses_the_one_and_gets_it_back_unless_it_has_changed():
    open_months()
    package = next(one for one in Package.objects.all() if len(one.services) > 1)
    was, first = list(package.services), package.services[0]
    out = taken_out(Service.objects.get(pk=first))
    package.refresh_from_db()
    assert package.services == was[1:]
    Package.objects.filter(pk=package.pk).update(version=package.version + 1)
    assert put_back(out) == 1
    package.refresh_from_db()
    assert package.services == was[1:]


def test_what_refers_to_it_is_what_was_shown():
    need = Need.objects.get(pk="N02")
    shown = surroundings_of(need).digest
    NeedStep.objects.filter(need=need).order_by("pk")[:1].get().delete()
    with pytest.raises(Refusal, match="no longer what you were shown"):
        taken_out(need, Leaving(along=True, shown=shown))


def test_a_row_somebody_has_changed_meanwhile_stays():
    step = NeedStep.objects.first()
    NeedStep.objects.filter(pk=step.pk).update(version=step.version + 1)
    with pytest.raises(ChangedMeanwhile):
        taken_out(step)


def test_a_reason_is_needed():
    with pytest.raises(Refusal, match="Write why"):
        taken_out(NeedStep.objects.first(), why=" ")


def test_a_key_that_is_out_is_not_free():
    last = Need.objects.order_by("pk").last()
    taken_out(last)
    assert next_id(Need, "N") > last.pk
    last.version, last._state.adding = 1, True
    with pytest.raises(WasTakenOut, match="by Rut Keeper"), changing():
        enter(last, KEEPER, "")


def test_a_row_is_not_put_back_without_what_it_refers_to():
    need = Need.objects.get(pk="N02")
    taken_out(need)
    step = TakenOut.objects.filter(table="need_steps").first()
    with pytest.raises(NeedsWhatIsOut, match="N02 in needs, which is out too"), changing():
        put_back_row(step, KEEPER, "")


OF_A_MONTH = ("actual_consumption", "outages", "maintenance_windows")
STANDS = (
    ("agreements", "A04", "stand still. Amend A04 from a day on"),
    ("agreement_lines", "A04", "stand still. Amend A04 from a day on"),
    ("prices", "", "are closed, and their prices stand. Enter a new price"),
    *((table, "", "is closed: its rows are not taken out") for table in OF_A_MONTH),
)


@pytest.mark.parametrize(("table", "key", "says"), STANDS, ids=str)
def test_what_was_accepted_or_is_of_a_closed_month_stands_for_the_keeper_too(table, key, says):
    rows = QuerySet(table_named(table).model).order_by("pk")
    record = rows.filter(agreement_id=key).first() if table == "agreement_lines" else rows.first()
    record = rows.get(pk=key) if table == "agreements" else record
    before = everything()
    with pytest.raises(Refusal, match=says):
        taken_out(record)
    assert everything() == before


def test_a_customer_with_an_accepted_agreement_is_not_taken_out_with_it():
    before = everything()
    with pytest.raises(Refusal):
        taken_out(Customer.objects.get(pk="C04"))
    assert everything() == before


def test_an_outage_of_the_running_month_goes():
    running = Outage.objects.create(id="I99", service_id="S01", starts="2026-11-02 08:00")
    taken_out(running)
    assert not Outage.objects.filter(pk=running.pk).exists()


def test_rows_kept_in_memory_follow_what_is_taken_out_and_put_back():
    open_months()
    table, number = kept(Service), Service.history.order_by("-history_id")
    with connection.cursor():
        table.up_to(number[0].history_id)
        out = taken_out(Service.objects.get(pk="S03"))
        assert "S03" not in table.up_to(number[0].history_id).by_key
        put_back(out)
        assert "S03" in table.up_to(number[0].history_id).by_key
