"""Rules about roles over time: one team at any date, complete teams ahead, mandates that hold (R01, R04, R05)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import CustomerFacts, Picture
from domestique.parties.customer_team import Period, Team, faults_of_team, team_history_faults
from domestique.parties.mandates import Grant, beyond, grant_on, own_grants
from domestique.quantities.sentence import Sentence, say


def team_histories(
    picture: Picture, histories: Mapping[str, Sequence[Period]]
) -> Iterator[Finding]:
    """R04: a customer has exactly one customer team at any date."""
    for customer in picture.customers.values():
        team = picture.teams.get(customer.team)
        now = team.name if team else ""
        periods = histories.get(customer.id, ())
        for fault in team_history_faults(customer.name, periods, now, picture.today):
            yield picture.finding(
                "R04",
                ("customers", customer.id, customer.id),
                fault,
                say("Correct the days in team_periods, so that exactly one team answers for her."),
            )


def teams_ahead(picture: Picture, teams: Iterable[Team]) -> Iterator[Finding]:
    """R05: a team has exactly one customer manager, and nobody is missing on a day ahead."""
    for team in teams:
        for fault in faults_of_team(team, picture.today):
            if fault.is_missing and fault.day <= picture.today:
                continue  # what is missing today is told by the rule about today
            what = fault.what
            if fault.is_missing:
                what = say("From %(day)s: %(what)s", day=fault.day, what=fault.what)
            yield Finding(
                "R05",
                "teams",
                team.id,
                what,
                say("Correct the days in team_members, or name who takes over."),
            )


def mandates(picture: Picture, grants: Mapping[str, Sequence[Grant]]) -> Iterator[Finding]:
    """R01: an accepted customer has a mandate that holds today, and what is lent is lent until a day and within it.

    While no mandate at all is on record, nothing is wrong yet.
    """
    if not grants:
        return
    for customer in picture.customers.values():
        told = grants.get(customer.id, ())
        if customer.is_accepted and customer.person:
            fault = _no_mandate(picture, customer, told)
            if fault:
                advice = say("Agree on what %(person)s may decide.", person=customer.person)
                yield _about(picture, customer, fault, advice)
        for lent in told:
            if lent.delegated_by and lent.ends is None:
                yield _open_ended(picture, customer, lent)
            elif _is_beyond(lent, told, picture.today):
                yield _beyond(picture, customer, lent)


def _is_beyond(lent: Grant, told: Sequence[Grant], today: date) -> bool:
    """Whether a loan that is not over reaches beyond what its lender holds, as far as that is on record."""
    is_over = lent.ends is not None and lent.ends < today
    is_known = bool(lent.delegated_by and own_grants(told, lent.delegated_by))
    return is_known and not is_over and bool(beyond(lent, told))


def _no_mandate(
    picture: Picture, customer: CustomerFacts, told: Sequence[Grant]
) -> Sentence | None:
    values = {"person": customer.person, "customer": customer.name}
    own = own_grants(told, customer.person)
    if not own:
        return say("It is not on record how much %(person)s may decide for %(customer)s.", **values)
    if grant_on(told, customer.person, picture.today):
        return None
    last = own[-1].ends
    if last is not None and last < picture.today:
        return say(
            "The mandate of %(person)s for %(customer)s ran out on %(day)s.", day=last, **values
        )
    return say("The mandate of %(person)s for %(customer)s has not begun.", **values)


def _open_ended(picture: Picture, customer: CustomerFacts, lent: Grant) -> Finding:
    return _about(
        picture,
        customer,
        say(
            "%(lender)s has lent the mandate for %(customer)s to %(person)s without a last day.",
            lender=lent.delegated_by,
            customer=customer.name,
            person=lent.person,
        ),
        say("Write the day it comes back, or give %(person)s a mandate.", person=lent.person),
    )


def _beyond(picture: Picture, customer: CustomerFacts, lent: Grant) -> Finding:
    return _about(
        picture,
        customer,
        say(
            "%(lender)s has lent %(person)s more for %(customer)s than she holds, or for longer.",
            lender=lent.delegated_by,
            customer=customer.name,
            person=lent.person,
        ),
        say(
            "Let the loan end with the mandate of %(lender)s, at most her amount and her services, or give her more.",
            lender=lent.delegated_by,
        ),
    )


def _about(picture: Picture, customer: CustomerFacts, text: Sentence, advice: Sentence) -> Finding:
    return picture.finding("R01", ("customers", customer.id, customer.id), text, advice)
