"""Customer teams: who is in them and when, whom they answer for, what they lack, and how much lies on each team.

Requirements S1-15, S1-16 and S1-21, rules R04, R05 and R18: what there is to do is counted per team, never per person.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.agreements.promised import term_on
from domestique.agreements.queries import promised_terms_of
from domestique.answers.people.team_loads import Load, loads_of_teams
from domestique.parties.choices import RoleStatus, TeamRole
from domestique.parties.customer_team import Team, TeamFault, faults_of_team, team_history_faults
from domestique.parties.models import Customer, TeamPeriod
from domestique.parties.queries import (
    customers_visible_to,
    dated_teams,
    day_for,
    emails_of,
    periods_by_customer,
    team_periods_visible_to,
)
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import LIST, Sentence, say, say_counted
from domestique.records.viewer import Viewer

PARTS = {
    TeamRole.CUSTOMER_MANAGER: say("customer manager"),
    TeamRole.DELIVERY_MANAGER: say("delivery manager"),
    TeamRole.SERVICE_OWNER: say("service owner"),
}


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team in the list: its people today, how much lies on it, and what it lacks."""

    id: str
    name: str
    customer_managers: str
    delivery_managers: str
    service_owners: tuple[str, ...]
    load: Load
    faults: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """All teams, and the customers without exactly one."""

    headline: Sentence
    rows: tuple[TeamRow, ...]
    without: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody in a team: what she does in it, from when until when (empty: named without dates), and her e-mail."""

    person: str
    part: Sentence
    email: str
    starts: date | None = None
    ends: date | None = None
    is_now: bool = True


@dataclass(frozen=True, slots=True)
class ServedLine:
    """A customer of a team, since when, and the teams before it."""

    id: str
    name: str
    person: str
    since: date | None
    before: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """One team."""

    row: TeamRow
    headline: Sentence
    members: tuple[MemberLine, ...]
    served: tuple[ServedLine, ...]
    left: tuple[Sentence, ...]
    outside: tuple[Sentence, ...]


def teams_page(viewer: Viewer, clock: date) -> TeamsPage:
    """Return every team with its load, in a fixed number of queries."""
    day = day_for(viewer, clock)
    teams, customers = dated_teams(viewer), _customers(viewer)
    loads = loads_of_teams(viewer, customers, clock)
    rows = tuple(_row(team, loads.get(team.id, Load()), day) for team in teams.values())
    without = tuple(_without(viewer, customers, teams, day))
    return TeamsPage(_headline(rows, without), rows, without)


def team_page(viewer: Viewer, team_id: str, clock: date) -> TeamPage | None:
    """Return one team; ``None`` if there is none of that id."""
    day = day_for(viewer, clock)
    team = dated_teams(viewer).get(team_id)
    if team is None:
        return None
    customers = _customers(viewer)
    row = _row(team, loads_of_teams(viewer, customers, clock).get(team_id, Load()), day)
    mine = [one for one in customers if one.team_id == team_id]
    served, left = _served(viewer, mine, team_id)
    outside = tuple(_owners_outside(viewer, team, mine, day))
    return TeamPage(
        row,
        _team_said(row, outside),
        tuple(_members(team, emails_of(viewer), day)),
        served,
        left,
        outside,
    )


def _customers(viewer: Viewer) -> list[Customer]:
    return list(customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN))


def _row(team: Team, load: Load, day: date) -> TeamRow:
    return TeamRow(
        team.id,
        team.name,
        LIST.join(map(str, team.people(TeamRole.CUSTOMER_MANAGER, day))),
        LIST.join(map(str, team.people(TeamRole.DELIVERY_MANAGER, day))),
        team.people(TeamRole.SERVICE_OWNER, day),
        load,
        tuple(_dated(fault, day) for fault in faults_of_team(team, day)),
    )


def _dated(fault: TeamFault, day: date) -> Sentence:
    if fault.day <= day or not fault.is_missing:
        return fault.what
    return say("From %(day)s: %(what)s", day=fault.day, what=fault.what)


def _headline(rows: Iterable[TeamRow], without: tuple[Sentence, ...]) -> Sentence:
    listed = list(rows)
    wrong = sum(bool(row.faults) for row in listed)
    if not listed:
        return say("There are no customer teams yet.")
    if wrong or without:
        return say_counted(
            "%(count)s customer team; lacking somebody: %(wrong)s; customers without exactly one team: %(without)s.",
            "%(count)s customer teams; lacking somebody: %(wrong)s; customers without exactly one team: %(without)s.",
            len(listed),
            wrong=wrong,
            without=len(without),
        )
    return say_counted(
        "%(count)s customer team, complete, and every customer has exactly one.",
        "%(count)s customer teams, all complete, and every customer has exactly one.",
        len(listed),
    )


def _team_said(row: TeamRow, outside: tuple[Sentence, ...]) -> Sentence:
    if row.faults:
        return row.faults[0]
    if outside:
        return say_counted(
            "%(team)s lacks the owner of %(count)s service it answers for.",
            "%(team)s lacks the owners of %(count)s services it answers for.",
            len(outside),
            team=row.name,
        )
    return say(
        "%(team)s is complete: %(manager)s is customer manager and %(delivery)s delivery manager.",
        team=row.name,
        manager=row.customer_managers,
        delivery=row.delivery_managers,
    )


def _without(
    viewer: Viewer, customers: list[Customer], teams: Mapping[str, Team], day: date
) -> Iterable[Sentence]:
    """Yield what is wrong with "exactly one team at any date" (R04)."""
    histories = periods_by_customer(viewer)
    for customer in customers:
        if teams and customer.team_id not in teams:
            yield say("%(customer)s has no customer team.", customer=customer.name)
        team = teams.get(customer.team_id or "")
        now = team.name if team else ""
        yield from team_history_faults(customer.name, histories[customer.id], now, day)


def _members(team: Team, emails: Mapping[str, str], day: date) -> Iterable[MemberLine]:
    named = [
        (team.customer_manager, TeamRole.CUSTOMER_MANAGER),
        (team.delivery_manager, TeamRole.DELIVERY_MANAGER),
        *((owner, TeamRole.SERVICE_OWNER) for owner in team.service_owners),
    ]
    for person, part in named:
        if person:
            is_now = person in team.people(part, day)
            yield MemberLine(person, PARTS[part], emails.get(person, ""), is_now=is_now)
    for one in sorted(team.members, key=lambda member: member.starts):
        part, email = TeamRole(one.part), emails.get(one.person, "")
        yield MemberLine(one.person, PARTS[part], email, one.starts, one.ends, one.holds_on(day))


def _served(
    viewer: Viewer, mine: list[Customer], team_id: str
) -> tuple[tuple[ServedLine, ...], tuple[Sentence, ...]]:
    """Return the team's customers with the teams before, and those who have left it for another."""
    histories: dict[str, list[TeamPeriod]] = defaultdict(list)
    for period in team_periods_visible_to(viewer):
        histories[period.customer_id].append(period)
    served = tuple(_served_line(one, histories[one.id], team_id) for one in mine)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    left = tuple(
        say("%(customer)s until %(day)s", customer=names[customer], day=one.ends)
        for customer, periods in histories.items()
        if customer in names
        for one in periods
        if one.team_id == team_id and one.ends is not None
    )
    return served, left


