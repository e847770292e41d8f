"""Named reads of what the rules find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.notice import Contract, notice_state
from domestique.agreements.queries import (
    Chain,
    agreements_visible_to,
    chain_of,
    lines_visible_to,
)
from domestique.consumption.queries import units_in_use
from domestique.costing.queries import cost_years, costs_of_year, prices_visible_to
from domestique.findings import asked, decisions, moods, promises, reckoned, roles
from domestique.findings.daily_queries import about_improvements, about_what_is_hers
from domestique.findings.dated import about_roles_in_time
from domestique.findings.finding import Finding
from domestique.findings.meeting_facts import about_meetings
from domestique.findings.picture import (
    AgreementFacts,
    CustomerFacts,
    NeedFacts,
    PackageFacts,
    Picture,
    ServiceFacts,
    TeamFacts,
)
from domestique.impact.queries import plan_of_worst_day
from domestique.impact.restoration import RestorationPlan
from domestique.parties.choices import RoleStatus
from domestique.parties.customer_team import Part, Team
from domestique.parties.queries import (
    customers_visible_to,
    dated_teams,
    orderers_visible_to,
    organisation_of,
    role_differences,
    suppliers_visible_to,
    today_of,
    units_visible_to,
)
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.queries import packages_visible_to, services_visible_to
from domestique.quantities.errors import Refusal
from domestique.records.viewer import Viewer
from domestique.relations.queries import needs_visible_to
from domestique.satisfaction.queries import satisfaction_seen_by


@dataclass(frozen=True, slots=True)
class LongReads:
    """The reads that take longest; who remembers their answers gives her own."""

    chain: Callable[[Viewer], Chain] = chain_of
    worst_day: Callable[[Viewer], RestorationPlan] = plan_of_worst_day


def findings_of(viewer: Viewer, clock: date, reads: LongReads = LongReads()) -> list[Finding]:
    """Hold every rule that the loaded tables allow against the picture; by rule, then by row."""
    picture = picture_of(viewer, today_of(organisation_of(viewer), clock))
    found = [
        *roles.mirrored_roles(picture, role_differences(viewer)),
        *roles.named_customers(picture),
        *roles.accepted_roles(picture),
        *roles.customer_teams(picture),
        *roles.team_members(picture),
        *roles.owners_in_teams(picture),
        *about_roles_in_time(viewer, picture),
        *promises.accepted_agreements(picture),
        *promises.levels_in_lines(picture),
        *promises.content_in_lines(picture),
        *promises.confirmed_values(picture),
        *promises.live_packages(picture),
        *promises.complete_services(picture),
        *promises.agreed_use(picture),
        *decisions.same_asks(picture),
        *asked.about_inbox(viewer, picture),
        *asked.about_decisions(viewer, picture),
        *_about_moods(viewer, picture),
        *about_what_is_hers(viewer, picture),
        *about_improvements(viewer),
        *about_meetings(viewer, picture),
        *_about_chains(viewer, picture, reads.chain(viewer)),
        *_about_restoration(viewer, picture, reads),
        *_about_costs(viewer, picture),
    ]
    names = _names(viewer, picture)
    return sorted(
        (finding.naming(names) for finding in found),
        key=lambda finding: (finding.rule, finding.subject),
    )


def _names(viewer: Viewer, picture: Picture) -> dict[str, str]:
    """Return what rules of other rooms call by an id, by name: an orderer by the unit she orders for."""
    orderers = {one.id: one.unit.name for one in orderers_visible_to(viewer) if one.unit}
    return {
        **dict(units_visible_to(viewer).values_list("id", "name")),
        **orderers,
        **{service.id: service.name for service in picture.services.values()},
        **{customer.id: customer.name for customer in picture.customers.values()},
    }


def _about_moods(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    satisfaction = satisfaction_seen_by(viewer, picture.today)
    everyone = (*satisfaction.accepted, *satisfaction.apart)
    has_pulses = any(mood.newest for mood in everyone)
    alternatives = {mood.customer: mood.voices[0].contemplating for mood in everyone if mood.voices}
    yield from decisions.decisions_by_customer(picture, alternatives)
    if has_pulses:
        yield from moods.silence(picture, everyone)
        yield from moods.unasked_doubts(picture, everyone)


def _about_chains(viewer: Viewer, picture: Picture, chain: Chain) -> Iterator[Finding]:
    checks = (chain.prerequisites, chain.products, chain.suppliers, chain.customers)
    yield from reckoned.chain_gaps(picture, [gap for check in checks for gap in check.gaps])
    contracts = suppliers_visible_to(viewer).values_list(
        "id", "name", "contract_ends", "notice_months"
    )
    yield from reckoned.notice_dates(
        notice_state(Contract(*row), picture.today) for row in contracts
    )


def _about_restoration(viewer: Viewer, picture: Picture, reads: LongReads) -> Iterator[Finding]:
    try:
        plan = reads.worst_day(viewer)
    except Refusal as refusal:
        yield reckoned.refused_reckoning("R23", "dependencies", refusal.sentence)
        return
    yield from reckoned.impossible_promises(picture, plan)
    yield from reckoned.wish_against_physics(picture, plan)


def _about_costs(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    years = cost_years(viewer)
    if not years:
        return
    year = picture.today.year if picture.today.year in years else years[-1]
    try:
        costs = costs_of_year(viewer, year)
    except Refusal as refusal:
        yield reckoned.refused_reckoning("R21", "cost_shares", refusal.sentence)
        return
    yield from reckoned.unallocated_costs(picture, costs.allocation.unallocated, costs.currency)


def picture_of(viewer: Viewer, today: date) -> Picture:
    """Read the part of the picture the rules look at, in a fixed number of queries."""
    used, _ = units_in_use(viewer, today)
    prices = prices_visible_to(viewer)
    priced = {
        p.service for p in prices if p.starts <= today and (p.ends is None or today <= p.ends)
    }
    return Picture(
        today=today,
        customers={
            c.id: CustomerFacts(
                c.id,
                c.name,
                c.person,
                c.team_id or "",
                c.status,
            )
            for c in customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
        },
        teams={team.id: _team(team, today) for team in dated_teams(viewer).values()},
        services={
            s.id: ServiceFacts(
                s.id,
                s.name,
                s.kind == ServiceKind.CUSTOMER_FACING,
                s.state,
                s.owner,
                s.unit,
                s.id in priced,
            )
            for s in services_visible_to(viewer)
        },
        agreements=_agreements(viewer),
        needs=tuple(
            NeedFacts(*row)
            for row in needs_visible_to(viewer).values_list(
                "id", "customer_id", "need", "state", "decider", "merged_into_id"
            )
        ),
        packages=tuple(
            PackageFacts(p.id, p.name, tuple(p.services)) for p in packages_visible_to(viewer)
        ),
        used=frozenset(used),
        has_prices=bool(prices),
    )


def _team(team: Team, day: date) -> TeamFacts:
    """Return a team as it stands on a day, with those who stand in for somebody."""
    people = {part: team.people(part, day) for part in Part}
    return TeamFacts(
        team.id,
        team.name,
        next(iter(people[Part.CUSTOMER_MANAGER]), ""),
        next(iter(people[Part.DELIVERY_MANAGER]), ""),
        people[Part.SERVICE_OWNER],
    )


def _agreements(viewer: Viewer) -> tuple[AgreementFacts, ...]:
    levels: dict[str, dict[str, Decimal | None]] = defaultdict(dict)
    unconfirmed: dict[str, list[str]] = defaultdict(list)
    vague: dict[str, list[str]] = defaultdict(list)
    fields = ("agreement_id", "service_id", "availability_target", "value_confirmed")
    lines = lines_visible_to(viewer).values_list(*fields, "content", "planned_units")
    for agreement, service, target, is_confirmed, content, units in lines:
        levels[agreement][service] = target
        if not content and units is None:
            vague[agreement].append(service)
        if is_confirmed is False:
            unconfirmed[agreement].append(service)
    return tuple(
        AgreementFacts(
            a.id,
            a.customer_id,
            a.status,
            a.starts,
            a.ends,
            a.accepted_on,
            levels[a.id],
            tuple(unconfirmed[a.id]),
            a.accepted_by,
            tuple(vague[a.id]),
        )
        for a in agreements_visible_to(viewer)
    )
