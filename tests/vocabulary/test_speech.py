"""How sentences, numbers and amounts are said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from domestique.quantities.sentence import say, say_counted
from domestique.vocabulary.speech import money, money_short, number, spoken


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (44700, None, "44,700"),
        (Decimal("99.40"), None, "99.40"),
        (Decimal("99.9"), None, "99.9"),
        (Fraction(1, 3), None, "0.3333"),
        (Fraction(155, 1), None, "155"),
        (Decimal("1234.567"), 2, "1,234.57"),
        (-1500, None, "−1,500"),
    ],
)
def test_numbers(value, decimals, shown):
    assert number(value, decimals) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal(10_740_000), "10.7 MSEK"),
        (Decimal(999_600), "1.0 MSEK"),
        (Decimal(999_400), "999 kSEK"),
        (Decimal(304_000), "304 kSEK"),
        (Decimal(950), "950 SEK"),
        (Decimal(9_500), "9,500 SEK"),
        (Decimal(-367_000), "−367 kSEK"),
        (None, "not known"),
    ],
)
def test_money_for_a_glance(amount, shown):
    assert money_short(amount, "SEK") == shown


def test_money_in_full_has_its_minor_unit():
    assert money(Decimal("10115856.22"), "SEK") == "10,115,856.22 SEK"
    assert money(1200, "JPY") == "1,200 JPY"


def test_sentences_say_their_values():
    inner = say("ended on %(day)s", day=date(2026, 6, 30))
    assert spoken(say("A10 %(what)s, %(count)s left.", what=inner, count=12_000)) == (
        "A10 ended on 30 Jun 2026, 12,000 left."
    )


def test_a_count_chooses_the_form():
    one, many = (say_counted("%(count)s service", "%(count)s services", n) for n in (1, 2))
    assert (spoken(one), spoken(many)) == ("1 service", "2 services")


def test_ids_can_be_said_by_name():
    sentence = say("%(service)s waits for %(need)s.", service="S01", need="T02")
    assert spoken(sentence.naming({"S01": "ERP core"})) == "ERP core waits for T02."


def test_a_percent_sign_alone_is_a_percent_sign():
    assert spoken(say("100 %% of it")) == "100 % of it"
