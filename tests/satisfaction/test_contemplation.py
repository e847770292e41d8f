"""What a customer considers doing is a word of a list; her own words for it stay hers."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.satisfaction.choices import Contemplation
from domestique.satisfaction.contemplation import CALLED, considered_in, contemplated
from domestique.satisfaction.pulse import (
    AskedCustomer,
    FeltPulse,
    Mood,
    satisfaction_on,
    unasked_contemplations,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("own e-bike data platform in public cloud", Contemplation.GO_AROUND),
        ("evaluating a SaaS web shop", Contemplation.BUY),
        ("cut scope", Contemplation.CUT),
        ("shadow cloud already in use", Contemplation.GO_AROUND),
        ("use less", Contemplation.CUT),
        ("Nothing.", Contemplation.NOTHING),
        ("ulkoistaa kaikki", Contemplation.OUTSOURCE),
        # More than one thing, or none of the words: nobody knows.
        ("buy less", ""),
        ("downtown", ""),
        ("", ""),
    ],
)
def test_words_of_old_propose_what_they_say_and_nothing_else(words, code):
    assert considered_in(words) == code


@pytest.mark.parametrize(
    ("considers", "words", "told"),
    [
        (Contemplation.BUY, "a SaaS web shop", "a SaaS web shop"),
        (Contemplation.BUY, "", "to buy it as a service elsewhere"),
        ("", "a SaaS web shop", "a SaaS web shop"),
        (Contemplation.NOTHING, "nothing at all", "None"),
        ("", "", "None"),
    ],
)
def test_her_words_are_told_and_the_word_of_the_list_where_there_are_none(considers, words, told):
    assert str(contemplated(considers, words)) == told


def test_every_word_of_the_list_is_called_something():
    assert set(CALLED) == set(Contemplation)


def moods(*pulses: FeltPulse):
    customers = [AskedCustomer("C1", is_accepted=True)]
    found = satisfaction_on(TODAY, customers, pulses, stale_after_days=60, currency="SEK")
    return found.accepted


def test_nothing_is_an_answer_too():
    asked = FeltPulse("C1", TODAY, Mood.NEGATIVE, "Anna", considers=Contemplation.NOTHING)
    assert unasked_contemplations(moods(asked)) == []
    assert len(unasked_contemplations(moods(FeltPulse("C1", TODAY, Mood.NEGATIVE, "Anna")))) == 1


def test_a_bare_tap_leaves_what_she_considers():
    said = FeltPulse("C1", date(2026, 11, 1), Mood.NEUTRAL, "Anna", considers=Contemplation.CUT)
    (mood,) = moods(said, FeltPulse("C1", TODAY, Mood.POSITIVE, "Anna"))
    assert (mood.mood, mood.voices[0].considers) == (Mood.POSITIVE, Contemplation.CUT)
