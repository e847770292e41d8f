"""What a page says a customer is charged is what her bill says, whatever prices and agreements do within the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from domestique.agreements.models import Agreement, AgreementLine
from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.costing.charge_queries import charges_visible_to, tariff_at_home
from domestique.costing.models import Price
from domestique.costing.queries import bill_of
from domestique.parties.models import Customer, Organisation
from domestique.portfolio.models import Service
from domestique.quantities.period import Month

pytestmark = pytest.mark.django_db

JANUARY, OCTOBER, DECEMBER = Month(2026, 1), Month(2026, 10), Month(2026, 12)
UNITS = st.decimals(0, Decimal("99999999999.9999"), places=4) | st.decimals(0, 900, places=1)
AMOUNTS = st.decimals(0, Decimal("999999999.999999"), places=6) | st.decimals(0, 5000, places=2)
DAYS = st.dates(date(2025, 6, 1), date(2027, 2, 1))
Agreed: TypeAlias = "tuple[date | None, date | None, Decimal | None, str]"


@st.composite
def agreements(draw: st.DrawFn) -> list[Agreed]:
    """Draw agreements that begin, end or overlap within a year, some not accepted, some without a price."""
    made = []
    for _ in range(draw(st.integers(0, 3))):
        starts = draw(st.none() | DAYS)
        ends = draw(st.none() | st.dates(starts or date(2025, 6, 1), date(2027, 3, 1)))
        status = draw(st.sampled_from(["in force", "in force", "ended", "accepted", "proposed"]))
        made.append((starts, ends, draw(st.none() | AMOUNTS), status))
    return made


@st.composite
def price_histories(draw: st.DrawFn) -> list[tuple[date, date | None, Decimal]]:
    """Draw prices one after the other: with gaps, without an end, or the next from the very day one ends."""
    starts = sorted(draw(st.sets(DAYS, max_size=4)))
    return [
        (begins, draw(st.none() | st.dates(begins, after)), draw(AMOUNTS))
        for begins, after in pairwise([*starts, date(2027, 3, 1)])
    ]


def keep(
    prices: list[tuple[date, date | None, Decimal]],
    plan: Decimal | None,
    used: Mapping[int, Decimal],
    kind: str,
    agreed: Sequence[Agreed] = (),
) -> None:
    """Put one customer's plan and use of one service into the database, its prices, and what was agreed with her."""
    Organisation.objects.create(name="Velo", currency="SEK")
    Customer.objects.create(id="C01")
    Service.objects.create(id="Mail", name_en="Mail", unit_kind=kind)
    for starts, ends, amount in prices:
        Price.objects.create(service_id="Mail", starts=starts, ends=ends, unit_price=amount)
    for number, (starts, ends, amount, status) in enumerate(agreed):
        agreement = Agreement.objects.create(
            id=f"A{number}", customer_id="C01", starts=starts, ends=ends, status=status
        )
        AgreementLine.objects.create(agreement=agreement, service_id="Mail", unit_price=amount)
    if plan is not None:
        PlannedConsumption.objects.create(
            customer_id="C01", service_id="Mail", year=2026, units=plan
        )
    for month, units in used.items():
        ActualConsumption.objects.create(
            customer_id="C01", service_id="Mail", month=f"2026-{month:02}", units=units
        )


