"""Verbs about mood, value, alternatives and complaints, on the demo organisation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.records.ability import Ability
from domestique.records.refusals import WordsStand
from domestique.records.saving import ChangedMeanwhile
from domestique.records.viewer import Viewer
from domestique.satisfaction import complaint_actions as complaints
from domestique.satisfaction.actions import (
    Doubt,
    Elsewhere,
    Worth,
    change_alternative,
    note_alternative,
    score_value,
    tell_face,
    tell_words,
)
from domestique.satisfaction.errors import (
    CustomerNotSeen,
    FaceNotChosen,
    FieldLeftEmpty,
    OnlyHerSideMayScore,
    OnlyItAnswers,
)
from domestique.satisfaction.models import Alternative, Complaint, Pulse, ValueScore
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import satisfaction_seen_by

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)
SAMIRA, NADJA = Viewer("Samira Haddad"), Viewer("Nadja Berggren")


def mood_now(customer: str = "C04") -> Mood:
    found = satisfaction_seen_by(NADJA, TODAY)
    return next(one.mood for one in (*found.accepted, *found.apart) if one.customer == customer)


def test_one_tap_is_her_mood_at_once():
    pulse = tell_face(SAMIRA, "C04", TODAY, face="positive")
    assert (pulse.whose, pulse.person, pulse.noted_by) == ("hers", "Samira Haddad", "")
    assert mood_now() is Mood.POSITIVE


def test_second_tap_of_a_day_changes_the_first_and_the_history_has_both():
    tell_face(SAMIRA, "C04", TODAY, face="positive")
    tell_face(SAMIRA, "C04", TODAY, face="neutral")
    told = Pulse.history.filter(customer_id="C04", date=TODAY)
    assert [one.face for one in told.order_by("history_id")] == ["positive", "neutral"]
    assert mood_now() is Mood.NEUTRAL


def test_a_guess_does_not_move_the_headline():
    before = str(satisfaction_seen_by(NADJA, TODAY).headline)
    tell_face(NADJA, "C09", TODAY, face="positive", whose="our guess")
    tell_face(NADJA, "C08", TODAY, face="positive", whose="our guess")
    assert str(satisfaction_seen_by(NADJA, TODAY).headline) == before
    assert mood_now("C08") is Mood.UNKNOWN


def test_what_was_heard_counts_and_says_who_noted_it():
    pulse = tell_face(NADJA, "C08", TODAY, face="negative", whose="heard by us")
    assert (pulse.person, pulse.noted_by) == ("Hanna Rosqvist", "Nadja Berggren")
    assert mood_now("C08") is Mood.NEGATIVE


def test_words_come_after_the_tap_and_only_she_changes_hers():
    pulse = tell_face(SAMIRA, "C04", TODAY, face="neutral")
    doubt = Doubt(" Quieter. ", "nothing", "December without a fault", Decimal(100))
    told = tell_words(SAMIRA, pulse.pk, pulse.version, TODAY, doubt)
    assert (told.words, told.contemplating, told.at_stake) == ("Quieter.", "nothing", 100)
    with pytest.raises(WordsStand):
        tell_words(NADJA, pulse.pk, told.version, TODAY, Doubt("Loud."))


@pytest.mark.parametrize(
    ("viewer", "customer", "face", "refusal"),
    [
        (NADJA, "C04", "furious", FaceNotChosen),
        (NADJA, "C99", "neutral", CustomerNotSeen),
        (Viewer("Elif Demir", frozenset({"C04"})), "C02", "neutral", CustomerNotSeen),
    ],
)
def test_what_is_no_face_and_who_is_not_seen_is_refused(viewer, customer, face, refusal):
    with pytest.raises(refusal):
        tell_face(viewer, customer, TODAY, face=face, whose="heard by us")


@pytest.mark.parametrize("person", ["Samira Haddad", "Elif Demir", "Patrik Solberg"])
def test_her_side_scores(person):
    worth = Worth(3, Decimal(35000))
    score = score_value(Viewer(person), "C04", "S03", TODAY, worth)
    assert (score.scored_by, score.score, score.key) == (person, 3, "C04 S03 2026-11-21")


@pytest.mark.parametrize(
    "person", ["Nadja Berggren", "Petri Salmela", "Gunilla Stråhle", "Johan Sandelin"]
)
def test_nobody_else_scores_not_even_the_keeper(person):
    before = ValueScore.objects.count()
    with pytest.raises(OnlyHerSideMayScore, match="It can be said by: Samira Haddad, Elif Demir"):
        score_value(Viewer(person), "C04", "S03", TODAY, Worth(5))
    assert ValueScore.objects.count() == before


def test_alternative_is_noted_and_written_on():
    heard = Elsewhere(("S07",), "Tills from the bank", "contemplated", at_stake=Decimal(90000))
    noted = note_alternative(NADJA, "C04", TODAY, heard)
    assert (noted.id, noted.heard_by, noted.services) == ("AL7", "Nadja Berggren", ["S07"])
    turned = Elsewhere(("S07",), "Tills from the bank", "dropped", learned="They asked for a price")
    assert (
        change_alternative(NADJA, "AL7", noted.version, turned).learned == "They asked for a price"
    )
    with pytest.raises(ChangedMeanwhile):
        change_alternative(NADJA, "AL7", 1, turned)


def test_an_alternative_says_what_it_is():
    with pytest.raises(FieldLeftEmpty, match="What is considered instead is empty"):
        note_alternative(NADJA, "C04", TODAY, Elsewhere((), "  ", "tried"))
    assert Alternative.objects.count() == 6


def test_complaint_from_receipt_to_close():
    filed = complaints.receive(SAMIRA, "C04", TODAY, complaint="Again", services=["S03"])
    assert (filed.id, filed.person) == ("K3", "Samira Haddad")
    step = complaints.acknowledge(NADJA, "K3", filed.version, TODAY)
    step = complaints.explain(NADJA, "K3", step.version, "A lock in the database")
    step = complaints.answer(NADJA, "K3", step.version, TODAY, "It is mended")
    step = complaints.judge(SAMIRA, "K3", step.version, is_satisfied=True)
    step = complaints.close(NADJA, "K3", step.version, TODAY, is_escalated=False)
    assert (step.closed_on, Complaint.history.filter(id="K3").count()) == (TODAY, 6)


def test_a_new_answer_asks_anew():
    step = complaints.answer(NADJA, "K1", Complaint.objects.get(pk="K1").version, TODAY, "Now")
    assert step.is_satisfied is None


def test_steps_of_it_are_not_the_customers_to_take():
    hers = Viewer("Samira Haddad", frozenset({"C04"}), frozenset({Ability.SEE_OWN}))
    version = Complaint.objects.get(pk="K1").version
    with pytest.raises(OnlyItAnswers, match="customer managers"):
        complaints.explain(hers, "K1", version, "I say so")
    assert complaints.judge(hers, "K1", version, is_satisfied=True).is_satisfied
