"""Small cost networks and bills, written in a line each; and the demo's tables as they are."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeAlias

import domestique
from domestique.costing.bills.currency import YearRate
from domestique.costing.bills.month_charge import ActualUnits, BillBasis, PlannedUnits
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.costing.network import CostNetwork, CostShare, DirectCost
from domestique.portfolio.choices import UnitKind
from domestique.quantities.period import Month

Percent: TypeAlias = Decimal | Fraction | int

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"


def given_network(
    costs: Mapping[str, int], shares: Mapping[str, Mapping[str, Percent]], used: str = ""
) -> CostNetwork:
    """Make a network of one pool: cost by service in minor units, percent by giver and receiver.

    Who appears as a giver supports; ``used`` names supporting services that pass nothing on.
    """
    supporting = {*shares, *used.split()}
    everyone = {*costs, *supporting, *(to for given in shares.values() for to in given)}
    return CostNetwork(
        customer_facing=frozenset(everyone - supporting),
        supporting=frozenset(supporting),
        costs=[
            DirectCost(name, "labour", amount, f"2026 {name}") for name, amount in costs.items()
        ],
        shares=[
            CostShare(giver, receiver, percent, f"2026 {giver} {receiver}")
            for giver, given in shares.items()
            for receiver, percent in given.items()
        ],
    )


def given_year(
    planned: str, actual: dict[int, str], *, price: str = "1200", kind: str = "stock"
) -> BillBasis:
    """Make a bill's basis of one service Mail in 2026: units planned and by month, price in SEK."""
    return BillBasis(
        customer="C01",
        currency="SEK",
        unit_kinds={"Mail": UnitKind(kind)},
        prices=PriceList(
            [UnitPrice("Mail", Month(2026, 1).first_day, Decimal(price), row="Mail 2026")]
        ),
        planned=[PlannedUnits("Mail", 2026, Decimal(planned), "C01 Mail 2026")],
        actual=[
            ActualUnits("Mail", Month(2026, month), Decimal(units), f"C01 Mail 2026-{month:02d}")
            for month, units in actual.items()
        ],
        rates=[YearRate("EUR", 2026, Decimal("11.20"), Decimal("11.45"))],
    )


@cache
def demo_table(name: str) -> list[dict[str, str]]:
    """Read a table of the demo organisation."""
    with (DEMO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def demo_network() -> CostNetwork:
    """Return the demo organisation's costs and shares of 2026."""
    kinds = {row["id"]: row["kind"] for row in demo_table("services")}
    return CostNetwork(
        customer_facing=frozenset(id_ for id_, kind in kinds.items() if kind == "customer-facing"),
        supporting=frozenset(id_ for id_, kind in kinds.items() if kind == "supporting"),
        costs=[
            DirectCost(row["service"], row["pool"], int(row["amount"]) * 100)
            for row in demo_table("costs")
        ],
        shares=[
            CostShare(row["from"], row["to"], Decimal(row["share_percent"]))
            for row in demo_table("cost_shares")
        ],
    )


def demo_basis(customer: str) -> BillBasis:
    """Return what a customer of the demo organisation planned and used in 2026."""
    return BillBasis(
        customer=customer,
        currency="SEK",
        unit_kinds={
            row["id"]: UnitKind(row["unit_kind"])
            for row in demo_table("services")
            if row["unit_kind"]
        },
        prices=PriceList(
            UnitPrice(row["service"], Month(2026, 1).first_day, Decimal(row["unit_price"]))
            for row in demo_table("prices")
        ),
        planned=[
            PlannedUnits(row["service"], int(row["year"]), Decimal(row["units"]))
            for row in demo_table("planned_consumption")
            if row["customer"] == customer
        ],
        actual=[
            ActualUnits(row["service"], Month.parse(row["month"]), Decimal(row["units"]))
            for row in demo_table("actual_consumption")
            if row["customer"] == customer
        ],
        rates=[YearRate("EUR", 2026, Decimal("11.20"), Decimal("11.45"))],
    )
