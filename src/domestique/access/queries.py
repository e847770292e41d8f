"""Named reads: what the picture says about a person, as plain facts, and what follows from them."""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from domestique.access.errors import NobodyByThatName
from domestique.access.standing import (
    CustomerRole,
    Dated,
    Standing,
    WhoIsWho,
    standing_of,
)
from domestique.parties import models
from domestique.parties.customer_team import Team
from domestique.quantities.errors import insist
from domestique.records.memory.remembering import while_unchanged


@while_unchanged
def standing_on(person: str, on: date) -> Standing:
    """Tell what a person may see and do on a day, in nine queries. Refuses a name nobody in the picture has."""
    return insist(standing_of(person, facts_about(person), on), NobodyByThatName(name=person))


def facts_about(person: str) -> WhoIsWho:
    """Read what the picture says about one person: her own roles, and the teams and customers they lead to."""
    memberships = models.TeamMember.objects.filter(person=person)
    mandates = models.Mandate.objects.filter(person=person).exclude(delegated_by="")
    orderers = models.Orderer.objects.filter(person=person)
    roles = models.RoleInIt.objects.filter(person=person)
    heads = models.Unit.objects.filter(head=person)
    dated = ("starts", "ends")
    facts = WhoIsWho(
        teams=tuple(
            Team(id_, name, manager, delivery, tuple(owners))
            for id_, name, manager, delivery, owners in models.CustomerTeam.objects.values_list(
                "id", "name", "customer_manager", "delivery_manager", "service_owners"
            )
        ),
        memberships=tuple(
            Dated(*row) for row in memberships.values_list("person", "role", "team_id", *dated)
        ),
        orderers=tuple(
            Dated(who, "orderer", customer)
            for who, customer in orderers.values_list("person", "customer_id")
        ),
        mandates=tuple(
            Dated(who, "mandate", customer, starts, ends, lent_by)
            for who, customer, starts, ends, lent_by in mandates.values_list(
                "person", "customer_id", *dated, "delegated_by"
            )
        ),
        roles=tuple(
            Dated(who, role, "", starts, ends)
            for who, role, starts, ends in roles.values_list("person", "role", *dated)
        ),
        heads=tuple(Dated(who, "head", unit) for who, unit in heads.values_list("head", "name")),
        is_known=models.Person.objects.filter(name=person).exists(),
    )
    return _with_customers(person, facts)


def _with_customers(person: str, facts: WhoIsWho) -> WhoIsWho:
    """Add the customers, and the periods of teams, that the person's roles lead to."""
    teams = [team.id for team in facts.teams if _is_in(person, team, facts)]
    periods = models.TeamPeriod.objects.filter(Q(team__in=teams) | Q(customer__team__in=teams))
    ids = {one.where for one in (*facts.orderers, *facts.mandates)}
    ids |= set(periods.values_list("customer_id", flat=True))
    hers = Q(person=person) | Q(team__in=teams) | Q(pk__in=ids)
    customers = models.Customer.objects.filter(hers).select_related("unit").order_by("id")
    return replace(
        facts,
        customers=tuple(
            CustomerRole(one.id, one.name, one.person, one.status, one.team_id or "")
            for one in customers
        ),
        periods=tuple(
            Dated("", *row)
            for row in periods.values_list("customer_id", "team_id", "starts", "ends")
        ),
        is_known=facts.is_known or bool(facts.heads),
    )


def _is_in(person: str, team: Team, facts: WhoIsWho) -> bool:
    named = (team.customer_manager, team.delivery_manager, *team.service_owners)
    return person in named or any(one.where == team.id for one in facts.memberships)


def names_known() -> list[str]:
    """Return every name somebody has in the picture, sorted, in seven queries."""
    names: set[str] = set()
    for model, field in (
        (models.Person, "name"),
        (models.Customer, "person"),
        (models.Orderer, "person"),
        (models.Unit, "head"),
        (models.RoleInIt, "person"),
        (models.TeamMember, "person"),
    ):
        names.update(model.objects.values_list(field, flat=True))
    for team in models.CustomerTeam.objects.all():
        names.update((team.customer_manager, team.delivery_manager, *team.service_owners))
    return sorted(names - {""}, key=str.casefold)


def whom_to_ask(customer_id: str) -> tuple[str, str] | None:
    """Return a customer's name and its customer manager, for who may not see more of it; ``None`` if there is none."""
    customer = models.Customer.objects.select_related("unit", "team").filter(pk=customer_id).first()
    if customer is None:
        return None
    return customer.name, customer.team.customer_manager if customer.team else ""
