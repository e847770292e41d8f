"""An amount is said with its unit the way a person would."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.vocabulary.units import counted, plural_of


@pytest.mark.parametrize(
    ("unit", "plural"),
    [
        ("workplace", "workplaces"),
        ("named user", "named users"),
        ("payslip", "payslips"),
        ("race day", "race days"),
        ("entity-month", "entity-months"),
        ("TB-month", "TB-months"),
        ("till", "tills"),
        ("delivery", "deliveries"),
        ("mailbox", "mailboxes"),
        ("batch", "batches"),
        ("licensed person", "licensed people"),
        ("address", "addresses"),
        ("analysis", "analyses"),
        ("hour of support", "hours of support"),
        ("user per site", "users per site"),
        ("seat (floating)", "seats (floating)"),
    ],
)
def test_last_word_of_what_is_counted_takes_the_plural(unit, plural):
    assert plural_of(unit) == plural


@pytest.mark.parametrize(
    "unit",
    ["thousand orders", "thousand core-hours", "licences", "", "GB", "protected TB", "min", "%", "m2", "användare"],
)  # fmt: skip
def test_plural_abbreviation_and_other_languages_stay_as_written(unit):
    assert plural_of(unit) == unit


def test_one_is_singular_and_all_else_plural():
    assert counted(1, "workplace") == "1 workplace"
    assert counted(Decimal("1.00"), "workplace") == "1.00 workplace"
    assert counted(95, "workplace") == "95 workplaces"
    assert counted(0, "workplace") == "0 workplaces"
    assert counted(Fraction(3, 2), "entity-month") == "1.5 entity-months"


def test_percent_sign_stays_with_its_number_and_a_number_may_stand_alone():
    assert counted(Decimal("99.8"), "%") == "99.8\u00a0%"
    assert counted(1200, "") == "1,200"
