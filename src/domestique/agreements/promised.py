"""What agreements promised customers, and in which months: the line in force says how good a service must be.

A promise holds in every month its agreement reaches into. One that has ended held until it did, so
that a month of last spring is judged by what was agreed last spring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from domestique.quantities.period import Month

Pair: TypeAlias = "tuple[str, str]"  # the ids of a customer and a service


@dataclass(frozen=True, slots=True)
class Term:
    """A line of an agreement that is or was in force: the level it promises, the price, and from when to when.

    ``row`` is its key in ``table``: a line that was amended is another term from the day of the amendment on.
    """

    agreement: str
    target: Decimal | None
    starts: date | None
    ends: date | None
    price: Decimal | None = None
    row: str = ""
    table: str = "agreement_lines"

    @property
    def age(self) -> tuple[date, str]:
        """What terms are ordered by, the newest last."""
        return (self.starts or date.min, self.agreement)

    def holds_in(self, month: Month) -> bool:
        """Whether it holds on any day of a month."""
        return self.holds_between(month, month)

    def holds_between(self, first: Month, last: Month) -> bool:
        """Whether it holds on any day from one month to another, both included."""
        return (self.starts is None or self.starts < last.first_day_after) and (
            self.ends is None or self.ends >= first.first_day
        )

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )


def term_in(terms: Sequence[Term], month: Month) -> Term | None:
    """Return the newest of the terms that hold in a month."""
    return next((term for term in reversed(terms) if term.holds_in(month)), None)


def days_held(terms: Sequence[Term], month: Month) -> tuple[date, date] | None:
    """Return the first and the last day of a month on which its newest term holds.

    One before it that promises the same level and ends on the day before is the same promise.
    """
    held = [term for term in terms if term.holds_in(month)]
    if not held:
        return None
    newest, last_day = held[-1], month.first_day_after - timedelta(days=1)
    starts = newest.starts
    for earlier in reversed(held[:-1]):
        day_before = starts - timedelta(days=1) if starts else None
        if day_before and earlier.ends == day_before and earlier.target == newest.target:
            starts = earlier.starts
    return max(starts or month.first_day, month.first_day), min(newest.ends or last_day, last_day)


def term_on(terms: Sequence[Term], day: date) -> Term | None:
    """Return the newest of the terms that hold on a day."""
    return next((term for term in reversed(terms) if term.holds_on(day)), None)


def ended_before(terms: Sequence[Term], month: Month) -> date | None:
    """Return the day the last of the terms ended, if they all ended before a month."""
    ends = [term.ends for term in terms if term.ends]
    if len(ends) < len(terms) or not ends or max(ends) >= month.first_day:
        return None
    return max(ends)


def terms_in(terms: Mapping[Pair, Sequence[Term]], month: Month) -> dict[Pair, Term]:
    """Return the newest term that holds in a month of each customer and service that has one."""
    held = {pair: term_in(own, month) for pair, own in terms.items()}
    return {pair: term for pair, term in held.items() if term is not None}


def levels_promised_in(terms: Mapping[Pair, Sequence[Term]], month: Month) -> dict[Pair, Decimal]:
    """Return the level each customer was promised in a month, where a line states one."""
    held = terms_in(terms, month)
    return {pair: term.target for pair, term in held.items() if term.target is not None}
