"""What one customer pays for a unit: the price agreed with her where one holds, else the price list.

The rule is that of the price list: the price that holds on the first day of a month is the price of the month, or else
the first to begin in it. Of agreements that overlap the newest to begin holds, as a whole; where its line names no
price, the list does. Plan and charge both take the agreed price of their month, so that a price agreed moves both, and
what differs between them is still what was used.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType

from domestique.agreements.promised import Term, term_on
from domestique.costing.bills.price_list import PriceList, UnitPrice
from domestique.quantities.period import Month, months_from_to

Agreed = Mapping[str, Sequence[Term]]
NOTHING_AGREED: Agreed = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MonthPrices:
    """What a unit costs in a month: as planned, as charged, and on the list; ``None`` where there is no such price."""

    planned: UnitPrice | None
    charged: UnitPrice | None
    listed: UnitPrice | None

    @property
    def is_beside_list(self) -> bool:
        """Whether the price agreed differs from the list, or stands where the list has none."""
        return self.charged is not None and (
            self.listed is None or self.charged.amount != self.listed.amount
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Months in a row, both included, with the same prices; ``months`` is how many."""

    months: int
    prices: MonthPrices


class CustomerPrices:
    """The price list as it holds for one customer, whose lines of agreements are given by service, the newest last."""

    def __init__(self, listed: PriceList, agreed: Agreed = NOTHING_AGREED) -> None:
        """Take the price list and what was agreed."""
        self._listed = listed
        self._agreed = agreed

    def in_month(self, service: str, month: Month) -> MonthPrices:
        """Return the prices of a service in a month."""
        listed = self._listed.in_month(service, month)
        terms = self._agreed.get(service, ())
        agreed = _agreed_on(service, terms, month.first_day)
        if agreed is None and listed is None:
            agreed = _first_agreed_in(service, terms, month)
        if agreed is not None:
            return MonthPrices(agreed, agreed, listed)
        return MonthPrices(self._listed.opening(service, month.year), listed, listed)

    def runs(self, service: str, first: Month, last: Month) -> tuple[Run, ...]:
        """Return the prices from a month to another of the same year, months with the same amounts together."""
        months = last.month - first.month + 1
        if self._is_steady(service, first, last):
            return (Run(months, self.in_month(service, first)),)
        return tuple(self._runs(service, first, last))

    def _runs(self, service: str, first: Month, last: Month) -> Iterator[Run]:
        held = (self.in_month(service, month) for month in months_from_to(first, last))
        for _, same in groupby(held, key=_amounts):
            prices = list(same)
            yield Run(len(prices), prices[0])

    def _is_steady(self, service: str, first: Month, last: Month) -> bool:
        """Whether it is seen at a glance that nothing changes: most pairs of a page are such."""
        terms = self._agreed.get(service, ())
        return self._listed.is_steady(service, first, last) and (
            not terms
            or (_is_held(terms[-1], first.first_day) and _is_held(terms[-1], last.first_day))
        )


def _is_held(term: Term, day: date) -> bool:
    return term.holds_on(day) and term.price is not None


def _agreed_on(service: str, terms: Sequence[Term], day: date) -> UnitPrice | None:
    term = term_on(terms, day)
    return _price(service, term) if term else None


def _first_agreed_in(service: str, terms: Sequence[Term], month: Month) -> UnitPrice | None:
    begun = (term for term in terms if term.starts and Month.of(term.starts) == month)
    return next((price for term in begun if (price := _price(service, term))), None)


def _price(service: str, term: Term) -> UnitPrice | None:
    if term.price is None:
        return None
    return UnitPrice(service, term.starts or date.min, term.price, term.ends, term.row, term.table)


def _amounts(prices: MonthPrices) -> tuple[object, ...]:
    three = prices.planned, prices.charged, prices.listed
    return tuple(price and price.amount for price in three)
