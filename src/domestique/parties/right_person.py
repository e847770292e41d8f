"""Right question, right person: who prepares a question, who decides it, and in which forum.

Requirements S2-09, S2-10, S1-09, S1-11 and S1-21. An orderer may prepare what her customer decides. A customer decides
only when she has accepted the role, within her mandate; while she is away whoever has her mandate decides within what
was lent. What nobody can answer for is said, with who must settle it.
"""

from dataclasses import dataclass

from domestique.parties.choices import RoleStatus
from domestique.parties.questions import Answer, AroundUnit, Asked, Place, WantsToAsk
from domestique.parties.who_decides import (
    missing_in_team,
    no_customer,
    not_accepted,
    within_mandate,
)
from domestique.quantities.sentence import Sentence, Value, say

_DECIDED_BY_CUSTOMER = {
    WantsToAsk.NEW_NEED: (
        Place.DIALOGUE,
        say(
            "A need may be prepared with whoever has it; whether it is met, and paid for, is "
            "decided by the customer alone."
        ),
    ),
    WantsToAsk.NEW_SERVICE: (
        Place.DIALOGUE,
        say(
            "A new service may be prepared with an orderer, but it is decided by the customer "
            "alone, as a pure business question."
        ),
    ),
    WantsToAsk.CHANGE: (
        Place.DIALOGUE,
        say(
            "A change of what a service contains may be prepared with an orderer, but it is "
            "decided by the customer alone."
        ),
    ),
    WantsToAsk.LEVEL: (
        Place.FOLLOW_UP,
        say(
            "The delivery manager prepares what another level would take; which level is agreed "
            "and paid for is decided by the customer."
        ),
    ),
    WantsToAsk.PRICE: (
        Place.FOLLOW_UP,
        say(
            "The IT controller explains and prepares the price; whether it is worth it is decided "
            "by the customer who pays."
        ),
    ),
}


def answer_to(asked: Asked, around: AroundUnit) -> Answer:
    """Route a question to the right person and forum, by the table in ``docs/calculations/right-person.md``."""
    if asked.question in _DECIDED_BY_CUSTOMER:
        return _decided_by_customer(asked, around)
    return _ROUTES[asked.question](around)


def _use(around: AroundUnit) -> Answer:
    if not around.desk:
        return _nobody(
            Place.DESK, say("Questions about use go to the service desk, but nobody leads it.")
        )
    reason = say(
        "Questions about use go to the service desk, led by %(desk)s; nothing has to be decided.",
        desk=around.desk,
    )
    return Answer(around.desk, "", Place.DESK, (reason,), needs_decision=False)


def _order(around: AroundUnit) -> Answer:
    if not around.asks:
        return _nobody(Place.CATALOGUE, no_customer(around))
    values: dict[str, Value] = {"person": around.asks, "unit": around.unit}
    if not around.delivery_manager:
        reason = say("%(person)s chooses from the catalogue for %(unit)s.", **values)
        missing = missing_in_team(around, say("delivery manager"))
        return Answer(around.asks, around.asks, Place.CATALOGUE, (reason, missing))
    reason = say(
        "%(person)s chooses from the catalogue for %(unit)s; %(manager)s, delivery manager, takes the order.",
        manager=around.delivery_manager,
        **values,
    )
    return Answer(around.asks, around.asks, Place.CATALOGUE, (reason,))


def _breach(around: AroundUnit) -> Answer:
    manager = around.delivery_manager
    if not manager:
        return _nobody(Place.FOLLOW_UP, missing_in_team(around, say("delivery manager")))
    reason = say(
        "%(manager)s, delivery manager, answers for what was agreed with %(customer)s: what "
        "happened and what is done about it is told in the follow-up meeting.",
        manager=manager,
        customer=around.customer,
    )
    return Answer(manager, manager, Place.FOLLOW_UP, (reason,))


def _complaint(around: AroundUnit) -> Answer:
    manager = around.customer_manager
    if not manager:
        return _nobody(Place.TEAM, missing_in_team(around, say("customer manager")))
    reason = say(
        "%(manager)s, customer manager, receives the complaint, answers it and asks whether the answer satisfies.",
        manager=manager,
    )
    return Answer(manager, manager, Place.TEAM, (reason, _goes_on_to_steering(around)))


def _strategy(around: AroundUnit) -> Answer:
    reasons = [
        say(
            "%(manager)s, customer manager, brings it with what the customers need.",
            manager=around.customer_manager,
        )
        if around.customer_manager
        else missing_in_team(around, say("customer manager"))
    ]
    reasons.append(
        say("The IT steering group, chaired by %(chair)s, decides on strategy.", chair=around.chair)
        if around.chair
        else say("The IT steering group decides on strategy, but nobody is named as its chair.")
    )
    return Answer(around.customer_manager, around.chair, Place.STEERING, tuple(reasons))


_ROUTES = {
    WantsToAsk.USE: _use,
    WantsToAsk.ORDER: _order,
    WantsToAsk.BREACH: _breach,
    WantsToAsk.COMPLAINT: _complaint,
    WantsToAsk.STRATEGY: _strategy,
}


def _decided_by_customer(asked: Asked, around: AroundUnit) -> Answer:
    forum, principle = _DECIDED_BY_CUSTOMER[asked.question]
    prepares, missing = _prepares(asked.question, around)
    answer = Answer(prepares, "", forum, (principle, *missing))
    if not around.person:
        return answer.because(no_customer(around))
    if around.status != RoleStatus.ACCEPTED:
        return answer.because(not_accepted(around))
    return within_mandate(asked, around, answer)


def _prepares(question: WantsToAsk, around: AroundUnit) -> tuple[str, tuple[Sentence, ...]]:
    """Return who prepares, and what to say where nobody with that role is known."""
    if question is WantsToAsk.LEVEL:
        name, role = around.delivery_manager, say("delivery manager")
        return name, () if name else (missing_in_team(around, role),)
    if question is WantsToAsk.PRICE:
        nobody = say("Nobody is named as IT controller.")
        return around.controller, () if around.controller else (nobody,)
    manager = around.customer_manager
    if not manager:
        return around.asks, (missing_in_team(around, say("customer manager")),)
    if not around.asks:
        return manager, ()
    prepared = say(
        "%(person)s prepares it together with %(manager)s, customer manager.",
        person=around.asks,
        manager=manager,
    )
    return around.asks, (prepared,)


def _goes_on_to_steering(around: AroundUnit) -> Sentence:
    if around.chair:
        return say(
            "An answer that does not satisfy goes on to the IT steering group, chaired by %(chair)s.",
            chair=around.chair,
        )
    return say("An answer that does not satisfy goes on to the IT steering group.")


def _nobody(forum: Place, reason: Sentence) -> Answer:
    return Answer("", "", forum, (reason,))


@dataclass(frozen=True, slots=True)
class Talk:
    """Whom to talk to about everything else: exactly one customer manager and one delivery manager, or what is wrong."""

    customer_manager: str
    delivery_manager: str
    says: Sentence


def whom_to_talk_to(around: AroundUnit) -> Talk:
    """Answer "who do I talk to?" for a unit."""
    both = bool(around.customer_manager and around.delivery_manager)
    if not both:
        missing = (
            say("customer manager") if not around.customer_manager else say("delivery manager")
        )
        says = missing_in_team(around, missing)
    else:
        says = say(
            "For %(unit)s talk to %(customer_manager)s about what you need, and to "
            "%(delivery_manager)s about what you get.",
            unit=around.unit,
            customer_manager=around.customer_manager,
            delivery_manager=around.delivery_manager,
        )
    return Talk(around.customer_manager, around.delivery_manager, says)
