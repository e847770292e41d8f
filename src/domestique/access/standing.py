"""What a person may see and do on a day, and why: derived from the picture, never ticked by hand and never stored.

Each fact that gives her something is a ``Ground`` with its own sentence. All her grounds together make her viewer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domestique.access.roles import (
    BY_IT_ROLE,
    BY_TEAM_ROLE,
    CUSTOMER,
    KNOWN,
    ORDERER,
    ROLE_WORDS,
    Gives,
)
from domestique.parties.choices import RoleStatus, TeamRole
from domestique.parties.customer_team import Team
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CustomerRole:
    """A customer: whose role it is, how far it has come, and which team answers for it today."""

    id: str
    name: str
    person: str
    status: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A person has something, a role or a place, from a day until another, both included; open ends hold for ever."""

    person: str
    what: str
    where: str = ""
    starts: date | None = None
    ends: date | None = None
    lent_by: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.starts or day) <= day <= (self.ends or day)


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """What the picture says about who is who.

    ``memberships``: what = role in the team, where = team. ``periods``: person is empty, what = customer, where = team.
    ``orderers`` and ``mandates``: where = customer. ``roles``: what = role in IT. ``heads``: where = name of the unit.
    ``is_known`` tells whether the picture knows the name at all.
    """

    customers: tuple[CustomerRole, ...] = ()
    teams: tuple[Team, ...] = ()
    memberships: tuple[Dated, ...] = ()
    periods: tuple[Dated, ...] = ()
    orderers: tuple[Dated, ...] = ()
    mandates: tuple[Dated, ...] = ()
    roles: tuple[Dated, ...] = ()
    heads: tuple[Dated, ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact that lets a person see or do something: the sentence that says it, and what it gives her."""

    why: Sentence
    gives: Gives
    customers: frozenset[str] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A viewer, and every ground it stands on."""

    viewer: Viewer
    grounds: tuple[Ground, ...]

    def grounds_for(self, ability: Ability) -> list[Ground]:
        """Return what gives her an ability."""
        return [ground for ground in self.grounds if ability in ground.gives.abilities]

    def grounds_for_customer(self, customer_id: str) -> list[Ground]:
        """Return what lets her see a customer's business."""
        return [
            ground
            for ground in self.grounds
            if ground.gives.all_customers or customer_id in ground.customers
        ]


def standing_of(person: str, facts: WhoIsWho, on: date) -> Standing | None:
    """Tell what a person may see and do on a day, each thing with its ground; ``None`` for a name nobody has."""
    grounds = (
        *_by_roles_in_it(person, facts, on),
        *_by_teams(person, facts, on),
        *_by_customer_roles(person, facts, on),
    )
    if not grounds and not facts.is_known:
        return None
    heads = (head.where for head in facts.heads if head.person == person)
    every = (
        Ground(say("The picture knows %(person)s.", person=person), KNOWN),
        *(
            Ground(say("%(person)s heads %(unit)s.", person=person, unit=unit), KNOWN)
            for unit in heads
        ),
        *grounds,
    )
    return Standing(_viewer(person, every), every)


def _viewer(person: str, grounds: tuple[Ground, ...]) -> Viewer:
    """Put the grounds together.

    Somebody who meets all customers from afar and works closely with some (a service desk lead who owns a service)
    sees those some: what she may do for them she may not do for the others.
    """
    if any(ground.gives.is_keeper for ground in grounds):
        return Viewer(person)
    abilities = frozenset().union(*(ground.gives.abilities for ground in grounds))
    close = [ground for ground in grounds if ground.customers]
    named = frozenset().union(*(ground.customers for ground in close))
    hears = frozenset().union(*(ground.customers for ground in close if ground.gives.hears))
    if any(ground.gives.all_customers and ground.gives.hears for ground in grounds):
        return Viewer(person, None, abilities, None)
    if any(ground.gives.all_customers for ground in grounds) and not close:
        return Viewer(person, None, abilities, frozenset())
    return Viewer(person, named, abilities, hears)


def _by_roles_in_it(person: str, facts: WhoIsWho, on: date) -> Iterator[Ground]:
    for role in facts.roles:
        if role.person == person and role.holds_on(on) and role.what in BY_IT_ROLE:
            why = say("%(person)s is %(role)s.", person=person, role=ROLE_WORDS[role.what])
            yield Ground(why, BY_IT_ROLE[role.what], until=role.ends)


def _by_teams(person: str, facts: WhoIsWho, on: date) -> Iterator[Ground]:
    in_charge = _teams_of_customers(facts, on)
    for team in facts.teams:
        customers = frozenset(customer for customer, its in in_charge.items() if its == team.id)
        for role in _roles_in_team(person, team, facts, on):
            why = say(
                "%(person)s is %(role)s in %(team)s, which answers for these customers.",
                person=person,
                role=ROLE_WORDS[role.what],
                team=team.name or team.id,
            )
            yield Ground(why, BY_TEAM_ROLE[role.what], customers, role.ends)


def _roles_in_team(person: str, team: Team, facts: WhoIsWho, on: date) -> Iterator[Dated]:
    named = (
        (TeamRole.CUSTOMER_MANAGER, [team.customer_manager]),
        (TeamRole.DELIVERY_MANAGER, [team.delivery_manager]),
        (TeamRole.SERVICE_OWNER, team.service_owners),
    )
    held = {role for role, people in named if person in people}
    yield from (Dated(person, role) for role in (name for name, _ in named) if role in held)
    for member in facts.memberships:
        is_hers = member.person == person and member.where == team.id and member.holds_on(on)
        if is_hers and member.what not in held and member.what in BY_TEAM_ROLE:
            yield member


def _teams_of_customers(facts: WhoIsWho, on: date) -> dict[str, str]:
    """Return the team that answers for each customer on a day: by its dated period, else by the customer's own row."""
    teams = {customer.id: customer.team for customer in facts.customers}
    return teams | {period.what: period.where for period in facts.periods if period.holds_on(on)}


def _by_customer_roles(person: str, facts: WhoIsWho, on: date) -> Iterator[Ground]:
    names = {customer.id: customer.name for customer in facts.customers}
    for customer in facts.customers:
        if customer.person == person and customer.status != RoleStatus.STEPPED_DOWN:
            why = say("%(person)s is the customer for %(unit)s.", person=person, unit=customer.name)
            yield Ground(why, CUSTOMER, frozenset({customer.id}))
    for mandate in facts.mandates:
        if mandate.person == person and mandate.lent_by and mandate.holds_on(on):
            why = say(
                "%(person)s decides for %(unit)s while %(away)s is away.",
                person=person,
                unit=names.get(mandate.where, mandate.where),
                away=mandate.lent_by,
            )
            yield Ground(why, CUSTOMER, frozenset({mandate.where}), mandate.ends)
    for orderer in facts.orderers:
        if orderer.person == person:
            unit = names.get(orderer.where, orderer.where)
            why = say("%(person)s orders for %(unit)s.", person=person, unit=unit)
            yield Ground(why, ORDERER, frozenset({orderer.where}))
