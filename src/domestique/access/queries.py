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
from domestique.parties.queries import names_of_people, the_one_meant
from domestique.quantities.errors import insist
from domestique.quantities.person_id import Names, NamesOfPeople, PersonId, told_by_name
from domestique.records.memory.recording import readings
from domestique.records.memory.remembering import while_unchanged


@while_unchanged
def standing_on(person: str, on: date) -> Standing:
    """Tell what a person may see and do on a day, in nine queries. Refuses a name nobody in the picture has, or several."""
    who = person if isinstance(person, PersonId) else the_one_meant(person) or PersonId(person)
    return insist(standing_of(who, facts_about(who), on), NobodyByThatName(name=person))


def facts_about(person: PersonId) -> WhoIsWho:
    """Read what the picture says about one person: her own roles, and the teams and customers they lead to."""
    memberships = models.TeamMember.objects.filter(person=person)
    mandates = models.Mandate.objects.filter(person=person).exclude(delegated_by=None)
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
        is_known=models.Person.objects.filter(pk=person).exists(),
    )
    return _with_customers(person, facts)


def _with_customers(person: PersonId, facts: WhoIsWho) -> WhoIsWho:
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


def _is_in(person: PersonId, team: Team, facts: WhoIsWho) -> bool:
    named = (team.customer_manager, team.delivery_manager, *team.service_owners)
    return person in named or any(one.where == team.id for one in facts.memberships)


def names_while_looking() -> Names:
    """Return what tells people's names: read once while somebody looks, and noted by every answer that is remembered."""
    held: list[NamesOfPeople] = []

    def names() -> NamesOfPeople:
        if readings():
            return names_of_people()
        if not held:
            held.append(names_of_people())
        return held[0]

    return names


def names_known() -> list[str]:
    """Return what everybody in the picture is called, sorted; two of one name with their ids behind."""
    names = names_of_people()
    with told_by_name(lambda: names):
        return sorted((PersonId(id_).written for id_ in names.by_id), key=str.casefold)


def whom_to_ask(customer_id: str) -> tuple[str, str] | None:
    """Return a customer's name and its customer manager, for who may not see more of it; ``None`` if there is none."""
    customer = models.Customer.objects.select_related("unit", "team").filter(pk=customer_id).first()
    if customer is None:
        return None
    return customer.name, customer.team.customer_manager if customer.team else ""
