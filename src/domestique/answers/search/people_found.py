"""People by name, each once, with the roles she has and the place where one learns most about her."""

from collections.abc import Iterator, Mapping, Sequence

from domestique.answers.search.search_entry import Findable, Way, entry
from domestique.parties.models import Customer, CustomerTeam, Orderer, Unit
from domestique.quantities.sentence import Sentence, say, say_counted

MOST_ROLES = 3
Role = tuple[str, Sentence, tuple[Way, ...]]


def people_among(
    customers: Sequence[Customer],
    units: Sequence[Unit],
    teams: Sequence[CustomerTeam],
    orderers: Sequence[Orderer],
    owned: Mapping[str, int],
) -> list[Findable]:
    """Return everyone who is named; ``owned`` counts services by their owner. A customer comes before other roles."""
    roles: dict[str, list[tuple[Sentence, tuple[Way, ...]]]] = {}
    for name, role, ways in (
        *_customers(customers),
        *_owners(owned),
        *_team_members(teams),
        *_heads(units),
        *_orderers(orderers),
    ):
        if name:
            roles.setdefault(name, []).append((role, ways))
    return [
        entry(
            "",
            [name],
            [role for role, _ in found[:MOST_ROLES]],
            ways=tuple(way for _, ways in found for way in ways),
        )
        for name, found in roles.items()
    ]


def _customers(customers: Sequence[Customer]) -> Iterator[Role]:
    for customer in customers:
        unit = customer.name
        place = ("customer", customer.id), ("own-page", customer.id)
        yield customer.person, say("customer for %(unit)s", unit=unit), place


def _team_members(teams: Sequence[CustomerTeam]) -> Iterator[Role]:
    for team in teams:
        place = (("team", team.id),)
        yield team.customer_manager, say("customer manager of %(team)s", team=team.name), place
        yield team.delivery_manager, say("delivery manager of %(team)s", team=team.name), place
        for owner in team.service_owners:
            yield owner, say("in %(team)s", team=team.name), place


def _owners(owned: Mapping[str, int]) -> Iterator[Role]:
    for name, count in owned.items():
        role = say_counted("owns %(count)s service", "owns %(count)s services", count)
        yield name, role, (("services?q", name),)


def _heads(units: Sequence[Unit]) -> Iterator[Role]:
    for unit in units:
        place = ("record", f"units/{unit.id}"), ("right-person?unit", unit.id)
        yield unit.head, say("heads %(unit)s", unit=unit.name), place


def _orderers(orderers: Sequence[Orderer]) -> Iterator[Role]:
    for orderer in orderers:
        unit = orderer.unit.name if orderer.unit else orderer.id
        place = (("record", f"orderers/{orderer.id}"),)
        yield orderer.person, say("orderer for %(unit)s", unit=unit), place
