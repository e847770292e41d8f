"""Who decides for a customer on a day: she within her mandate, her deputy, the steering group, or nobody yet."""

from dataclasses import replace
from datetime import date

from domestique.parties.mandates import Grant, grant_on, lent_on, own_grants
from domestique.parties.questions import Answer, AroundUnit, Asked, Place, WantsToAsk
from domestique.quantities.sentence import LIST, Sentence, Value, say


def within_mandate(asked: Asked, around: AroundUnit, answer: Answer) -> Answer:
    """Find who may decide on the day: the customer, who has her mandate while she is away, or the steering group."""
    asked = asked if around.shows_amounts else replace(asked, cost=None)
    own = own_grants(around.grants, around.person)
    grant = grant_on(around.grants, around.person, asked.day)
    if not own:
        unknown = say(
            "%(person)s decides for %(customer)s; how much may be decided is not on record.",
            person=around.person,
            customer=around.customer,
        )
        return replace(answer, decides=around.person).because(unknown)
    if grant is None:
        return answer.because(_no_mandate(around, own[-1], asked.day))
    if not (grant.covers(asked.services) and grant.reaches(asked.cost)):
        return _above_mandate(around, grant, asked, answer)
    for lent in lent_on(around.grants, around.person, asked.day):
        if _answers(lent, asked):
            return replace(answer, decides=lent.person).because(_lent(around, lent))
        answer = answer.because(_lent_less(around, lent))
    return replace(answer, decides=around.person).because(_decides(around, grant))


def _answers(lent: Grant, asked: Asked) -> bool:
    """Whether a lent mandate is enough: one for some services is not about a need or a service that is new."""
    is_new = asked.question in (WantsToAsk.NEW_NEED, WantsToAsk.NEW_SERVICE)
    if is_new and lent.services and not asked.services:
        return False
    return lent.covers(asked.services) and lent.reaches(asked.cost)


def _decides(around: AroundUnit, grant: Grant) -> Sentence:
    values: dict[str, Value] = {"person": around.person, "customer": around.customer}
    if not around.shows_amounts:
        return say("%(person)s decides for %(customer)s, within the mandate on record.", **values)
    if grant.amount is None:
        return say(
            "%(person)s decides for %(customer)s; how much may be decided is not known.", **values
        )
    return say(
        "%(person)s decides for %(customer)s, up to %(amount)s %(currency)s a year in one "
        "decision; what costs more goes to the IT steering group.",
        amount=grant.amount,
        currency=around.currency,
        **values,
    )


def _above_mandate(around: AroundUnit, grant: Grant, asked: Asked, answer: Answer) -> Answer:
    up = replace(answer, decides=around.chair, forum=Place.STEERING)
    values: dict[str, Value] = {
        "person": around.person,
        "chair": around.chair or say("nobody yet"),
    }
    if not grant.covers(asked.services):
        return up.because(
            say(
                "The mandate of %(person)s is only about %(services)s, so the IT steering group "
                "decides, chaired by %(chair)s.",
                services=LIST.join(grant.services),
                **values,
            )
        )
    return up.because(
        say(
            "It costs more than the %(amount)s %(currency)s a year that %(person)s may decide, so "
            "the IT steering group decides, chaired by %(chair)s.",
            amount=grant.amount,
            currency=around.currency,
            **values,
        )
    )


def _lent(around: AroundUnit, lent: Grant) -> Sentence:
    values: dict[str, Value] = {"person": around.person, "deputy": lent.person, "day": lent.ends}
    if lent.ends is None:
        return say(
            "%(deputy)s decides in place of %(person)s, who has lent out the mandate until further notice.",
            **values,
        )
    return say(
        "%(deputy)s decides in place of %(person)s, who is away and has lent out the mandate until %(day)s.",
        **values,
    )


def _lent_less(around: AroundUnit, lent: Grant) -> Sentence:
    if not around.shows_amounts:
        return say(
            "%(deputy)s stands in for %(person)s, but not for this; it waits for %(person)s.",
            deputy=lent.person,
            person=around.person,
        )
    return say(
        "%(deputy)s stands in for %(person)s, but only up to %(amount)s %(currency)s a year on "
        "%(services)s; this waits for %(person)s.",
        deputy=lent.person,
        person=around.person,
        amount=lent.amount if lent.amount is not None else say("an unknown amount"),
        currency=around.currency,
        services=LIST.join(lent.services) if lent.services else say("all services"),
    )


def _no_mandate(around: AroundUnit, last: Grant, day: date) -> Sentence:
    values: dict[str, Value] = {"person": around.person, "customer": around.customer}
    settles: dict[str, Value] = {"manager": around.customer_manager or say("the customer manager")}
    if last.ends is not None and last.ends < day:
        return say(
            "The mandate of %(person)s for %(customer)s ran out on %(day)s, so nobody can decide; "
            "%(manager)s settles it with %(person)s.",
            day=last.ends,
            **values,
            **settles,
        )
    return say(
        "The mandate of %(person)s for %(customer)s begins on %(day)s, so nobody can decide yet; "
        "%(manager)s settles it with %(person)s.",
        day=last.starts,
        **values,
        **settles,
    )


def not_accepted(around: AroundUnit) -> Sentence:
    """Say that nobody decides before the role is accepted, and who settles it."""
    return say(
        "%(person)s has not accepted the customer role for %(customer)s (it is %(status)s), so "
        "nobody can decide yet; %(manager)s settles it with %(person)s.",
        person=around.person,
        customer=around.customer,
        status=around.status,
        manager=around.customer_manager or say("the customer manager"),
    )


def no_customer(around: AroundUnit) -> Sentence:
    """Say that there is nobody to decide, and who settles it."""
    if not around.customer:
        return say(
            "%(unit)s has no customer, so nobody can decide; follow the money to find who decides "
            "on and pays for its IT.",
            unit=around.unit,
        )
    return say(
        "Nobody is named as the customer for %(customer)s, so nobody can decide; %(manager)s settles who it is.",
        customer=around.customer,
        manager=around.customer_manager or say("the customer manager"),
    )


def missing_in_team(around: AroundUnit, role: Sentence) -> Sentence:
    """Say which one person the customer team lacks, or that there is no team."""
    if not around.customer:
        return say(
            "%(unit)s has no customer, so no customer team answers for it.", unit=around.unit
        )
    if not around.team:
        return say(
            "%(customer)s has no customer team; name the team that answers for it.",
            customer=around.customer,
        )
    return say(
        "%(team)s has not exactly one %(role)s for %(customer)s; name the one.",
        team=around.team,
        role=role,
        customer=around.customer,
    )
