"""How far a need has come, read from its state as people write it, and whether it asks for something new.

A state is a few words of a closed list, in English, Swedish or Finnish: steps, joined by an arrow or a semicolon, and
behind a comma for whom it waits. Other words are no state; they are refused on their way in, and where they stand
already nothing is read out of them.
"""

import re
from collections.abc import Container, Sequence
from enum import StrEnum

from domestique.quantities.sentence import Sentence, say
from domestique.relations.choices import AsksFor, Forum, Step


class NeedStage(StrEnum):
    """How far a need has come: it waits, it is decided and on its way, it is felt, or it was declined."""

    WAITING = "waiting"
    DECIDED = "decided"
    FULFILLED = "fulfilled"
    DECLINED = "declined"


STAGES: dict[str, NeedStage] = {
    Step.DECIDED: NeedStage.DECIDED,
    Step.HANDED_OVER: NeedStage.DECIDED,
    Step.TAKEN_OVER: NeedStage.DECIDED,
    Step.RETURNED: NeedStage.DECIDED,
    Step.FULFILLED: NeedStage.FULFILLED,
    Step.DECLINED: NeedStage.DECLINED,
}
STEP_MARKS = re.compile(r"\s*(?:-+>|→|;)\s*")
# The words of each step, by what they say in English; the same words in Swedish and Finnish.
WRITTEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "captured": (Step.CAPTURED, ("fångad", "fångat", "kirjattu")),
    "understood": (Step.UNDERSTOOD, ("förstådd", "förstått", "ymmärretty")),
    "investigated": (Step.INVESTIGATED, ("utredd", "utrett", "selvitetty")),
    "prepared": (Step.PREPARED, ("förberedd", "förberett", "valmisteltu")),
    "prepared with orderer": (
        Step.PREPARED,
        ("förberedd med beställaren", "förberett med beställaren", "valmisteltu tilaajan kanssa"),
    ),
    "decided": (Step.DECIDED, ("beslutad", "beslutat", "päätetty")),
    "decided yes": (Step.DECIDED, ("beslutad ja", "beslutat ja", "päätetty kyllä")),
    "decided no": (Step.DECLINED, ("beslutad nej", "beslutat nej", "päätetty ei")),
    "declined": (Step.DECLINED, ("avslagen", "avslaget", "hylätty")),
    "declined with reason": (
        Step.DECLINED,
        ("avslagen med skäl", "avslaget med skäl", "hylätty perustellusti"),
    ),
    "handed over": (Step.HANDED_OVER, ("överlämnad", "överlämnat", "luovutettu")),
    "taken over": (Step.TAKEN_OVER, ("övertagen", "övertaget", "otettu vastaan")),
    "taken over by delivery": (
        Step.TAKEN_OVER,
        ("övertagen av leveransen", "övertaget av leveransen", "toimitus ottanut vastaan"),
    ),
    "returned": (Step.RETURNED, ("återlämnad", "återlämnat", "palautettu")),
    "returned with a question": (
        Step.RETURNED,
        ("återlämnad med en fråga", "återlämnat med en fråga", "palautettu kysymyksen kanssa"),
    ),
    "fulfilled": (Step.FULFILLED, ("uppfylld", "uppfyllt", "toteutettu")),
    "handed to the portfolio": (
        Step.PROPOSED,
        ("lämnad till portföljen", "lämnat till portföljen", "annettu portfolioon"),
    ),
}
WAITS_FOR_CUSTOMER = "waits for customer"
WAITS: dict[str, tuple[str, ...]] = {
    WAITS_FOR_CUSTOMER: ("väntar på kunden", "odottaa asiakasta"),
    "waits for orderer": ("väntar på beställaren", "odottaa tilaajaa"),
}
IN_ENGLISH = {
    theirs: ours
    for ours, others in (*((one, words) for one, (_, words) in WRITTEN.items()), *WAITS.items())
    for theirs in (ours, *others)
}
FIRST_WORDS = {
    "captured": say("Captured"),
    "understood": say("Understood"),
    "investigated": say("Investigated"),
    "prepared": say("Prepared"),
    "prepared with orderer": say("Prepared with the orderer"),
    "decided": say("Decided"),
    "decided yes": say("Decided: yes"),
    "decided no": say("Decided: no"),
    "declined": say("Declined"),
    "declined with reason": say("Declined, with a reason"),
    "handed over": say("Handed over"),
    "taken over": say("Taken over"),
    "returned": say("Returned"),
    "fulfilled": say("Fulfilled"),
    "handed to the portfolio": say("Handed to the portfolio"),
}
THEN_WORDS = {
    "waits for customer": say("waits for the customer"),
    "waits for orderer": say("waits for the orderer"),
    "handed over": say("handed over"),
    "taken over": say("taken over"),
    "taken over by delivery": say("taken over by delivery"),
    "returned with a question": say("returned with a question"),
}
THE_CUSTOMER = frozenset({Forum.CUSTOMER, *Forum.CUSTOMER.also_written})


