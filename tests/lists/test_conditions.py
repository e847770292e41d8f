"""Conditions and words against the demo organisation, each held against the same rows read in Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from domestique.lists.conditions import MOST_CONDITIONS
from domestique.lists.errors import (
    BetweenEndsBeforeItStarts,
    ColumnNotChosen,
    ColumnNotThere,
    OperatorDoesNotFit,
    TooMuchAsked,
    ValueMissing,
)
from domestique.lists.queries import rows_asked
from domestique.lists.question import ListQuestion
from domestique.quantities.errors import Refusal
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.usefixtures("demo", "db")


def found(viewer: Viewer, table: str, query: str) -> list[Any]:
    return list(rows_asked(viewer, ListQuestion.parse(table_named(table), query)))


@pytest.mark.parametrize(
    ("table", "where", "is_meant"),
    [
        ("services", "kind:is:supporting", lambda s: s.kind == "supporting"),
        ("services", "kind:is:SUPPORTING", lambda s: s.kind == "supporting"),
        ("services", "state:is-not:live", lambda s: s.state != "live"),
        ("supplier_contracts", "supplier:is-not:V01", lambda s: s.supplier_id != "V01"),
        ("services", "owner:starts:noor", lambda s: s.owner.startswith("Noor")),
        ("services", "owner:contains:ÖBERG", lambda s: "Öberg" in s.owner),
        ("services", "rto_minutes:at-most:240", lambda s: (s.rto_minutes or 9999) <= 240),
        ("services", "rto_minutes:at-least:480", lambda s: (s.rto_minutes or 0) >= 480),
        ("services", "rto_minutes:between:240..480", lambda s: 240 <= (s.rto_minutes or 0) <= 480),
        ("services", "rto_minutes:unknown:", lambda s: s.rto_minutes is None),
        ("units", "parent:unknown:", lambda s: not s.parent_id),
        ("units", "parent:known:", lambda s: s.parent_id),
        (
            "services",
            "availability_target:is:99.9",
            lambda s: s.availability_target == Decimal("99.9"),
        ),
        (
            "supplier_contracts",
            "to:at-most:2027-01-31",
            lambda s: s.ends is not None and s.ends <= date(2027, 1, 31),
        ),
        ("supplier_contracts", "services:contains:S01", lambda s: "S01" in s.services),
        ("supplier_contracts", "services:known:", lambda s: s.services),
        ("supplier_contracts", "services:unknown:", lambda s: not s.services),
        (
            "teams",
            "service_owners:contains:Öberg",
            lambda t: any("Öberg" in o for o in t.service_owners),
        ),
        ("outages", "starts:is:2026-10-25", lambda o: o.starts.date() == date(2026, 10, 25)),
        ("outages", "starts:at-most:2026-10-11", lambda o: o.starts < datetime(2026, 10, 12)),  # noqa: DTZ001
        ("costs", "period:at-most:2026", lambda c: c.period[:4] <= "2026"),
        (
            "actual_consumption",
            "month:between:2026-03..2026-04",
            lambda a: a.month in ("2026-03", "2026-04"),
        ),
        ("customers", "status:unknown:", lambda c: not c.status),
        ("customers", "status:known:", lambda c: c.status),
    ],
)
def test_condition_finds_the_rows_meant(
    viewer, table: str, where: str, is_meant: Callable[[Any], object]
):
    model = table_named(table).model
    meant = {record.pk for record in model._default_manager.all() if is_meant(record)}
    assert {record.pk for record in found(viewer, table, f"where={where}")} == meant


def test_is_and_is_not_are_together_every_row(viewer):
    same = found(viewer, "services", "where=impact_level:is:1")
    other = found(viewer, "services", "where=impact_level:is-not:1")
    assert len(same) + len(other) == 40
    assert {s.pk for s in same} & {s.pk for s in other} == set()


def test_an_id_in_a_list_is_not_a_part_of_a_longer_one(viewer):
    assert found(viewer, "supplier_contracts", "where=services:contains:S0") == []


def test_a_link_is_found_by_the_name_of_what_it_leads_to(viewer):
    by_name = found(viewer, "actual_consumption", "where=service:contains:web shop")
    by_id = found(viewer, "actual_consumption", "where=service:is:S03")
    assert {row.service_id for row in by_name} == {"S03"}
    assert len(by_name) == len(by_id) > 0


def test_every_word_must_stand_somewhere(viewer):
    assert [s.pk for s in found(viewer, "services", "q=webbutik noor")] == ["S03"]
    assert found(viewer, "services", "q=webbutik zeppelin") == []


def test_what_is_not_known_comes_last_both_ways(viewer):
    sorts = (("units", "parent", "parent_id"), ("services", "rto_minutes", "rto_minutes"))
    for table, sort, field in (
        (table, f"{way}{column}", field) for table, column, field in sorts for way in ("", "-")
    ):
        known = [bool(getattr(s, field)) for s in found(viewer, table, f"sort={sort}")]
        assert known == sorted(known, reverse=True)


def test_rows_of_customers_she_may_not_see_are_left_out():
    seer = Viewer("Ebba", frozenset({"C04"}))
    plans = found(seer, "planned_consumption", "")
    lines = found(seer, "agreement_lines", "")
    assert {plan.customer_id for plan in plans} == {"C04"}
    assert {line.agreement.customer_id for line in lines} == {"C04"}


@pytest.mark.parametrize(
    ("query", "refusal"),
    [
        ("where=:is:1", ColumnNotChosen),
        ("where=colour:is:red", ColumnNotThere),
        ("where=kind:contains:x", OperatorDoesNotFit),
        ("where=owner:at-least:x", OperatorDoesNotFit),
        ("where=owner:__in:x", OperatorDoesNotFit),
        ("where=kind:is:", ValueMissing),
        ("where=rto_minutes:between:60", ValueMissing),
        ("where=rto_minutes:between:60..30", BetweenEndsBeforeItStarts),
        ("&".join(["where=kind:known:"] * (MOST_CONDITIONS + 1)), TooMuchAsked),
        ("q=" + "+".join(f"w{n}" for n in range(MOST_CONDITIONS + 1)), TooMuchAsked),
    ],
)
def test_what_cannot_be_asked_is_refused(viewer, query, refusal):
    with pytest.raises(refusal):
        found(viewer, "services", query)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("where=rto_minutes:is:soon", "“soon” is not a number"),
        ("where=impact_level:is:9", "9 is out of range; it must be from 1 to 4"),
        ("where=kind:is:supportive", "did you mean supporting?"),
        ("where=owner:contains:a%00b", "a character that cannot be shown"),
        ("q=%00", "a character that cannot be shown"),
    ],
)
def test_values_are_refused_in_the_sentences_of_a_load(viewer, query, told):
    with pytest.raises(Refusal, match=told.replace("?", r"\?")):
        found(viewer, "services", query)
