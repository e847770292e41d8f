"""The price list: which price of a service holds in a month, and which one its year opened with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from domestique.quantities.period import Month, months_from_to


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A price from a day to a day, both included; without an end it holds until the next one.

    It is in the organisation's currency. ``row`` is the id of the row in ``table``.
    """

    service: str
    starts: date
    amount: Decimal
    ends: date | None = None
    row: str = ""
    table: str = "prices"


class PriceList:
    """The prices of many services, by service; each is looked up once."""

    def __init__(self, prices: Iterable[UnitPrice] = ()) -> None:
        """Group the prices by service."""
        self._of: dict[str, list[UnitPrice]] = {}
        self._found: dict[tuple[str, date, date], UnitPrice | None] = {}
        for price in prices:
            self._of.setdefault(price.service, []).append(price)

    def __iter__(self) -> Iterator[UnitPrice]:
        """Yield every price."""
        return chain.from_iterable(self._of.values())

    @property
    def services(self) -> tuple[str, ...]:
        """The services that have a price."""
        return tuple(self._of)

    def opening(self, service: str, year: int) -> UnitPrice | None:
        """Return the price a year was planned with: the one it opened with, else its first.

        A price is fixed in the year (measurement 3.3); one that changes in mid-year all the same is
        a price variance from then on.
        """
        return self._first_valid(service, date(year, 1, 1), date(year + 1, 1, 1))

    def in_month(self, service: str, month: Month) -> UnitPrice | None:
        """Return the price in a month: the one on its first day, else the first to start in it."""
        return self._first_valid(service, month.first_day, month.first_day_after)

    def is_steady(self, service: str, first: Month, last: Month) -> bool:
        """Whether one price, or none, holds in every month from the first to the last."""
        match self._of.get(service, []):
            case [only] if only.starts <= first.first_day and _lasts_until(only, last.first_day):
                return True
        held = (self.in_month(service, month) for month in months_from_to(first, last))
        return len({price and price.amount for price in held}) == 1

    def _first_valid(self, service: str, start: date, end: date) -> UnitPrice | None:
        key = service, start, end
        if key not in self._found:
            self._found[key] = _first_valid(self._of.get(service, ()), start, end)
        return self._found[key]


def _first_valid(prices: Iterable[UnitPrice], start: date, end: date) -> UnitPrice | None:
    valid = [price for price in prices if price.starts < end and _lasts_until(price, start)]
    if len(valid) < 2:
        return valid[0] if valid else None
    opened = [price for price in valid if price.starts <= start]
    return max(opened, key=_start) if opened else min(valid, key=_start)


def _lasts_until(price: UnitPrice, day: date) -> bool:
    return price.ends is None or price.ends >= day


def _start(price: UnitPrice) -> date:
    return price.starts
