"""An old id in what comes in means the record that has another by now; it is told once, and given to nothing new."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.exchange.changing_ids import merged, rehearsed_merging, renamed, taken_apart
from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load_sheets
from domestique.exchange.past import changes_of_row
from domestique.portfolio.models import Service
from domestique.quantities.errors import Refusal
from domestique.records.models import FormerId
from domestique.records.saving import changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.models import Need, Promise
from given_tables import load_tables, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")


def notices(report) -> list[str]:
    return [str(one) for one in report.notices]


def test_an_old_id_in_a_file_means_the_record_of_today_and_is_told_once(tmp_path):
    renamed(KEEPER, "services", "S03", "ERP")
    report = load_tables(
        tmp_path,
        services="id,name_en\nS03,The shop",
        planned_consumption="customer,service,year,units\nC04,S03,2026,5\nC04,S03,2031,6",
        needs="id,services\nN02,S03 S04",
    )
    assert told(report) == []
    assert notices(report) == ["“S03” of services is “ERP” now."]
    assert Service.objects.get(pk="ERP").name_en == "The shop"
    assert PlannedConsumption.objects.get(service_id="ERP", year=2031).units == Decimal(6)
    assert Need.objects.get(pk="N02").services == ["ERP", "S04"]
    again = load_tables(tmp_path, needs="id,services\nN02,S03 S04")
    assert again.tables["needs"].unchanged == 1


def a_twin(**fields: object) -> None:
    Service.objects.create(id="S99", name_en="Twin", purpose="x", owner="x", **fields)


def test_the_own_row_of_what_was_merged_is_left_out_and_told(tmp_path):
    a_twin()
    merged(KEEPER, "services", "S99", "S03")
    name = Service.objects.get(pk="S03").name_en
    report = load_tables(
        tmp_path,
        services="id,name_en\nS99,Twin\nS04,Four",
        planned_consumption="customer,service,year,units\nC04,S99,2031,6",
    )
    assert told(report) == []
    assert sorted(notices(report)) == [
        "“S99” of services is “S03” now.",
        "“S99” of services was merged into “S03”; its own row in services.csv is left out.",
    ]
    assert (Service.objects.get(pk="S03").name_en, Service.objects.get(pk="S04").name_en) == (
        name,
        "Four",
    )
    assert PlannedConsumption.objects.filter(service_id="S03", year=2031).exists()
    assert not Service.objects.filter(pk="S99").exists()


def test_rows_that_become_one_in_a_file_are_refused(tmp_path):
    a_twin()
    merged(KEEPER, "services", "S99", "S03")
    rows = "customer,service,year,units\nC04,S99,2031,6\nC04,S03,2031,6"
    report = load_tables(tmp_path, planned_consumption=rows)
    assert "stands already in row 2" in told(report)[0][3]


def test_an_old_id_is_given_to_nothing_new():
    renamed(KEEPER, "promises", "PR7", "PR70")
    row = Sheet("form", "promises", ("id", "customer", "promise"), [(2, ["PR7", "C01", "x"])], is_typed=True)  # fmt: skip
    report = load_sheets([row], Request(KEEPER))
    assert [str(one.reason) for one in report.errors] == [
        "“PR7” is an old id of “PR70” in promises, and is not given to anything new; choose another."
    ]
    with pytest.raises(Refusal, match="is an old id of"), changing():
        enter(Promise(id="PR7", customer_id="C01", promise="x"), KEEPER, "x")
    renamed(KEEPER, "promises", "PR70", "PX")
    assert next_id(Promise, "PR") == "PR71"


def test_what_would_contradict_itself_is_refused_as_in_a_load():
    Service.objects.create(id="S98", name_en="x", purpose="x", owner="x", kind="customer-facing")
    plan, refusal = rehearsed_merging(KEEPER, "services", "T10", "S98")
    assert plan.counts["cost_shares"] > 0
    assert refusal is not None
    before = Service.objects.count()
    with pytest.raises(Refusal):
        merged(KEEPER, "services", "T10", "S98")
    assert Service.objects.count() == before


def test_history_of_what_was_merged_stays_under_its_own_id():
    a_twin()
    merged(KEEPER, "services", "S99", "S03", why="twice in the list")
    changes = changes_of_row(KEEPER, "services", "S99")
    assert changes[0].why == "Merged S99 into S03: twice in the list"
    assert changes[-1].is_first
    taken_apart(KEEPER, "services", "S99")
    assert not FormerId.objects.exists()
    assert changes_of_row(KEEPER, "services", "S99")[0].why == "Taken apart: S99 is not S03"


@pytest.mark.parametrize(("new", "said"), [("", "Write the id"), ("a b", "has a space in it")])
def test_an_id_that_could_not_stand_in_a_file_is_refused(new, said):
    with pytest.raises(Refusal, match=said):
        renamed(KEEPER, "services", "S03", new)