def _parts(state: str) -> list[str]:
    """Return the steps of a state as they are written, each with what stands behind its comma."""
    return [part for part in STEP_MARKS.split(state.strip()) if part]


def _words(part: str) -> list[str]:
    """Return the words of a part in English; words of no list stay as they are, in small letters."""
    words = (" ".join(word.split()).casefold() for word in part.split(","))
    return [IN_ENGLISH.get(word, word) for word in words if word]


def word_not_understood(state: str) -> str:
    """Return the first word of a state that is on no list; empty where all are. Marks between no words are no state."""
    words = [word for part in _parts(state) for word in _words(part)]
    return next((word for word in words if word not in IN_ENGLISH), "" if words else state.strip())


def is_contradicted(part: str) -> bool:
    """Whether a step that is written declines the need, and the words behind its comma do not: ``decided yes, decided no``."""
    stages = {STAGES.get(WRITTEN[word][0]) for word in _words(part) if word in WRITTEN}
    return NeedStage.DECLINED in stages and len(stages) > 1


def contradiction_in(state: str) -> str:
    """Return the first step of a state that says two things at once, as it is written; empty where none does."""
    return next(filter(is_contradicted, _parts(state)), "")


def waits_for_the_customer(state: str) -> bool:
    """Whether the newest step of a state says that it waits for the customer."""
    return WAITS_FOR_CUSTOMER in _words((_parts(state) or [""])[-1])


def is_hers_to_decide(decider: str) -> bool:
    """Whether the customer decides: the word for her in one of three languages, and perhaps a remark in brackets."""
    return decider.partition("(")[0].strip().casefold() in THE_CUSTOMER


def step_in(state: str) -> str:
    """Return the newest step that a state names; empty when it names none, holds words of no list, or contradicts itself.

    What was handed to the portfolio stands where it stood: that is no step on its way.
    """
    if word_not_understood(state) or contradiction_in(state):
        return ""
    steps = [step for step in _steps(state) if step != Step.PROPOSED]
    return steps[-1] if steps else ""


def is_in_the_portfolio(state: str) -> bool:
    """Whether a state says that the need was handed to the portfolio."""
    return Step.PROPOSED in _steps(state)


def _steps(state: str) -> list[str]:
    words = [word for part in _parts(state) for word in _words(part)]
    return [WRITTEN[word][0] for word in words if word in WRITTEN]


def stage_of(state: str) -> NeedStage:
    """Return how far a need has come: it waits unless the newest step of its state says more."""
    return STAGES.get(step_in(state), NeedStage.WAITING)


def state_told(state: str) -> Sentence:
    """Say in plain words how far a need has come: the newest step, what follows from it, and the steps before.

    ``captured->decided`` is *Decided (before: captured)*. Words of no list are said as they are written.
    """
    steps = [part for part in _parts(state) if _words(part)]
    if not steps:
        return say("Nobody has said how far")
    newest = _step_told(steps[-1])
    if len(steps) == 1:
        return newest
    before = ", ".join(word for step in steps[:-1] for word in _words(step))
    return say("%(newest)s (before: %(steps)s)", newest=newest, steps=before)


def _step_told(step: str) -> Sentence:
    """Say one step: what it is called, and what stands behind its comma."""
    first, _, rest = (part.strip() for part in step.partition(","))
    told = FIRST_WORDS.get(" ".join(_words(first))) or say(
        "%(state)s", state=first[:1].upper() + first[1:]
    )
    if not rest:
        return told
    then = THEN_WORDS.get(" ".join(_words(rest))) or say("%(state)s", state=rest)
    return say("%(state)s; %(then)s", state=told, then=then)


# What notes said before there was a column for it; read once, to propose what it should hold.
SAYS_NEW = ("new service", "candidate product", "no service covers")


def asked_in_note(note: str) -> str:
    """Return what a note of old proposes that a need asks for; empty where it proposes nothing."""
    return AsksFor.NEW_SERVICE if any(words in note.casefold() for words in SAYS_NEW) else ""


def why_new(asks_for: str, services: Sequence[str], offered: Container[str]) -> Sentence | None:
    """Return why a need asks for something nobody offers; ``None`` if a service covers it.

    Either it says so, or it does not say what it asks for and none of the services it names is among those ``offered``.
    """
    if asks_for == AsksFor.NEW_SERVICE:
        return say("it asks for a new service")
    if asks_for:
        return None
    if not services:
        return say("it names no service")
    if not any(service in offered for service in services):
        return say("nobody offers what it names: %(services)s", services=", ".join(services))
    return None
