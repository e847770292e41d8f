"""A customer team on a day: who is in it, what it lacks, and whether a customer has exactly one at a time.

Requirements S1-09, S1-15 and S1-16, rules R04 and R05. The team's own row names its people without dates; a member
with dates has her role while they hold. A dated customer manager or delivery manager stands in for the one the row
names, so that there is one to talk to; a dated service owner comes beside the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from domestique.parties.choices import TeamRole
from domestique.quantities.sentence import LIST, Sentence, say

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Membership:
    """A person has a part in a team from a day until another, both included; no last day is until further notice."""

    person: str
    part: str
    starts: date
    ends: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether she has the part on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Team:
    """A customer team: whom its row names, and its members with dates."""

    id: str
    name: str
    customer_manager: str = ""
    delivery_manager: str = ""
    service_owners: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()

    def people(self, part: TeamRole, day: date) -> tuple[str, ...]:
        """Return who has a part on a day: those with dates in place of the named one, service owners beside the named ones."""
        dated = [one.person for one in self.members if one.part == part and one.holds_on(day)]
        if part is TeamRole.SERVICE_OWNER:
            return tuple(dict.fromkeys((*self.service_owners, *dated)))
        named = (
            self.customer_manager if part is TeamRole.CUSTOMER_MANAGER else self.delivery_manager
        )
        return tuple(dict.fromkeys(dated or ([named] if named else [])))

    def one(self, part: TeamRole, day: date) -> str:
        """Return the one person with a part on a day; empty where there is none, or where there are two."""
        people = self.people(part, day)
        return people[0] if len(people) == 1 else ""


@dataclass(frozen=True, slots=True)
class TeamFault:
    """Something a team lacks (``is_missing``) or has too much of, from a day on."""

    team: str
    day: date
    what: Sentence
    is_missing: bool


def faults_of_team(team: Team, today: date) -> tuple[TeamFault, ...]:
    """Return what is wrong with a team today and on every day ahead on which somebody comes or leaves; each once."""
    found: dict[str, TeamFault] = {}
    for day in _days_that_matter(team, today):
        for what, is_missing in _faults_on(team, day):
            found.setdefault(what.text, TeamFault(team.id, day, what, is_missing))
    return tuple(found.values())


def _days_that_matter(team: Team, today: date) -> Iterable[date]:
    comes = {one.starts for one in team.members}
    leaves = {one.ends + ONE_DAY for one in team.members if one.ends and one.ends < date.max}
    return sorted({today, *(day for day in comes | leaves if day > today)})


def _faults_on(team: Team, day: date) -> Iterator[tuple[Sentence, bool]]:
    missing = {
        TeamRole.CUSTOMER_MANAGER: "%(team)s has no customer manager.",
        TeamRole.DELIVERY_MANAGER: "%(team)s has no delivery manager.",
        TeamRole.SERVICE_OWNER: "%(team)s has no service owner.",
    }
    for part, text in missing.items():
        if not team.people(part, day):
            yield say(text, team=team.name), True
    managers = team.people(TeamRole.CUSTOMER_MANAGER, day)
    if len(managers) > 1:
        told = say(
            "%(team)s has more than one customer manager on %(day)s: %(people)s.",
            team=team.name,
            day=day,
            people=LIST.join(map(str, managers)),
        )
        yield told, False


@dataclass(frozen=True, slots=True)
class Period:
    """A team answered for a customer from a day until another, both included; teams are by name."""

    team: str
    starts: date
    ends: date | None = None


def team_history_faults(
    customer: str, periods: Iterable[Period], now: str, today: date
) -> tuple[Sentence, ...]:
    """Return where a customer's history shows no team or two at once (R04), or another team today than ``now``.

    Without any period nothing is known of the history, and nothing is wrong with it.
    """
    told = sorted(periods, key=lambda one: one.starts)
    return (
        *(
            fault
            for before, after in pairwise(told)
            if (fault := _between(customer, before, after))
        ),
        *_today(customer, told, now, today),
    )


def _between(customer: str, before: Period, after: Period) -> Sentence | None:
    values = {"customer": customer, "before": before.team, "after": after.team}
    if before.ends is None or before.ends >= after.starts:
        return say(
            "%(customer)s has two customer teams from %(day)s: %(before)s and %(after)s.",
            day=after.starts,
            **values,
        )
    if before.ends + ONE_DAY < after.starts:
        return say(
            "%(customer)s had no customer team from %(first)s to %(last)s, between %(before)s and %(after)s.",
            first=before.ends + ONE_DAY,
            last=after.starts - ONE_DAY,
            **values,
        )
    return None


def _today(customer: str, told: Sequence[Period], now: str, today: date) -> Iterator[Sentence]:
    current = [
        one.team for one in told if one.starts <= today and (not one.ends or today <= one.ends)
    ]
    if told and not current:
        yield say(
            "%(customer)s has no customer team on %(day)s according to the history of teams.",
            customer=customer,
            day=today,
        )
    elif current and now and now not in current:
        yield say(
            "%(customer)s is looked after by %(now)s, but the history of teams says %(team)s.",
            customer=customer,
            now=now,
            team=current[0],
        )
