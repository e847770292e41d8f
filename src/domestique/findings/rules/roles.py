"""Rules about people: customers, orderers and customer teams (R01-R05, S1-16)."""

from collections.abc import Iterable, Iterator

from domestique.agreements.choices import AgreementStatus
from domestique.findings.finding import Finding, Names, Sketch
from domestique.findings.picture import CustomerFacts, Picture
from domestique.parties.customer_team import Team
from domestique.parties.follow_the_money import Difference, Mismatch
from domestique.quantities.sentence import Sentence, say

ORDERER_MISMATCHES = frozenset({Mismatch.OTHER_CUSTOMER, Mismatch.TWO_ROLES})


def mirrored_roles(picture: Picture, differences: Iterable[Difference]) -> Iterator[Finding]:
    """R01, R02: recorded customers and orderers mirror who decides on the money."""
    for difference in differences:
        subject = difference.subject
        table = "customers" if subject in picture.customers else "orderers"
        yield Finding(
            "R02" if difference.kind in ORDERER_MISMATCHES or table == "orderers" else "R01",
            "units" if difference.kind is Mismatch.ROLE_MISSING else table,
            subject,
            difference.what,
            difference.repair,
            subject if table == "customers" and subject in picture.customers else "",
        )


def named_customers(picture: Picture) -> Iterator[Finding]:
    """R01: a customer is a person, not a company or a unit."""
    for customer in picture.customers.values():
        if not customer.person:
            yield picture.finding(
                "R01",
                ("customers", customer.id, customer.id),
                say("%(customer)s has no person in the customer role.", customer=customer.name),
                say(
                    "Name the person who decides on and pays for what %(customer)s gets.",
                    customer=customer.name,
                ),
            )


def accepted_roles(picture: Picture) -> Iterator[Finding]:
    """R03: who is served, and who has an agreement, has accepted the customer role."""
    served = {customer for customer, _ in picture.used} | {a.customer for a in picture.agreements}
    for customer in picture.customers.values():
        if customer.id in served and customer.person and not customer.is_accepted:
            yield picture.finding(
                "R03",
                ("customers", customer.id, customer.id),
                say(
                    "%(customer)s is served, but %(person)s has not accepted the customer role: it is %(status)s.",
                    customer=customer.name,
                    person=customer.person,
                    status=customer.status,
                ),
                say(
                    "Ask %(person)s to accept the role, or find who has the mandate and the budget.",
                    person=customer.person,
                ),
            )


def customer_teams(picture: Picture) -> Iterator[Finding]:
    """R04: every customer has exactly one customer team."""
    if not picture.teams:
        return
    for customer in picture.customers.values():
        if customer.team not in picture.teams:
            yield Finding(
                "R04",
                "customers",
                customer.id,
                say("%(customer)s has no customer team.", customer=customer.name),
                say("Name the team that answers for %(customer)s.", customer=customer.name),
                customer.id,
            )


def team_members(picture: Picture) -> Iterator[Finding]:
    """R05: a team has a customer manager, a delivery manager and at least one service owner."""
    for team in picture.teams.values():
        for is_missing, text in _gaps(team):
            if is_missing:
                yield Finding(
                    "R05",
                    "teams",
                    team.id,
                    say(text, team=team.name),
                    say(
                        "Name one; until then questions to %(team)s have nowhere to go.",
                        team=team.name,
                    ),
                )


def _gaps(team: Team) -> tuple[tuple[bool, str], ...]:
    return (
        (not team.customer_manager, "%(team)s has no customer manager."),
        (not team.delivery_manager, "%(team)s has no delivery manager."),
        (not team.service_owners, "%(team)s has no service owner."),
    )


def owners_in_teams(picture: Picture) -> Iterator[Sketch]:
    """R05 (S1-16): the owner of every service in a customer's agreement is in the customer's team."""
    for agreement in picture.agreements:
        customer = picture.customers.get(agreement.customer)
        team = picture.teams.get(customer.team) if customer else None
        if customer is None or team is None or agreement.status == AgreementStatus.ENDED:
            continue
        for service in sorted(agreement.levels):
            yield from _owner_outside(picture, customer, team, service)


def _owner_outside(
    picture: Picture, customer: CustomerFacts, team: Team, service: str
) -> Iterator[Sketch]:
    owner = picture.services[service].owner if service in picture.services else ""
    if owner and owner not in team.service_owners:
        values = (owner, service, customer.name, team.name)
        manager = team.customer_manager
        yield Sketch("R05", "services", service, _outside, values, customer.id, manager)


def _outside(
    names: Names, owner: str, service: str, customer: str, team: str
) -> tuple[Sentence, Sentence]:
    text = say(
        "%(owner)s owns %(service)s, which %(customer)s has an agreement on, but is not in %(team)s.",
        owner=owner,
        service=names.service(service),
        customer=customer,
        team=team,
    )
    return text, say(
        "Bring %(owner)s into %(team)s, or let an owner in the team answer for the service.",
        owner=owner,
        team=team,
    )
