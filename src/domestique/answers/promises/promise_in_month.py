"""How a customer's promise on a service stands in a month: one level of the service, held against her own promise."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from domestique.agreements.promised import Pair, Term, days_held, ended_before, term_in
from domestique.agreements.queries import promised_terms_of
from domestique.delivery.availability import level_on_days
from domestique.delivery.level import Level, LevelState
from domestique.delivery.queries import levels_of_months
from domestique.quantities.period import Month
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer

Days: TypeAlias = "tuple[date, date] | None"
"""The first and the last day on which a promise held in a month; of no promise none."""
URGENCY = (
    LevelState.MISSED,
    LevelState.NEAR,
    LevelState.NOT_SURE,
    LevelState.NOT_KNOWN,
    LevelState.SO_FAR,
    LevelState.MET,
    LevelState.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class StandingInMonth:
    """One customer, one service, one month.

    ``term`` is the promise in force; without one the delivery is held against what the service is
    built for, and ``ended_on`` tells when the last promise ended, if there was one. ``level`` is
    ``None`` when nobody said in which hours the service is meant to work.
    """

    customer: str
    service: str
    month: Month
    level: Level | None
    state: LevelState
    term: Term | None
    ended_on: date | None

    @property
    def is_promised(self) -> bool:
        """Whether an agreement was in force."""
        return self.term is not None

    @property
    def is_counted(self) -> bool:
        """Whether it is a promise that can be kept or broken: one of an agreement, with a level to hold it against."""
        return self.is_promised and self.target is not None

    @property
    def target(self) -> Decimal | None:
        """The level it is held against, which is promised even where nobody said in which hours."""
        if self.level is not None:
            return self.level.case.target
        return self.term.target if self.term else None

    @property
    def used_share(self) -> Fraction | None:
        """The used share of the allowed downtime; ``None`` when not known or nothing is allowed."""
        return self.level.consumed_share if self.level else None

    @property
    def urgency(self) -> tuple[int, Fraction, str, str]:
        """How soon somebody should look: missed ones first, the worst of them first."""
        share = self.used_share
        if share is None:
            share = Fraction(10**9 if self.state is LevelState.MISSED else 0)
        return (URGENCY.index(self.state), -share, self.service, self.customer)


def standings_of(
    viewer: Viewer,
    months: Sequence[Month],
    clock: date,
    pairs: Collection[Pair],
    terms: Mapping[Pair, Sequence[Term]],
) -> dict[tuple[Pair, Month], StandingInMonth]:
    """Return how each pair stands in each of some consecutive months.

    The level is reckoned once a service and month, however many customers it was promised to, and
    held against each different promise once.
    """
    levels = levels_of_months(viewer, months, clock, {service for _, service in pairs})
    held: dict[tuple[str, Month, Decimal | None, Days], Level | None] = {}
    standings = {}
    for month in months:
        own = levels[month].levels
        for pair in pairs:
            customer, service = pair
            term = term_in(terms.get(pair, ()), month)
            promised = None if term is None else term.target
            days = days_held(terms.get(pair, ()), month)
            key = (service, month, promised, days)
            if key not in held:
                held[key] = against_promise(own.get(service), promised, days)
            level = held[key]
            state = level.state if level else LevelState.NOT_KNOWN
            ended = None if term else ended_before(terms.get(pair, ()), month)
            standings[pair, month] = StandingInMonth(
                customer, service, month, level, state, term, ended
            )
    return standings


@while_unchanged
def standings_remembered(
    viewer: Viewer, months: tuple[Month, ...], clock: date, pairs: tuple[Pair, ...]
) -> Mapping[tuple[Pair, Month], StandingInMonth]:
    """Return the standings of a page of pairs, reckoned anew only when a record has changed."""
    terms = promised_terms_of(viewer, {service for _, service in pairs})
    return standings_of(viewer, months, clock, pairs, terms)


def against_promise(
    level: Level | None, promised: Decimal | None, days: Days = None
) -> Level | None:
    """Hold a level against a promise on the days it held, or against what the service is built for where none states one."""
    if level is None or promised is None:
        return level
    return (level_on_days(level, *days) if days else level).against(promised)
