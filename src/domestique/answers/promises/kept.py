"""What each customer was promised in a month, and what she got.

A customer's promise is the level in the line of her agreement in force; without one it is what the
service is built for. Services without an outage in the month are not reckoned one by one: with
nothing logged against them they kept whatever was promised.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from domestique.agreements.promised import days_held, terms_in
from domestique.agreements.queries import promised_terms_of
from domestique.answers.promises.promise_in_month import against_promise
from domestique.consumption.queries import planned_units_of_services, planned_visible_to
from domestique.delivery.level import Level, LevelState
from domestique.delivery.queries import (
    LEVEL_COLUMNS,
    levels_of_months,
    log_known,
    services_disturbed_in,
)
from domestique.parties.queries import day_for
from domestique.portfolio.models import Service
from domestique.quantities.period import Month
from domestique.records.memory.kept_rows import kept as rows_kept
from domestique.records.memory.remembering import stored_while_unchanged, while_unchanged
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class KeptLevel:
    """A level held against the delivery: promised to a customer, or else what the service is built for.

    ``share`` is her part of all planned units.
    """

    service: str
    level: Level
    share: Fraction | None
    is_promised: bool


@dataclass(frozen=True, slots=True)
class CustomerPromises:
    """How the promises to one customer stand: those not kept, the worst first, those kept with less
    than a quarter of the allowance left, and how many services she uses in all.

    ``judged`` of them have a level to keep that is known; of ``not_known`` nobody can say whether it was
    kept, ``not_applicable`` had no service time in the month, ``not_sure`` may have been carried away by what they need,
    and nothing is promised of the others.
    """

    missed: tuple[KeptLevel, ...]
    near: tuple[KeptLevel, ...]
    services: int
    judged: int
    not_known: int
    not_applicable: int
    not_sure: int = 0


def _overrun(level: Level) -> Fraction:
    return level.consumed_share if level.consumed_share is not None else Fraction(10**9)


@stored_while_unchanged
def promises_of_month(
    viewer: Viewer, month: Month, clock: date, year: int
) -> Mapping[str, CustomerPromises]:
    """Return how each customer's promises stand, for whom units are planned in a year."""
    planned = planned_units(viewer, year)
    totals = planned_units_of_services(viewer, year)
    hit = services_disturbed_in(viewer, month)
    rows = rows_kept(Service).rows(LEVEL_COLUMNS, set(totals))
    log = log_known(viewer, [month], day_for(viewer, clock))
    kind = {id_: (hours, log.until(id_)) for id_, hours, _ in rows if hours}
    one_of_each = {alike: id_ for id_, alike in kind.items()}
    levels = levels_of_months(viewer, [month], clock, {*hit, *one_of_each.values()})[month].levels
    built = {
        id_: (
            target,
            _quiet_state(levels[one_of_each[kind[id_]]]) if hours else LevelState.NOT_KNOWN,
        )
        for id_, hours, target in rows
    }
    own_terms = promised_terms_of(viewer)
    terms = terms_in(own_terms, month)
    found = {}
    for customer, units in planned.items():
        disturbed, states = [], Counter[LevelState]()
        for service in sorted(built.keys() & units.keys()):
            target, state = built[service]
            term = terms.get((customer, service))
            held = target if term is None or term.target is None else term.target
            if held is None:
                continue
            if service in hit and service in levels:
                is_stated = term is not None and term.target is not None
                own = own_terms.get((customer, service), ())
                days = days_held(own, month) if is_stated else None
                level = against_promise(levels[service], held, days) or levels[service]
                share = _part(units[service], totals[service])
                disturbed.append(KeptLevel(service, level, share, term is not None))
                state = level.state
            states[state] += 1
        found[customer] = _sorted_out(disturbed, len(units), states)
    return MappingProxyType(found)


def _quiet_state(alike: Level) -> LevelState:
    """Return how a promise stands on a service nothing disturbed, of the hours another one has."""
    if alike.downtime is None:
        return LevelState.NOT_KNOWN
    return LevelState.MET if alike.service_seconds else LevelState.NOT_APPLICABLE


def _sorted_out(
    disturbed: list[KeptLevel], services: int, states: Counter[LevelState]
) -> CustomerPromises:
    missed = [kept for kept in disturbed if kept.level.state is LevelState.MISSED]
    near = tuple(kept for kept in disturbed if kept.level.state is LevelState.NEAR)
    worst_first = sorted(missed, key=lambda kept: (-_overrun(kept.level), kept.service))
    not_known, idle = states[LevelState.NOT_KNOWN], states[LevelState.NOT_APPLICABLE]
    not_sure = states[LevelState.NOT_SURE]
    judged = states.total() - not_known - idle - not_sure
    return CustomerPromises(tuple(worst_first), near, services, judged, not_known, idle, not_sure)


@while_unchanged
def planned_units(viewer: Viewer, year: int) -> Mapping[str, Mapping[str, Decimal]]:
    """Return the units planned for a year by customer and service, in one query."""
    units: dict[str, dict[str, Decimal]] = defaultdict(dict)
    rows = planned_visible_to(viewer, year).values_list("customer_id", "service_id", "units")
    for customer, service, amount in rows:
        units[customer][service] = amount
    return MappingProxyType({customer: MappingProxyType(own) for customer, own in units.items()})


def _part(units: Decimal, total: Decimal) -> Fraction | None:
    return Fraction(units) / Fraction(total) if total else None
