"""Who is invited and who rests, what a link is worth, and words without names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domestique.access.link_secret import hash_of, new_secret
from domestique.satisfaction.errors import LinkExpired, LinkUsed, SurveyNotOpenYet
from domestique.satisfaction.surveys.invitation import (
    Invitee,
    Why,
    choose,
    groups_kept,
    rests_until,
    why_not_answer,
)
from domestique.satisfaction.surveys.survey_words import LANGUAGES, WORDS, language_for

TODAY = date(2026, 11, 21)
MIRA = Invitee("Mira Falk", "Mira.Falk@norrhjul.example", "sv", "C02")


@pytest.mark.parametrize(("days", "is_invited"), [(0, False), (89, False), (90, True), (400, True)])
def test_one_invitation_in_ninety_days(days, is_invited):
    last = {"mira.falk@norrhjul.example": TODAY - timedelta(days=days)}
    choice = choose([MIRA], frozenset(), last, TODAY)
    assert bool(choice.invited) is is_invited


def test_who_rests_is_told_until_when():
    asked = TODAY - timedelta(days=30)
    choice = choose([MIRA], frozenset(), {MIRA.email.casefold(): asked}, TODAY)
    (spared,) = choice.spared
    assert (spared.why, spared.until) == (Why.RESTS, asked + timedelta(days=90))
    assert rests_until(asked) == date(2027, 1, 20)


def test_who_has_this_survey_already_and_who_has_no_address_are_spared():
    silent = Invitee("Bengt Åhman", "")
    choice = choose([MIRA, silent], frozenset({MIRA.email.casefold()}), {}, TODAY)
    assert [one.why for one in choice.spared] == [Why.INVITED, Why.NO_ADDRESS]


def test_two_roles_get_one_letter():
    assert len(choose([MIRA, MIRA], frozenset(), {}, TODAY).invited) == 1


def test_a_customer_stands_on_a_sheet_only_among_five():
    assert groups_kept(["C01"] * 4 + ["C02"] * 5 + [""] * 9) == frozenset({"C02"})


@pytest.mark.parametrize(
    ("answered", "today", "refusal"),
    [
        (False, date(2026, 11, 8), SurveyNotOpenYet),
        (False, date(2026, 11, 9), type(None)),
        (False, date(2026, 12, 4), type(None)),
        (False, date(2026, 12, 5), LinkExpired),
        (True, date(2026, 11, 9), LinkUsed),
    ],
)
def test_a_link_is_good_once_and_for_a_time(answered, today, refusal):
    opens, closes = date(2026, 11, 9), date(2026, 12, 4)
    found = why_not_answer("Spring", opens, closes, today, is_answered=answered)
    assert type(found) is refusal


def test_secrets_are_long_alike_to_none_and_kept_only_as_a_hash():
    secrets = {new_secret() for _ in range(2000)}
    assert len(secrets) == 2000
    assert {len(one) for one in secrets} == {32}
    assert not any(one in hash_of(one) for one in secrets)


def test_every_language_has_every_word_with_the_same_places():
    for key, text in WORDS["en"].items():
        places = {part.split(")")[0] for part in text.split("%(")[1:]}
        for language in LANGUAGES:
            theirs = {part.split(")")[0] for part in WORDS[language][key].split("%(")[1:]}
            assert theirs == places, (language, key)


@pytest.mark.parametrize(
    ("wished", "got"), [("sv-SE", "sv"), ("FI", "fi"), ("de", "en"), ("", "en")]
)
def test_language_of_a_letter(wished, got):
    assert language_for(wished) == got