def _served_line(customer: Customer, periods: list[TeamPeriod], team_id: str) -> ServedLine:
    since = next((one.starts for one in periods if one.team_id == team_id and not one.ends), None)
    before = tuple(
        say("%(team)s until %(day)s", team=one.team.name if one.team else one.team_id, day=one.ends)
        for one in periods
        if one.ends is not None and one.team_id != team_id
    )
    return ServedLine(customer.id, customer.name, customer.person, since, before)


def _owners_outside(
    viewer: Viewer, team: Team, mine: list[Customer], day: date
) -> Iterable[Sentence]:
    """Yield the services agreed with the team's customers whose owner is not in the team (S1-16)."""
    owners = team.people(TeamRole.SERVICE_OWNER, day)
    names = {one.id: one.name for one in mine}
    terms = promised_terms_of(viewer, customer_ids=list(names))
    agreed = gathered(
        (service, names[customer])
        for (customer, service), held in sorted(terms.items())
        if term_on(held, day)
    )
    for service in services_visible_to(viewer).filter(pk__in=list(agreed)):
        if service.owner and service.owner not in owners:
            yield say(
                "%(owner)s owns %(service)s, agreed with %(customers)s, but is not in the team.",
                owner=service.owner,
                service=service.name,
                customers=LIST.join(dict.fromkeys(agreed[service.id])),
            )
