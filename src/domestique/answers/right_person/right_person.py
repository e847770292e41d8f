"""Right question, right person, as pages and the command line show it: the answer with everybody's e-mail."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domestique.parties.errors import QuestionNotKnown, UnitNotKnown
from domestique.parties.queries import day_for, emails_of, units_visible_to
from domestique.parties.questions import PLACES, Answer, Asked, Place, WantsToAsk
from domestique.parties.right_person import Talk, answer_to, whom_to_talk_to
from domestique.parties.router_queries import around_unit, unit_named, units_of_person
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import Sentence, Value, say
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody one is sent to: what she does here, her name, and her e-mail where it is known."""

    part: Sentence
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class RightPerson:
    """The answer about a unit: whom to talk to at all and, to a question, who prepares and decides, where and why."""

    unit: str
    name: str
    talk: Talk
    answer: Answer | None
    headline: Sentence
    place: Sentence | None
    people: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asked: a unit or a person as written, a kind of question, and what narrows it."""

    unit: str
    question: str = ""
    on: date | None = None
    services: tuple[str, ...] = ()
    cost: Decimal | None = None


def right_person(viewer: Viewer, wanted: Wanted, clock: date) -> RightPerson:
    """Answer who prepares and who decides; refuses a unit or a kind of question that is not known."""
    unit_id = unit_named(viewer, wanted.unit)
    day = wanted.on or day_for(viewer, clock)
    around = around_unit(viewer, unit_id, day) if unit_id else None
    if around is None:
        raise UnitNotKnown(written=wanted.unit)
    talk, emails = whom_to_talk_to(around), emails_of(viewer)
    if not wanted.question:
        people = (
            (say("customer manager"), talk.customer_manager),
            (say("delivery manager"), talk.delivery_manager),
        )
        reached = _reached(people, emails)
        return RightPerson(unit_id, around.unit, talk, None, talk.says, None, reached)
    asked = Asked(_question(wanted.question), day, wanted.services, wanted.cost)
    answer = answer_to(asked, around)
    names = service_names(viewer)
    answer = replace(answer, reasons=tuple(one.naming(names) for one in answer.reasons))
    reached = _reached(_people(answer, talk), emails)
    place = PLACES[answer.forum]
    return RightPerson(
        unit_id, around.unit, talk, answer, headline_of_answer(answer), place, reached
    )


def headline_of_answer(answer: Answer) -> Sentence:
    """Return the answer in one sentence: who prepares, who decides, where."""
    values: dict[str, Value] = {
        "prepares": answer.prepares,
        "decides": answer.decides,
        "forum": PLACES[answer.forum],
    }
    if answer.forum is Place.DESK and answer.prepares:
        return say("Ask the service desk; %(prepares)s leads it.", **values)
    if not answer.needs_decision or (not answer.decides and not answer.prepares):
        return say("Nobody answers for this yet.")
    if not answer.decides:
        return say("%(prepares)s may prepare it, but nobody can decide it now.", **values)
    if not answer.prepares:
        return say("%(decides)s decides, in %(forum)s; nobody is there to prepare it.", **values)
    if answer.decides == answer.prepares:
        return say("%(decides)s, in %(forum)s.", **values)
    return say("%(prepares)s prepares it and %(decides)s decides, in %(forum)s.", **values)


def units_to_ask_for(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Return every unit, by id and name, to choose from."""
    return tuple(units_visible_to(viewer).values_list("id", "name"))


def own_unit(viewer: Viewer) -> str:
    """Return the name of the unit that a viewer stands for herself, to ask about first; empty if there is none."""
    names = dict(units_to_ask_for(viewer))
    return next((names[id_] for id_ in units_of_person(viewer, viewer.person) if id_ in names), "")


def _question(written: str) -> WantsToAsk:
    try:
        return WantsToAsk(written.strip().lower())
    except ValueError:
        raise QuestionNotKnown(written=written, known=[one.value for one in WantsToAsk]) from None


def _people(answer: Answer, talk: Talk) -> tuple[tuple[Sentence, str], ...]:
    if not answer.needs_decision:
        return ((say("answers"), answer.prepares),)
    return (
        (say("prepares"), answer.prepares),
        (say("decides"), answer.decides),
        (say("customer manager"), talk.customer_manager),
        (say("delivery manager"), talk.delivery_manager),
    )


def _reached(
    people: tuple[tuple[Sentence, str], ...], emails: dict[str, str]
) -> tuple[Reached, ...]:
    return tuple(Reached(part, name, emails.get(name, "")) for part, name in people if name)
