"""What agreements promised customers, and in which months: the line in force says how good a service must be.

A promise holds in every month its agreement reaches into. One that has ended held until it did, so
that a month of last spring is judged by what was agreed last spring.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from django.db.models import Q

from domestique.agreements.choices import AgreementStatus
from domestique.agreements.queries import lines_visible_to
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer

Pair: TypeAlias = "tuple[str, str]"  # the ids of a customer and a service


@dataclass(frozen=True, slots=True)
class Term:
    """A line of an agreement that is or was in force: the level it promises, and from when to when."""

    agreement: str
    target: Decimal | None
    starts: date | None
    ends: date | None

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


def promised_terms_of(
    viewer: Viewer, service_ids: Iterable[str] | None = None, customer_id: str | None = None
) -> dict[Pair, tuple[Term, ...]]:
    """Return the terms of each customer and service, the newest last, in one query.

    An agreement that has ended without anybody noting when is left out: it may never have held.
    """
    lines = lines_visible_to(viewer).filter(
        Q(agreement__status=AgreementStatus.IN_FORCE)
        | Q(agreement__status=AgreementStatus.ENDED, agreement__ends__isnull=False)
    )
    if service_ids is not None:
        lines = lines.filter(service_id__in=list(service_ids))
    if customer_id is not None:
        lines = lines.filter(agreement__customer_id=customer_id)
    found: dict[Pair, list[Term]] = defaultdict(list)
    rows = lines.values_list(
        "agreement__customer_id",
        "service_id",
        "agreement_id",
        "availability_target",
        "agreement__starts",
        "agreement__ends",
    )
    for customer, service, agreement, target, starts, ends in rows:
        found[customer, service].append(Term(agreement, target, starts, ends))
    return {pair: tuple(sorted(terms, key=_age)) for pair, terms in found.items()}


def _age(term: Term) -> tuple[date, str]:
    return (term.starts or date.min, term.agreement)


def term_in(terms: Sequence[Term], month: Month) -> Term | None:
    """Return the newest of the terms that hold in a month."""
    return next((term for term in reversed(terms) if term.holds_in(month)), None)


def ended_before(terms: Sequence[Term], month: Month) -> date | None:
    """Return the day the last of the terms ended, if they all ended before a month."""
    ends = [term.ends for term in terms if term.ends]
    if len(ends) < len(terms) or not ends or max(ends) >= month.first_day:
        return None
    return max(ends)


def levels_promised_in(terms: Mapping[Pair, Sequence[Term]], month: Month) -> dict[Pair, Decimal]:
    """Return the level each customer was promised in a month, where a line states one."""
    held = {pair: term_in(own, month) for pair, own in terms.items()}
    return {pair: term.target for pair, term in held.items() if term and term.target is not None}
