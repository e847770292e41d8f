"""The price list: which price of a service holds in a month, and which one its year opened with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from domestique.quantities.period import Month


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A price from a day to a day, both included; without an end it holds until the next one.

    Without a currency it is in the organisation's. ``row`` is the id of the row in ``prices``.
    """

    service: str
    starts: date
    amount: Decimal
    ends: date | None = None
    currency: str = ""
    row: str = ""


def price_in_month(prices: Iterable[UnitPrice], month: Month) -> UnitPrice | None:
    """Return the price in a month: the one on its first day, else the first to start in it."""
    return _first_valid(prices, month.first_day, month.first_day_after)


def price_of_plan(prices: Iterable[UnitPrice], year: int) -> UnitPrice | None:
    """Return the price a year was planned with: the one it opened with, else its first.

    A price is fixed in the year (measurement 3.3); one that changes in mid-year all the same is a
    price variance from then on.
    """
    return _first_valid(prices, date(year, 1, 1), date(year + 1, 1, 1))


def _first_valid(prices: Iterable[UnitPrice], start: date, end: date) -> UnitPrice | None:
    valid = [
        price
        for price in prices
        if price.starts < end and (price.ends is None or price.ends >= start)
    ]
    opened = [price for price in valid if price.starts <= start]
    if opened:
        return max(opened, key=_start)
    return min(valid, key=_start, default=None)


def _start(price: UnitPrice) -> date:
    return price.starts


def by_service(prices: Sequence[UnitPrice]) -> dict[str, list[UnitPrice]]:
    """Group a price list by service."""
    grouped: dict[str, list[UnitPrice]] = {}
    for price in prices:
        grouped.setdefault(price.service, []).append(price)
    return grouped
