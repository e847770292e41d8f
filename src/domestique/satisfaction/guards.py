"""Who may enter how a customer feels, what a service is worth and what she complains about. Pure rules (``records.guard``).

What a customer said is hers only when she said it herself; what one of us heard is kept as heard, and by whom. What
stands as hers nobody else changes.
"""

from collections.abc import Mapping

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Gate, Row, touched, touches_only
from domestique.records.refusals import NotYourCustomer, OnlyInHerOwnName, WordsStand
from domestique.records.viewer import Viewer
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.customers_side import CustomersSide, why_not_scorer
from domestique.satisfaction.errors import (
    AnswersAreGiven,
    HeardByWhom,
    OnlyItAnswers,
    WhoseWordsNotSaid,
    some_named,
)

HER_VERDICT = ("is_satisfied", "verdict_by")
HER_COMPLAINT = ("customer_id", "person", "received_on", "complaint")
PULSE_GATES = (
    Gate("*hers*", "she herself, on the customer's side", "", "face, words, what she contemplates"),
    Gate("*heard by us*, *our guess*", "who in IT heard it", "noted_by is that person"),
)
SCORE_GATES = (
    Gate(
        "what a service is worth",
        "the customer's side, each herself",
        "",
        "the score and its words",
    ),
)
COMPLAINT_GATES = (
    Gate(
        "whether the answer satisfies",
        "who says or heard it",
        "verdict_by is that person",
        "what the customer's side said",
    ),
    Gate("what it is about", "whoever receives it", "", "her words"),
)
ANSWER_GATES = (
    Gate("an answer", "whoever was asked, by the link of her letter", "", "the answer"),
)
Sides = Mapping[str, CustomersSide]


def pulse(viewer: Viewer, before: Row | None, after: Row, sides: Sides) -> Refusal | None:
    """A customer's side says how it feels in its own name; IT notes what it heard or guesses, in its own name too."""
    in_it = viewer.may(Ability.SEE_PICTURE) or viewer.may(Ability.CHANGE_RECORDS)
    side = _side(sides, after)
    if before and before["whose"] == WhoseWords.HERS:
        said_by = before["person"] or side.person
        if viewer.person != said_by:
            return WordsStand(person=said_by).at(touched(before, after)[0])
    if after["whose"] == WhoseWords.HERS:
        if after["person"] == viewer.person and side.holds(viewer.person):
            return None
        if in_it:
            return WhoseWordsNotSaid(
                person=viewer.person, customer=side.name, people=some_named(side.people)
            ).at("whose")
    if not in_it:
        what = say("say how it feels")
        return OnlyInHerOwnName(person=viewer.person, what=what, by=after["person"]).at("person")
    if after["noted_by"] != viewer.person:
        return HeardByWhom(person=viewer.person, column="noted_by").at("noted_by")
    return None


def value_score(viewer: Viewer, before: Row | None, after: Row, sides: Sides) -> Refusal | None:
    """What a service is worth is entered by who says so, on the customer's side."""
    by = after["scored_by"]
    if viewer.person != by:
        what = say("score what a service is worth")
        return OnlyInHerOwnName(person=viewer.person, what=what, by=by).at("scored_by")
    if before and before["scored_by"] != viewer.person:
        return WordsStand(person=before["scored_by"]).at("scored_by")
    refusal = why_not_scorer(viewer.person, _side(sides, after))
    return refusal.at("scored_by") if refusal else None


def complaint(viewer: Viewer, before: Row | None, after: Row, sides: Sides) -> Refusal | None:
    """Whoever sees a customer may bring her complaint and her verdict; IT does the rest. Her words stand."""
    answers = viewer.may(Ability.WORK_WITH_CUSTOMERS) or viewer.may(Ability.CHANGE_RECORDS)
    if not (answers or before is None or touches_only(before, after, HER_VERDICT)):
        return OnlyItAnswers(person=viewer.person)
    reworded = touched(before, after, HER_COMPLAINT) if before and before["person"] else []
    if before and reworded and before["person"] != viewer.person:
        return WordsStand(person=before["person"]).at(reworded[0])
    if not touched(before, after, HER_VERDICT):
        return None
    asked_anew = after["is_satisfied"] is None and touched(before, after, ["answer"])
    said_by = before["verdict_by"] if before else ""
    if said_by != viewer.person and _side(sides, after).holds(said_by) and not asked_anew:
        return WordsStand(person=said_by).at("is_satisfied")
    if after["is_satisfied"] is not None and after["verdict_by"] != viewer.person:
        return HeardByWhom(person=viewer.person, column="verdict_by").at("verdict_by")
    return None


def complaint_stands(viewer: Viewer, row: Row, _: object) -> Refusal | None:
    """What a customer's side complained about stands, for all but herself and whoever keeps the picture."""
    said_by = row["person"]
    if viewer.abilities is None or said_by in ("", viewer.person):
        return None
    return WordsStand(person=said_by)


def survey_answer(viewer: Viewer, _before: Row | None, after: Row, _: object) -> Refusal | None:
    """An answer is given on the sheet of a link, by whoever was asked."""
    if viewer.sheet:
        return None if after["sheet"] == viewer.sheet else NotYourCustomer()
    return AnswersAreGiven(person=viewer.person)


def _side(sides: Sides, row: Row) -> CustomersSide:
    id_ = row["customer_id"]
    return sides.get(id_) or CustomersSide(id_, id_, "")
