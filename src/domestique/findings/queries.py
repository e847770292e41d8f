"""Named reads of what the rules find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from domestique.agreements.notice import Contract, notice_state
from domestique.agreements.queries import agreements_visible_to, chain_of, lines_visible_to
from domestique.consumption.queries import units_in_use
from domestique.costing.queries import cost_years, costs_of_year, prices_visible_to
from domestique.findings import decisions, moods, promises, reckoned, roles
from domestique.findings.finding import Finding
from domestique.findings.picture import (
    AgreementFacts,
    CustomerFacts,
    NeedFacts,
    PackageFacts,
    Picture,
    ServiceFacts,
    TeamFacts,
)
from domestique.impact.queries import Crews, restoration_plan, structure_visible_to
from domestique.parties.models import RoleStatus
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    role_differences,
    suppliers_visible_to,
    teams_visible_to,
    today_of,
)
from domestique.parties.viewer import Viewer
from domestique.portfolio.models import ServiceKind
from domestique.portfolio.queries import packages_visible_to, services_visible_to
from domestique.quantities.errors import Refusal
from domestique.relations.queries import needs_visible_to
from domestique.satisfaction.queries import satisfaction_seen_by


def findings_of(viewer: Viewer, clock: date) -> list[Finding]:
    """Hold every rule that the loaded tables allow against the picture; by rule, then by row."""
    picture = picture_of(viewer, today_of(organisation_of(viewer), clock))
    found = [
        *roles.mirrored_roles(picture, role_differences(viewer)),
        *roles.named_customers(picture),
        *roles.accepted_roles(picture),
        *roles.customer_teams(picture),
        *roles.team_members(picture),
        *roles.owners_in_teams(picture),
        *promises.accepted_agreements(picture),
        *promises.levels_in_lines(picture),
        *promises.confirmed_values(picture),
        *promises.live_packages(picture),
        *promises.complete_services(picture),
        *promises.agreed_use(picture),
        *decisions.same_asks(picture),
        *_about_moods(viewer, picture),
        *_about_chains(viewer, picture),
        *_about_restoration(viewer, picture),
        *_about_costs(viewer, picture),
    ]
    return sorted(found, key=lambda finding: (finding.rule, finding.subject))


def _about_moods(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    satisfaction = satisfaction_seen_by(viewer, picture.today)
    everyone = (*satisfaction.accepted, *satisfaction.apart)
    has_pulses = any(mood.newest for mood in everyone)
    alternatives = {mood.customer: mood.voices[0].contemplating for mood in everyone if mood.voices}
    yield from decisions.decisions_by_customer(picture, alternatives)
    if has_pulses:
        yield from moods.silence(picture, everyone)
        yield from moods.unasked_doubts(picture, everyone)


def _about_chains(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    chain = chain_of(viewer)
    checks = (chain.prerequisites, chain.products, chain.suppliers, chain.customers)
    yield from reckoned.chain_gaps(picture, [gap for check in checks for gap in check.gaps])
    contracts = suppliers_visible_to(viewer).values_list(
        "id", "name", "contract_ends", "notice_months"
    )
    yield from reckoned.notice_dates(
        notice_state(Contract(*row), picture.today) for row in contracts
    )


def _about_restoration(viewer: Viewer, picture: Picture) -> Iterator[Finding]:
    """Look at the worst day: everything that stands on nothing else is lost, and with it all that stands on it."""
    structure = structure_visible_to(viewer)
    foundations = [
        id_ for id_, needs in zip(structure.ids, structure.hard_needs, strict=True) if not needs
    ]
    try:
        plan = restoration_plan(viewer, foundations, Crews())
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
    yield from reckoned.unallocated_costs(costs.allocation.unallocated, costs.currency)


def picture_of(viewer: Viewer, today: date) -> Picture:
    """Read the part of the picture the rules look at, in a fixed number of queries."""
    used, month = units_in_use(viewer, today)
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
        teams={
            t.id: TeamFacts(
                t.id, t.name, t.customer_manager, t.delivery_manager, tuple(t.service_owners)
            )
            for t in teams_visible_to(viewer)
        },
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
                "id", "customer_id", "need", "state", "decider"
            )
        ),
        packages=tuple(
            PackageFacts(p.id, p.name, tuple(p.services)) for p in packages_visible_to(viewer)
        ),
        used=frozenset(used),
        used_month=month,
        has_prices=bool(prices),
    )


def _agreements(viewer: Viewer) -> tuple[AgreementFacts, ...]:
    levels: dict[str, dict[str, Decimal | None]] = defaultdict(dict)
    unconfirmed: dict[str, list[str]] = defaultdict(list)
    fields = ("agreement_id", "service_id", "availability_target", "value_confirmed")
    for agreement, service, target, is_confirmed in lines_visible_to(viewer).values_list(*fields):
        levels[agreement][service] = target
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
        )
        for a in agreements_visible_to(viewer)
    )
