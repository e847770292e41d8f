"""Right question, right person: the whole table of kinds of question, and what changes the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.parties.mandates import Grant
from domestique.parties.questions import Answer, AroundUnit, Asked, Place, WantsToAsk
from domestique.parties.right_person import answer_to, whom_to_talk_to

TODAY = date(2026, 11, 21)
HERS = Grant("Samira", Decimal(500_000), (), date(2026, 1, 1), date(2026, 12, 31))
WEB_SHOP = AroundUnit(
    unit="Web shop",
    customer="Retail",
    person="Samira",
    status="accepted",
    currency="SEK",
    orderer="Elif",
    team="Team Prick",
    customer_manager="Nadja",
    delivery_manager="Oskar",
    desk="Elsa",
    controller="Petri",
    chair="Gunilla",
    grants=(HERS,),
)


def ask(question: str, around: AroundUnit = WEB_SHOP, day: date = TODAY, **more) -> Answer:
    return answer_to(Asked(WantsToAsk(question), day, **more), around)


def said(answer: Answer) -> str:
    return " ".join(str(reason) for reason in answer.reasons)


@pytest.mark.parametrize(
    ("question", "prepares", "decides", "forum"),
    [
        ("use", "Elsa", "", Place.DESK),
        ("order", "Elif", "Elif", Place.CATALOGUE),
        ("new-need", "Elif", "Samira", Place.DIALOGUE),
        ("new-service", "Elif", "Samira", Place.DIALOGUE),
        ("change", "Elif", "Samira", Place.DIALOGUE),
        ("level", "Oskar", "Samira", Place.FOLLOW_UP),
        ("price", "Petri", "Samira", Place.FOLLOW_UP),
        ("breach", "Oskar", "Oskar", Place.FOLLOW_UP),
        ("complaint", "Nadja", "Nadja", Place.TEAM),
        ("strategy", "Nadja", "Gunilla", Place.STEERING),
    ],
)
def test_every_kind_of_question_has_its_person_and_forum(question, prepares, decides, forum):
    answer = ask(question)
    assert (answer.prepares, answer.decides, answer.forum) == (prepares, decides, forum)
    assert answer.reasons


def test_table_covers_every_kind_of_question():
    assert all(ask(question).reasons for question in WantsToAsk)


def test_an_orderer_prepares_a_new_service_and_never_decides_it():
    answer = ask("new-service")
    assert "Elif prepares it together with Nadja, customer manager." in said(answer)
    assert "up to 500000 SEK a year" in said(answer)


def test_the_customers_own_unit_has_no_orderer_so_she_prepares_herself():
    answer = ask("new-need", replace(WEB_SHOP, orderer=""))
    assert (answer.prepares, answer.decides) == ("Samira", "Samira")


@pytest.mark.parametrize("status", ["suggested", "identified"])
def test_nobody_decides_while_the_role_is_not_accepted(status):
    answer = ask("change", replace(WEB_SHOP, status=status))
    assert answer.decides == ""
    assert f"Samira has not accepted the customer role for Retail (it is {status})" in said(answer)
    assert "Nadja settles it with Samira." in said(answer)


@pytest.mark.parametrize(
    ("cost", "decides", "forum"),
    [
        (500_000, "Samira", Place.DIALOGUE),
        (500_001, "Gunilla", Place.STEERING),
        (None, "Samira", Place.DIALOGUE),
    ],
)
def test_what_costs_more_than_the_mandate_goes_to_the_steering_group(cost, decides, forum):
    answer = ask("change", cost=None if cost is None else Decimal(cost))
    assert (answer.decides, answer.forum) == (decides, forum)


def test_a_mandate_for_some_services_is_not_about_others():
    some = replace(WEB_SHOP, grants=(replace(HERS, services=("S03",)),))
    assert ask("change", some, services=("S03",)).decides == "Samira"
    answer = ask("change", some, services=("S03", "S05"))
    assert answer.decides == "Gunilla"
    assert "only about S03" in said(answer)


def test_a_mandate_that_ran_out_leaves_nobody_to_decide():
    answer = ask("level", day=date(2027, 1, 1))
    assert answer.decides == ""
    assert "ran out on 2026-12-31" in said(answer)
    assert "Nadja settles it with Samira." in said(answer)


def test_a_mandate_that_has_not_begun_is_said_so():
    assert "begins on 2026-01-01" in said(ask("level", day=date(2025, 12, 31)))


def test_without_any_mandate_on_record_the_amount_is_not_known_and_stops_nobody():
    answer = ask("change", replace(WEB_SHOP, grants=()))
    assert answer.decides == "Samira"
    assert "not on record" in said(answer)


LENT = Grant("Elif", Decimal(100_000), ("S03",), date(2026, 12, 1), date(2026, 12, 24), "Samira")


@pytest.mark.parametrize(
    ("day", "services", "cost", "decides"),
    [
        (date(2026, 11, 30), ("S03",), 1, "Samira"),
        (date(2026, 12, 1), ("S03",), 1, "Elif"),
        (date(2026, 12, 24), ("S03",), 100_000, "Elif"),
        (date(2026, 12, 24), ("S03",), 100_001, "Samira"),
        (date(2026, 12, 24), ("S05",), 1, "Samira"),
        (date(2026, 12, 25), ("S03",), 1, "Samira"),
    ],
)
def test_a_lent_mandate_holds_for_its_days_services_and_amount(day, services, cost, decides):
    away = replace(WEB_SHOP, grants=(HERS, LENT))
    assert ask("change", away, day, services=services, cost=Decimal(cost)).decides == decides


def test_a_mandate_lent_for_some_services_is_not_about_a_new_one():
    away = replace(WEB_SHOP, grants=(HERS, LENT))
    answer = ask("new-service", away, date(2026, 12, 10))
    assert answer.decides == "Samira"
    assert "Elif stands in for Samira, but only up to 100000 SEK a year on S03" in said(answer)


def test_amounts_are_told_only_to_those_who_may_see_the_business():
    answer = ask("change", replace(WEB_SHOP, shows_amounts=False), cost=Decimal(900_000))
    assert answer.decides == "Samira"
    assert "500000" not in said(answer)


@pytest.mark.parametrize(
    ("question", "missing", "sentence"),
    [
        ("complaint", {"customer_manager": ""}, "not exactly one customer manager for Retail"),
        ("breach", {"delivery_manager": ""}, "not exactly one delivery manager for Retail"),
        ("breach", {"team": "", "delivery_manager": ""}, "Retail has no customer team"),
        ("use", {"desk": ""}, "nobody leads it"),
        ("price", {"controller": ""}, "Nobody is named as IT controller"),
        ("strategy", {"chair": ""}, "nobody is named as its chair"),
        ("change", {"person": ""}, "Nobody is named as the customer for Retail"),
        ("change", {"customer": "", "person": ""}, "Web shop has no customer"),
        ("order", {"orderer": "", "person": "", "customer": ""}, "Web shop has no customer"),
    ],
)
def test_what_is_missing_is_said(question, missing, sentence):
    assert sentence in said(ask(question, replace(WEB_SHOP, **missing)))


def test_one_talks_to_exactly_one_of_each_or_is_told_what_is_wrong():
    assert whom_to_talk_to(WEB_SHOP).customer_manager == "Nadja"
    assert "talk to Nadja about what you need" in str(whom_to_talk_to(WEB_SHOP).says)
    wrong = whom_to_talk_to(replace(WEB_SHOP, delivery_manager=""))
    assert str(wrong.says) == (
        "Team Prick has not exactly one delivery manager for Retail; name the one."
    )
