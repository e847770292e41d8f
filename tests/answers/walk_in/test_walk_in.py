"""Before you walk in, from the demo: what Nadja takes along to Samira."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.walk_in.walk_in import walk_in_sheet

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
CLOCK = date(2030, 1, 1)


@pytest.fixture
def sheet_of(viewer):
    return lambda customer: walk_in_sheet(viewer, customer, CLOCK)


def test_the_day_is_the_day_of_the_data(sheet_of):
    assert sheet_of("C04").day == date(2026, 11, 21)


def test_missed_promises_are_one_sentence_each(sheet_of):
    sheet = sheet_of("C04")
    assert str(sheet.missed_title) == "Promised and missed in October 2026"
    assert str(sheet.missed[0]) == (
        "Web shop was away 265 minutes, on 11, 25 October 2026; the promise of 99.95 % allows 22."
    )
    assert (len(sheet.missed), sheet.more_missed) == (4, 0)


def test_money_says_charge_pace_and_budget(sheet_of):
    assert [str(one) for one in sheet_of("C04").money] == [
        "Retail & E-commerce is charged 10.7 MSEK, 7.1 % more than planned.",
        "At this pace the year ends at 12.9 MSEK.",
        "The year's plan is 119 kSEK above the IT budget.",
    ]


def test_samira_is_asked_about_sundays_the_alternative_and_black_week(sheet_of):
    texts = [str(question.text) for question in sheet_of("C04").questions]
    assert texts[0] == "What would it be worth to you that Sundays are quiet?"
    assert "evaluating a SaaS web shop" in texts[1]
    assert "Black week campaign on 2026-11-27 leans on Web shop" in texts[2]


def test_waiting_need_is_marked(sheet_of):
    (need,) = sheet_of("C10").needs
    assert (need.need.id, need.is_waiting) == ("N02", True)
    assert not any(one.is_waiting for one in sheet_of("C04").needs)


def test_what_we_owe_ends_with_contracts_that_carry_her_services(sheet_of):
    owed = [one.subject for one in sheet_of("C04").owed]
    assert owed[:2] == ["K1", "IN01"]
    assert owed[-3:] == ["V05-1", "V07-1", "V08-1"]


def test_old_words_are_said_to_be_old(sheet_of):
    assert str(sheet_of("C08").said_age) == "193 days ago, too old to say anything about now"


def test_nobody_asked_leaves_no_age_and_no_alternative(sheet_of):
    sheet = sheet_of("C09")
    assert (sheet.said_age, sheet.alternative) == (None, None)


def test_a_customer_who_is_not_there_has_no_sheet(sheet_of):
    assert sheet_of("C99") is None
