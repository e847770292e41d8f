"""Named reads of what the rules find.

Each group of rules is remembered by itself, until something changes that these rules read: a pulse does not make the
chain of promises be walked anew, nor does the new name of a service.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from domestique.agreements.notice import notice_state
from domestique.agreements.queries import (
    chain_of_customers,
    chain_of_services,
    contracts_to_end,
)
from domestique.costing.queries import cost_years, costs_of_year
from domestique.delivery.queries import (
    closed_months_of_levels,
    levels_in_doubt,
    running_month,
)
from domestique.findings import asked_queries
from domestique.findings.daily_queries import (
    about_improvements,
    about_roles_in_time,
    about_what_is_hers,
)
from domestique.findings.finding import RULES, Finding, Names, Sketch
from domestique.findings.findings import Findings, Pile, piled
from domestique.findings.meeting_queries import about_meetings
from domestique.findings.picture import Picture
from domestique.findings.picture_queries import picture_of
from domestique.findings.rules import decisions, moods, promises, reckoned, roles
from domestique.impact.queries import worst_day
from domestique.parties.choices import RoleStatus
from domestique.parties.queries import (
    customers_visible_to,
    day_for,
    orderers_visible_to,
    role_differences,
    units_visible_to,
)
from domestique.portfolio.queries import service_names
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence
from domestique.records.memory.remembering import stored_while_unchanged, while_unchanged
from domestique.records.viewer import Viewer
from domestique.satisfaction.contemplation import STAYS
from domestique.satisfaction.queries import satisfaction_seen_by

MONTHS_ASKED_ABOUT = 3
Found: TypeAlias = Iterable[Finding | Sketch]


@dataclass(frozen=True, slots=True)
class CountedFindings:
    """How many findings there are of one rule."""

    rule: str
    title: Sentence | str
    count: int


@while_unchanged
def findings_of(viewer: Viewer, clock: date) -> Findings:
    """Hold every rule that the loaded tables allow against the picture; by rule, then by row."""
    return Findings(_every_pile(viewer, clock), _names(viewer))


@stored_while_unchanged
def findings_counted(viewer: Viewer, clock: date) -> tuple[CountedFindings, ...]:
    """Count the findings rule by rule, in the order of the rules."""
    counts: Counter[str] = Counter()
    for pile in _every_pile(viewer, clock):
        counts[pile.rule] += len(pile.found)
    return tuple(
        CountedFindings(rule, RULES.get(rule, rule), counts[rule]) for rule in sorted(counts)
    )


def _every_pile(viewer: Viewer, clock: date) -> Iterator[Pile]:
    day = day_for(viewer, clock)
    for rules in GROUPS:
        yield from _piles(rules, viewer, day, is_named=rules in NAMING)


@stored_while_unchanged
def _piles(
    rules: Callable[[Viewer, Picture], Found], viewer: Viewer, day: date, *, is_named: bool
) -> tuple[Pile, ...]:
    """Hold a group of rules against the picture."""
    return piled(rules(viewer, picture_of(viewer, day, is_named=is_named)))


@while_unchanged
def _names(viewer: Viewer) -> Names:
    """Return what rules of other rooms call by an id, by name: an orderer by the unit she orders for."""
    orderers = {one.id: one.unit.name for one in orderers_visible_to(viewer) if one.unit}
    customers = customers_visible_to(viewer)
    services = service_names(viewer)
    every: Mapping[str, str] = {
        **dict(units_visible_to(viewer).values_list("id", "name")),
        **orderers,
        **services,
        **{one.id: one.name for one in customers.exclude(status=RoleStatus.STEPPED_DOWN)},
    }
    return Names(services, MappingProxyType(every))


def _about_people(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    yield from roles.mirrored_roles(picture, role_differences(viewer))
    yield from roles.named_customers(picture)
    yield from roles.accepted_roles(picture)
    yield from roles.customer_teams(picture)
    yield from roles.team_members(picture)


def _about_owners(viewer: Viewer, picture: Picture) -> Found:
    return roles.owners_in_teams(picture)


def _about_agreements(viewer: Viewer, picture: Picture) -> Iterator[Finding | Sketch]:
    yield from promises.accepted_agreements(picture)
    yield from promises.agreed_once(picture)
    yield from promises.levels_in_lines(picture)
    yield from promises.content_in_lines(picture)


def _about_offers(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    yield from promises.confirmed_values(picture)
    yield from promises.live_packages(picture)


def _about_catalogue(viewer: Viewer, picture: Picture) -> Found:
    return promises.complete_services(picture)


def _about_changes(viewer: Viewer, picture: Picture) -> Found:
    return asked_queries.about_live_services(viewer, picture)


def _about_use(viewer: Viewer, picture: Picture) -> Found:
    return promises.agreed_use(picture)


def _about_asks(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    yield from decisions.same_asks(picture)
    yield from asked_queries.about_inbox(viewer, picture)
    yield from asked_queries.about_decisions(viewer, picture)


def _about_moods(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    satisfaction = satisfaction_seen_by(viewer, picture.today)
    everyone = (*satisfaction.accepted, *satisfaction.apart)
    has_pulses = any(mood.newest for mood in everyone)
    alternatives = {
        mood.customer: mood.voices[0].contemplated
        for mood in everyone
        if mood.voices and mood.voices[0].considers not in STAYS
    }
    yield from decisions.decisions_by_customer(picture, alternatives)
    if has_pulses:
        yield from moods.silence(picture, everyone)
        yield from moods.unasked_doubts(picture, everyone)


def _about_improvements(viewer: Viewer, picture: Picture) -> Found:
    return about_improvements(viewer)


def _about_chains(viewer: Viewer, picture: Picture) -> Iterator[Finding | Sketch]:
    checks = chain_of_services(viewer, picture.today)
    yield from reckoned.chain_gaps(picture, [gap for check in checks for gap in check.gaps])


def _about_promises(viewer: Viewer, picture: Picture) -> Iterator[Finding | Sketch]:
    yield from reckoned.chain_gaps(picture, chain_of_customers(viewer, picture.today).gaps)
    yield from reckoned.notice_dates(
        notice_state(contract, picture.today)
        for contract in contracts_to_end(viewer, picture.today)
    )


def _about_levels(viewer: Viewer, picture: Picture) -> Found:
    """Ask about the newest months that are over, of which pages speak, and the one that runs."""
    months = closed_months_of_levels(viewer, picture.today)[:MONTHS_ASKED_ABOUT]
    running = running_month(viewer, picture.today)
    every = [*months, *([running] if running else [])]
    return reckoned.unnoted_outages(picture, levels_in_doubt(viewer, every, picture.today))


def _about_restoration(viewer: Viewer, picture: Picture) -> Iterator[Finding | Sketch]:
    try:
        worst = worst_day(viewer)
    except Refusal as refusal:
        yield reckoned.refused_reckoning("R23", "dependencies", refusal.sentence)
        return
    yield from reckoned.promises_nobody_keeps(picture, worst)
    yield from reckoned.wish_against_physics(picture, worst)


def _about_costs(viewer: Viewer, picture: Picture) -> Iterator[Finding | Sketch]:
    years = cost_years(viewer)
    if not years:
        return
    year = picture.today.year if picture.today.year in years else years[-1]
    try:
        costs = costs_of_year(viewer, year)
    except Refusal as refusal:
        yield reckoned.refused_reckoning("R21", "cost_shares", refusal.sentence)
        return
    yield from reckoned.unallocated_costs(costs.allocation.unallocated, costs.currency)


GROUPS: tuple[Callable[[Viewer, Picture], Found], ...] = (
    _about_people,
    _about_owners,
    about_roles_in_time,
    _about_agreements,
    _about_offers,
    _about_catalogue,
    _about_changes,
    _about_use,
    _about_asks,
    _about_moods,
    about_what_is_hers,
    _about_improvements,
    about_meetings,
    _about_chains,
    _about_promises,
    _about_levels,
    _about_restoration,
    _about_costs,
)
"""Groups of rules in the order in which findings about one row stand."""
NAMING = (_about_offers, about_what_is_hers)
"""Those that call services by name themselves; all others are not reckoned anew when a service gets another name."""
