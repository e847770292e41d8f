"""Whose words a pulse holds: hers, heard, guessed; and who may say what a service is worth to her (R25)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domestique.quantities.errors import refuse
from domestique.records.refusals import WordsStand
from domestique.satisfaction.customers_side import CustomersSide, why_not_scorer
from domestique.satisfaction.errors import (
    OnlyHerSideMayScore,
    WhoseWordsNotSaid,
)
from domestique.satisfaction.pulse import AskedCustomer, FeltPulse, Mood, satisfaction_on
from domestique.satisfaction.whose_words import WhoseWords, person_of, whose_words, why_not_over

RETAIL = CustomersSide("C04", "Retail", "Samira Haddad", ("Elif Demir",))
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("speaker", "claimed", "whose"),
    [
        ("Samira Haddad", "", "hers"),
        ("Elif Demir", "our guess", "hers"),
        ("Nadja Berggren", "heard by us", "heard by us"),
        ("Nadja Berggren", "our guess", "our guess"),
    ],
)
def test_her_side_speaks_for_itself_and_it_says_which(speaker, claimed, whose):
    assert whose_words(speaker, RETAIL, claimed) == whose


@pytest.mark.parametrize("claimed", ["", "hers", "certain"])
def test_it_never_speaks_in_her_name(claimed):
    with pytest.raises(WhoseWordsNotSaid, match=r"can be said by: Samira Haddad, Elif Demir\."):
        whose_words("Nadja Berggren", RETAIL, claimed)


def test_a_guess_is_nobodys_word_and_what_was_heard_is_hers_who_said_it():
    assert person_of("Nadja Berggren", RETAIL, WhoseWords.GUESS, "Samira Haddad") == ""
    assert person_of("Nadja Berggren", RETAIL, WhoseWords.HEARD, "") == "Samira Haddad"
    assert person_of("Elif Demir", RETAIL, WhoseWords.HERS, "somebody") == "Elif Demir"


def test_what_she_said_today_is_not_written_over_by_what_we_heard():
    with pytest.raises(WordsStand, match="Only Samira Haddad can change it"):
        refuse(why_not_over("hers", WhoseWords.HEARD, "Samira Haddad"))
    refuse(why_not_over("heard by us", WhoseWords.HERS, "Samira Haddad"))


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("Samira Haddad", True),
        ("Elif Demir", True),
        ("Nadja Berggren", False),
        ("Gunilla Stråhle", False),
        ("Johan Sandelin", False),
        ("", False),
    ],
)
def test_only_her_side_says_what_a_service_is_worth(person, may):
    if may:
        refuse(why_not_scorer(person, RETAIL))
        return
    with pytest.raises(OnlyHerSideMayScore, match=r"said by: Samira Haddad, Elif Demir\."):
        refuse(why_not_scorer(person, RETAIL))


def mood_of(*pulses: FeltPulse):
    found = satisfaction_on(
        TODAY, [AskedCustomer("C04", is_accepted=True)], pulses, stale_after_days=90, currency="SEK"
    )
    return found.accepted[0]


def test_a_guess_is_never_her_mood():
    guess = FeltPulse("C04", TODAY, Mood.POSITIVE, is_guess=True)
    mood = mood_of(guess)
    assert (mood.mood, mood.newest, mood.guess) == (Mood.UNKNOWN, None, guess)


def test_a_newer_guess_leaves_her_word_standing():
    said = FeltPulse("C04", TODAY - timedelta(days=10), Mood.NEGATIVE, "Samira Haddad")
    mood = mood_of(said, FeltPulse("C04", TODAY, Mood.POSITIVE, is_guess=True))
    assert (mood.mood, mood.newest) == (Mood.NEGATIVE, said)


def test_an_old_guess_is_not_told_any_more():
    old = FeltPulse("C04", TODAY - timedelta(days=91), Mood.NEGATIVE, is_guess=True)
    assert mood_of(old).guess is None
