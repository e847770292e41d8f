"""Ids change: what refers to a record follows, there and back is as it was, and two of one thing become one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum, Value
from django.db.models.functions import Concat
from django.db.models.query import QuerySet

from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.costing.models import Cost, Price
from domestique.parties.models import Customer, CustomerTeam, Person, Supplier, TeamPeriod, Unit
from domestique.portfolio.models import Service, SupplierContract
from domestique.quantities.errors import Refusal
from domestique.records.ids.actions import (
    Deciding,
    merge_records,
    plan_merging,
    rename_record,
    take_apart,
)
from domestique.records.ids.errors import (
    BothHaveRows,
    ChangedSinceMerged,
    ClosedMonthsStay,
    IdIsTaken,
    IdMeansAnother,
    ReferToEachOther,
)
from domestique.records.ids.former_queries import former_ids_of
from domestique.records.ids.plan import WhereBoth
from domestique.records.ids.plan_queries import has_own_id
from domestique.records.leaving.taking_out import Leaving, put_back_row, take_out_row
from domestique.records.models import FormerId, TakenOut
from domestique.records.past.history import as_it_stood, changes_of
from domestique.records.saving import changing
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.relations.models import Need, Promise
from domestique.satisfaction.models import Invitation, Pulse, SurveyAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
KEEPER = Viewer("Rut Keeper")
RUNNING = date(2026, 11, 1)
SERVICES, CUSTOMERS = table_named("services"), table_named("customers")
OWN = [table for table in TABLES if has_own_id(table)]


def deciding(**both: WhereBoth) -> Deciding:
    return Deciding(KEEPER, "entered twice", both, RUNNING)


def everything() -> dict[str, list[Any]]:
    """Return all rows of all tables, without their versions."""
    return {
        table.name: sorted(
            map(repr, QuerySet(table.model).values_list(*(c.field for c in table.columns)))
        )
        for table in TABLES
    }


def spelled(rows: dict[str, list[Any]], old: str, new: str) -> dict[str, list[Any]]:
    return {
        name: sorted(one.replace(f"'{old}'", f"'{new}'") for one in every)
        for name, every in rows.items()
    }


@pytest.mark.parametrize("table", OWN, ids=lambda table: table.name)
def test_renamed_there_and_back_is_as_it_was(table):
    Person.objects.update(name=Concat("name", Value(" B.")))  # so that a name is nobody's id
    before = everything()
    ids = [*QuerySet(table.model).order_by("pk").values_list("pk", flat=True)]
    for old in {ids[0], ids[-1]}:
        rename_record(deciding(), table, old, "NEW-1")
        assert everything() == spelled(before, old, "NEW-1")
        rename_record(deciding(), table, "NEW-1", old)
        assert everything() == before
        FormerId.objects.all().delete()


def test_what_was_written_then_is_shown_as_it_was_written_then():
    told = len(changes_of(Service, {"id": "S03"}))
    day = date.today()  # noqa: DTZ011 - the history's own clock
    rename_record(Deciding(KEEPER, "its name in the ledger"), SERVICES, "S03", "ERP")
    changes = changes_of(Service, {"id": "ERP"})
    assert len(changes) == told + 1
    assert (changes[0].why, [one.field for one in changes[0].fields]) == (
        "Renamed from S03 to ERP: its name in the ledger",
        ["id"],
    )
    assert changes_of(Service, {"id": "S03"}) == changes
    Service.history.filter(id="S03", history_type="+").update(history_date="2026-01-01T00:00Z")
    assert as_it_stood(Service, {"id": "ERP"}, date(2026, 2, 1))["id"] == "S03"
    assert as_it_stood(Service, {"id": "ERP"}, day)["id"] == "ERP"
    lines = PlannedConsumption.objects.filter(service_id="ERP")
    first = lines.first()
    key = {"customer_id": first.customer_id, "service_id": "ERP", "year": first.year}
    assert changes_of(PlannedConsumption, key)[-1].is_first


def test_an_id_that_is_taken_or_was_somebodys_is_not_given():
    with pytest.raises(IdIsTaken):
        rename_record(deciding(), SERVICES, "S03", "S04")
    rename_record(deciding(), SERVICES, "S03", "ERP")
    rename_record(deciding(), SERVICES, "ERP", "BOOKS")
    with pytest.raises(IdMeansAnother, match="is an old id of “BOOKS”"):
        rename_record(deciding(), SERVICES, "S04", "S03")
    assert former_ids_of("services").meaning("S03") == "BOOKS"
    rename_record(deciding(), SERVICES, "BOOKS", "S03")
    assert former_ids_of("services").meaning("ERP") == "S03"


def test_a_row_that_is_out_comes_back_under_the_id_of_today():
    plan = PlannedConsumption.objects.get(customer_id="C04", service_id="S03", year=2026)
    with changing():
        out = take_out_row(plan, KEEPER, "twice", Leaving())
    rename_record(deciding(), SERVICES, "S03", "ERP")
    out = TakenOut.objects.get(pk=out.pk)
    assert out.key == "C04 ERP 2026"
    with changing():
        put_back_row(out, KEEPER, "")
    assert PlannedConsumption.objects.get(pk=plan.pk).service_id == "ERP"
    with changing():
        take_out_row(Promise.objects.get(pk="PR7"), KEEPER, "twice", Leaving(along=True))
    with pytest.raises(Refusal, match="was taken out of promises"):
        rename_record(deciding(), table_named("promises"), "PR1", "PR7")


def a_second_service() -> None:
    Service.objects.create(id="S99", name_en="Ledger, again", purpose="x", owner="x")
    PlannedConsumption.objects.create(
        customer_id="C04", service_id="S99", year=2026, units=Decimal(7)
    )
    PlannedConsumption.objects.create(
        customer_id="C12", service_id="S99", year=2027, units=Decimal(1)
    )
    Need.objects.filter(pk="N02").update(services=["S99", "S03"])
    Price.objects.create(service_id="S99", starts=date(2026, 1, 1), unit_price=Decimal(3))


def sums() -> tuple[Any, ...]:
    return (
        PlannedConsumption.objects.aggregate(Sum("units")),
        ActualConsumption.objects.aggregate(Sum("units")),
        Cost.objects.aggregate(Sum("amount")),
    )


def test_merged_with_amounts_added_up_conserves_the_sums_and_taken_apart_is_as_it_was():
    a_second_service()
    before, summed = everything(), sums()
    with pytest.raises(BothHaveRows, match="planned_consumption: 1"):
        merge_records(deciding(), SERVICES, "S99", "S03")
    assert everything() == before
    merge_records(deciding(planned_consumption=WhereBoth.ADD_UP), SERVICES, "S99", "S03")
    assert sums() == summed
    assert not Service.objects.filter(pk="S99").exists()
    assert Need.objects.get(pk="N02").services == ["S03"]
    assert not Price.objects.filter(service_id="S99").exists()
    assert changes_of(Service, {"id": "S99"})[0].why == "Merged S99 into S03: entered twice"
    take_apart(deciding(), SERVICES, "S99")
    assert everything() == before
    assert former_ids_of("services").meaning("S99") is None


@pytest.mark.parametrize(("how", "units"), [(WhereBoth.KEEP, None), (WhereBoth.TAKE, 7)])
def test_one_of_two_rows_is_kept(how, units):
    a_second_service()
    row = PlannedConsumption.objects.get(customer_id="C04", service_id="S03", year=2026)
    merge_records(deciding(planned_consumption=how), SERVICES, "S99", "S03")
    assert PlannedConsumption.objects.get(pk=row.pk).units == (units or row.units)


def test_changed_since_it_stays_merged():
    a_second_service()
    merge_records(deciding(planned_consumption=WhereBoth.ADD_UP), SERVICES, "S99", "S03")
    with transaction.atomic():
        Need.objects.filter(pk="N02").update(version=9)
        with pytest.raises(ChangedSinceMerged, match="needs N02 changed since"):
            take_apart(deciding(), SERVICES, "S99")
        transaction.set_rollback(True)
    rename_record(deciding(), SERVICES, "S03", "ERP")
    with pytest.raises(ChangedSinceMerged):
        take_apart(deciding(), SERVICES, "S99")


def test_closed_months_never_move():
    before = everything()
    with pytest.raises(ClosedMonthsStay, match=r"actual_consumption: \d+"):
        merge_records(deciding(), CUSTOMERS, "C01", "C02")
    assert everything() == before
    ActualConsumption.objects.filter(customer_id="C01").delete()
    PlannedConsumption.objects.filter(customer_id="C01", year__lt=2026).delete()
    assert plan_merging(deciding(), CUSTOMERS, "C01", "C02").closed == {}


def test_what_refers_to_itself_is_not_two_of_one_thing():
    with pytest.raises(ReferToEachOther, match="units"):
        merge_records(deciding(), table_named("units"), "U01", "U00")
    with pytest.raises(ReferToEachOther, match="dependencies"):
        merge_records(deciding(), SERVICES, "T10", "T03")


def test_days_of_teams_are_those_of_the_customer_that_stays():
    teams = [*CustomerTeam.objects.values_list("pk", flat=True)]
    CustomerTeam.objects.create(id="T9", name="Again")
    TeamPeriod.objects.all().delete()
    for customer, team in (("C01", "T9"), ("C02", teams[0])):
        TeamPeriod.objects.create(customer_id=customer, team_id=team, starts=date(2026, 1, 1))
    merge_records(deciding(), table_named("teams"), "T9", teams[0])
    assert TeamPeriod.objects.filter(team_id=teams[0]).count() == 2
    ActualConsumption.objects.filter(customer_id="C01").delete()
    both = {table.name: WhereBoth.KEEP for table in TABLES}
    plan = plan_merging(deciding(**both), CUSTOMERS, "C01", "C02")
    assert [one.key for one in plan.lapsed] == ["C01 2026-01-01"]


def test_suppliers_and_units_are_merged():
    Supplier.objects.create(id="P99", name="Again")
    Supplier.objects.create(id="P1", name="Once")
    SupplierContract.objects.create(id="P99-1", supplier_id="P99", services=["S03"])
    Unit.objects.create(id="U99", name="Again", parent_id="U00")
    Customer.objects.filter(pk="C04").update(unit_id="U99")
    merge_records(deciding(), table_named("suppliers"), "P99", "P1")
    merge_records(deciding(), table_named("units"), "U99", "U04")
    assert Customer.objects.get(pk="C04").unit_id == "U04"
    assert SupplierContract.objects.get(pk="P99-1").supplier_id == "P1"


def test_who_may_not_is_told_who_can():
    with pytest.raises(Refusal, match="only whoever keeps"):
        rename_record(Deciding(Viewer("x", None, frozenset())), SERVICES, "S03", "ERP")
    with pytest.raises(Refusal, match="Those who may are"):
        rename_record(Deciding(Viewer("x", None, frozenset())), CUSTOMERS, "C04", "CX")
    with pytest.raises(Refusal, match="have no id of their own"):
        rename_record(deciding(), table_named("pulses"), "x", "y")


def test_answers_to_surveys_stay_where_they_were_given_and_leave_no_trace():
    customer = SurveyAnswer.objects.filter(customer__isnull=False).first().customer_id
    given = SurveyAnswer.objects.filter(customer_id=customer)
    count, told = given.count(), SurveyAnswer.history.count()
    Invitation.objects.create(
        survey_id="SV2",
        person="x",
        email="x@y",
        customer_id=customer,
        secret_hash="1",  # noqa: S106 - none
    )
    rename_record(deciding(), CUSTOMERS, customer, "CX")
    assert SurveyAnswer.objects.filter(customer_id="CX", version=1).count() == count
    assert SurveyAnswer.history.count() == told
    assert Invitation.objects.get().customer_id == "CX"

    for kind in (PlannedConsumption, ActualConsumption, Pulse):
        kind.objects.filter(customer_id="CX").delete()
    both = {table.name: WhereBoth.KEEP for table in TABLES}
    before = everything()
    merge_records(deciding(**both), CUSTOMERS, "CX", "C02" if customer != "C02" else "C01")
    assert SurveyAnswer.objects.filter(customer_id="CX").count() == count
    assert Invitation.objects.get().customer_id == "CX"
    take_apart(deciding(), CUSTOMERS, "CX")
    assert everything() == before
