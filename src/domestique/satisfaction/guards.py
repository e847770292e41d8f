"""Who may enter how a customer feels, what a service is worth and what she complains about. Pure rules (``records.guard``)."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Row, may_not, touches_only
from domestique.records.refusals import NotYourCustomer, OnlyInHerOwnName
from domestique.records.viewer import Viewer
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.errors import OnlyItAnswers

HER_VERDICT = ("is_satisfied",)


def pulse(viewer: Viewer, before: Row | None, after: Row, _: object) -> Refusal | None:
    """IT notes how a customer feels; her own side says it only in its own name."""
    in_it = viewer.may(Ability.SEE_PICTURE) or viewer.may(Ability.CHANGE_RECORDS)
    is_own = after["person"] == viewer.person and after["whose"] == WhoseWords.HERS
    if before is None and not (in_it or is_own):
        what = say("say how it feels")
        return OnlyInHerOwnName(person=viewer.person, what=what, by=after["person"]).at("person")
    return None


def value_score(viewer: Viewer, _before: Row | None, after: Row, _: object) -> Refusal | None:
    """What a service is worth is entered by who says so."""
    by = after["scored_by"]
    if viewer.person != by:
        what = say("score what a service is worth")
        return OnlyInHerOwnName(person=viewer.person, what=what, by=by).at("scored_by")
    return None


def complaint(viewer: Viewer, before: Row | None, after: Row, _: object) -> Refusal | None:
    """Whoever sees a customer may bring her complaint and her verdict; IT does the rest."""
    answers = viewer.may(Ability.WORK_WITH_CUSTOMERS) or viewer.may(Ability.CHANGE_RECORDS)
    if answers or before is None or touches_only(before, after, HER_VERDICT):
        return None
    return OnlyItAnswers(person=viewer.person)


def survey_answer(viewer: Viewer, _before: Row | None, after: Row, _: object) -> Refusal | None:
    """An answer is given on the sheet of a link; its file is loaded by who sees all customers."""
    if viewer.sheet:
        return None if after["sheet"] == viewer.sheet else NotYourCustomer()
    if not viewer.may(Ability.CHANGE_RECORDS):
        return may_not(viewer, Ability.CHANGE_RECORDS)
    return None if viewer.customers is None else NotYourCustomer()
