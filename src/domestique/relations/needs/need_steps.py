"""The steps of a need: how far it has come, for whom it waits, and what a good next step would be. Pure rules.

Steps may come in any order and none has to come at all; where nobody wrote steps down, the state as people write it
is read instead.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domestique.quantities.sentence import Sentence, say
from domestique.relations.choices import Step
from domestique.relations.needs.deciding import FORUMS
from domestique.relations.needs.need_state import WAITS_FOR_CUSTOMER, step_in

ORDER = (
    Step.CAPTURED,
    Step.UNDERSTOOD,
    Step.INVESTIGATED,
    Step.PREPARED,
    Step.DECIDED,
    Step.HANDED_OVER,
    Step.TAKEN_OVER,
    Step.FULFILLED,
)
"""The steps in the order that often suits."""
BEFORE_DECISION = frozenset(ORDER[:4])
ENDS = frozenset({Step.FULFILLED, Step.DECLINED})
STEP_WORDS: Mapping[str, Sentence] = {
    Step.CAPTURED: say("captured"),
    Step.UNDERSTOOD: say("understood"),
    Step.INVESTIGATED: say("investigated"),
    Step.PREPARED: say("prepared"),
    Step.DECIDED: say("decided"),
    Step.HANDED_OVER: say("handed over"),
    Step.TAKEN_OVER: say("taken over"),
    Step.RETURNED: say("returned with a question"),
    Step.FULFILLED: say("fulfilled"),
    Step.DECLINED: say("declined"),
    Step.PROPOSED: say("handed to the portfolio"),
}
# What the need's own state says after a step.
STATES: Mapping[str, str] = {
    Step.TAKEN_OVER: "handed over, taken over by delivery",
    Step.RETURNED: "handed over, returned with a question",
    Step.DECLINED: "declined with reason",
}
PREPARED_FOR_CUSTOMER = f"{Step.PREPARED}, {WAITS_FOR_CUSTOMER}"


def newest_step(steps: Sequence[str], state: str) -> str:
    """Return where a need stands: its newest step, or what its state says where no step is on record.

    A need that was decided does not fall back behind the decision because somebody prepared more.
    """
    told = [step for step in steps if step != Step.PROPOSED]
    if not told:
        return step_in(state)
    last = told[-1]
    if last in BEFORE_DECISION:
        later = [step for step in told if step not in BEFORE_DECISION]
        return later[-1] if later else last
    return last


def state_after(step: str, before: str, *, for_customer: bool) -> str:
    """Return what a need's state says after a step; ``before`` stays where the step does not move it."""
    if step == Step.PROPOSED or (
        step in BEFORE_DECISION and step_in(before) not in (*BEFORE_DECISION, "")
    ):
        return before
    if step == Step.PREPARED and for_customer:
        return PREPARED_FOR_CUSTOMER
    return STATES.get(step, step)


def skipped_steps(steps: Collection[str], newest: str) -> tuple[str, ...]:
    """Return the steps before the newest one that nobody took."""
    if newest not in ORDER:
        return ()
    return tuple(step for step in ORDER[: ORDER.index(newest)] if step not in steps)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a need stands, and the people around it; empty where nobody is known."""

    step: str
    customer: str
    is_accepted: bool
    customer_manager: str = ""
    delivery_manager: str = ""
    orderer: str = ""
    forum: str = ""
    is_no: bool = False
    is_told_back: bool = True


def waits_for(stand: Stand) -> Sentence | None:
    """Say for whom a need waits; ``None`` when it waits for nobody."""
    if stand.forum:
        return say("%(forum)s, to decide", forum=FORUMS[stand.forum])
    if not stand.is_told_back:
        return _by(stand.customer_manager, say("customer manager"), say("to tell the answer"))
    if stand.step in ENDS or (stand.step == Step.DECIDED and stand.is_no):
        return None
    if stand.step == Step.PREPARED:
        if not stand.is_accepted:
            return _by(stand.customer, say("customer"), say("to accept the customer role"))
        return _by(stand.customer, say("customer"), say("to decide"))
    if stand.step == Step.HANDED_OVER:
        return _by(
            stand.delivery_manager, say("delivery manager"), say("to take over, or ask back")
        )
    if stand.step == Step.TAKEN_OVER:
        return _by(stand.delivery_manager, say("delivery manager"), say("to fulfil it"))
    return _by(stand.customer_manager, say("customer manager"), TEAM_DOES[stand.step])


TEAM_DOES: Mapping[str, Sentence] = {
    "": say("to understand it"),
    Step.CAPTURED: say("to understand it"),
    Step.UNDERSTOOD: say("to investigate it"),
    Step.INVESTIGATED: say("to prepare it"),
    Step.DECIDED: say("to hand it over"),
    Step.RETURNED: say("to answer the question"),
}
NEXT: Mapping[str, Sentence] = {
    "": say("A good next step: say it back in the customer's words until she nods."),
    Step.CAPTURED: say("A good next step: say it back in the customer's words until she nods."),
    Step.UNDERSTOOD: say(
        "A good next step: look whether something that exists already would do; that costs least."
    ),
    Step.INVESTIGATED: say("A good next step: write the one page in business words, with options."),
    Step.PREPARED: say("A good next step: put the page before the customer, and let her choose."),
    Step.DECIDED: say("A good next step: hand it over to delivery, with the page."),
    Step.HANDED_OVER: say("A good next step: delivery takes it over, or asks back."),
    Step.RETURNED: say("A good next step: answer the question, and hand it over again."),
    Step.TAKEN_OVER: say("A good next step: tell those who asked when they will notice."),
    Step.FULFILLED: say("A good next step: ask those who wanted it whether they feel it."),
}


def next_good_step(stand: Stand) -> Sentence | None:
    """Say what a good next step would be: a hint, never a rule."""
    if stand.forum:
        return say("A good next step: see that the question has options and a day.")
    if not stand.is_told_back:
        return say("A good next step: tell those who asked what was decided, in their words.")
    if stand.step == Step.DECIDED and stand.is_no:
        return None
    if stand.step == Step.PREPARED and not stand.is_accepted:
        return say("A good next step: settle who is customer; until then nobody can decide.")
    return NEXT.get(stand.step)


def _by(person: str, role: Sentence, what: Sentence) -> Sentence:
    if person:
        return say("%(person)s, %(what)s", person=person, what=what)
    return say("a %(role)s who is not named, %(what)s", role=role, what=what)


def likeness(one: str, other: str) -> float:
    """Return how alike two asks are, 0 to 1: the share of their longer words that both have."""
    first, second = _words(one), _words(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _words(text: str) -> frozenset[str]:
    letters = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return frozenset(word for word in letters.split() if len(word) > 3)