RAISED_IN_JULY = [
    (date(2026, 1, 1), date(2026, 6, 30), Decimal("100.50")),
    (date(2026, 7, 1), None, Decimal("123.45")),
]
TOUCHING = [
    (date(2026, 1, 1), date(2026, 7, 1), Decimal(10)),
    (date(2026, 7, 1), date(2026, 8, 31), Decimal(20)),
]
OPENED_OTHERWISE = [
    (date(2025, 1, 1), date(2026, 1, 1), Decimal(90)),
    (date(2026, 1, 2), None, Decimal(91)),
]
FROM_MAY = [(date(2026, 5, 1), None, Decimal(20))]
UNTIL_MAY = [(date(2025, 5, 1), date(2026, 5, 31), Decimal(20))]
AGREED_IN_SPRING = [(date(2026, 3, 15), date(2026, 5, 31), Decimal(80), "ended")]
ONE_AFTER_THE_OTHER = [
    (date(2025, 7, 1), date(2026, 6, 30), Decimal(70), "ended"),
    (date(2026, 6, 1), None, Decimal(90), "in force"),
]
MUCH = dict.fromkeys(range(1, 12), Decimal("99999999999.9999"))
YEAR = {month: Decimal("7.3") + month for month in range(1, 13)}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    price_histories(),
    st.none() | UNITS,
    st.dictionaries(st.integers(1, 12), UNITS),
    st.sampled_from(["stock", "flow"]),
    st.sampled_from([(JANUARY, DECEMBER), (JANUARY, OCTOBER), (Month(2026, 3), Month(2026, 3))]),
    agreements(),
)
@example(RAISED_IN_JULY, Decimal(120), YEAR, "stock", (JANUARY, DECEMBER), [])
@example(TOUCHING, Decimal(120), YEAR, "flow", (JANUARY, DECEMBER), [])
@example(
    OPENED_OTHERWISE, Decimal(7), {3: Decimal(1), 9: Decimal(2)}, "stock", (JANUARY, OCTOBER), []
)
@example(
    OPENED_OTHERWISE, Decimal(7), {3: Decimal(1)}, "flow", (Month(2026, 3), Month(2026, 3)), []
)
@example(FROM_MAY, Decimal(120), YEAR, "stock", (JANUARY, OCTOBER), [])
@example(UNTIL_MAY, Decimal(120), YEAR, "stock", (JANUARY, OCTOBER), [])
@example([(date(2025, 1, 1), None, Decimal("100.01"))], None, MUCH, "flow", (JANUARY, DECEMBER), [])
@example(RAISED_IN_JULY, None, {9: Decimal(2)}, "flow", (JANUARY, OCTOBER), [])
@example(RAISED_IN_JULY, Decimal(120), YEAR, "stock", (JANUARY, DECEMBER), AGREED_IN_SPRING)
@example([], Decimal(120), YEAR, "flow", (JANUARY, OCTOBER), AGREED_IN_SPRING)
@example(FROM_MAY, None, YEAR, "stock", (JANUARY, OCTOBER), ONE_AFTER_THE_OTHER)
def test_page_and_bill_agree(viewer, prices, plan, used, kind, months, agreed):
    with transaction.atomic():
        keep(prices, plan, used, kind, agreed)
        tariff = tariff_at_home(viewer, "SEK")
        planned = {} if plan is None else {"C01": {"Mail": plan}}
        found = charges_visible_to(viewer, tariff, *months, planned).get(("C01", "Mail"))
        bill = bill_of(viewer, "C01", *months)
        transaction.set_rollback(True)

    if found is None or not found.expected:
        assert bill.lines == ()
        return
    (line,) = bill.lines
    assert (found.planned, found.actual) == (line.planned, line.actual)
    assert (found.known, found.expected) == (
        len(line.months) - len(line.months_missing),
        len(line.months),
    )
    if found.is_all_volume and line.variance:
        assert line.variance.price == 0
    assert found.against_list == line.against_list


def test_plan_of_a_year_is_the_open_plan_of_a_bill_nothing_is_known_of(viewer):
    keep(OPENED_OTHERWISE, Decimal("7.77"), {}, "stock")
    tariff = tariff_at_home(viewer, "SEK")
    found = charges_visible_to(viewer, tariff, JANUARY, OCTOBER, {"C01": {"Mail": Decimal("7.77")}})

    assert found["C01", "Mail"].year_plan == 699_30
    assert bill_of(viewer, "C01", JANUARY, DECEMBER).open_plan == 699_30


def test_price_that_differs_from_the_one_the_year_opened_with_is_not_volume(viewer):
    keep(OPENED_OTHERWISE, Decimal(12), {3: Decimal(12), 4: Decimal(12)}, "stock")
    tariff = tariff_at_home(viewer, "SEK")
    found = charges_visible_to(viewer, tariff, Month(2026, 3), OCTOBER, {"C01": {"Mail": 12}})

    charge = found["C01", "Mail"]
    assert (charge.planned, charge.actual) == (2 * 90_00, 2 * 91_00)
    assert not charge.is_all_volume


def test_service_used_without_a_plan_never_fills_up_for_a_missing_month(viewer):
    """The vector of measurement 3.4: 1 of 10 planned months, 10 of 10 unplanned ones: 11 of 20."""
    keep(RAISED_IN_JULY, Decimal(12), {1: Decimal(12)}, "stock")
    Service.objects.create(id="Web", name_en="Web")
    Price.objects.create(service_id="Web", starts=date(2026, 1, 1), unit_price=10)
    for month in range(1, 11):
        ActualConsumption.objects.create(
            customer_id="C01", service_id="Web", month=f"2026-{month:02}", units=1
        )
    tariff = tariff_at_home(viewer, "SEK")
    found = charges_visible_to(viewer, tariff, JANUARY, OCTOBER, {"C01": {"Mail": Decimal(12)}})

    counted = [(one.known, one.expected) for one in found.values()]
    assert sorted(counted) == [(1, 10), (10, 10)]
    assert bill_of(viewer, "C01", JANUARY, OCTOBER).completeness == Decimal("0.55")
