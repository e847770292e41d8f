"""Small money is said in a unit that fits it, on every page and paper that says it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from given_cases import load_case, words_of
from reading_pdf import pages_of

pytestmark = [pytest.mark.shared, pytest.mark.django_db]

SAID = {
    "/steering/": ("Most to lose: Anna with 25 kSEK a year; 25 kSEK in all.", "30 kSEK"),
    "/money/bills/C1/": ("Anna is charged 30 kSEK, 200.0 % more than planned.", "36 kSEK"),
    "/money/": ("30,000",),
    "/for/C1/": (
        "You get 1 service for 30 kSEK so far in 2026. That is 200.0 % more than planned.",
        "At this pace the year ends at 36 kSEK.",
        "30 kSEK so far; 10 kSEK was planned.",
    ),
    "/customers/C1/before-you-walk-in/": (
        "Contemplating: buying it elsewhere. 25 kSEK a year is at stake.",
        "Anna is charged 30 kSEK, 200.0 % more than planned.",
        "At this pace the year ends at 36 kSEK.",
    ),
}
PAPERS = {
    "/steering.pdf": ("25 kSEK", "30 kSEK"),
    "/for/C1.pdf": ("30 kSEK", "36 kSEK", "10 kSEK was planned"),
    "/customers/C1/before-you-walk-in.pdf": ("25 kSEK", "30 kSEK", "36 kSEK"),
}
NOTHING_MUCH = re.compile(r"\b0\.0 |\b0\.02|under 0\.1|million")


def test_small_money_is_said_in_its_own_unit_on_every_page(shared):
    load_case(shared, "12")
    for address, sentences in SAID.items():
        page = words_of(address).replace("\u00a0", " ")
        assert [one for one in sentences if one not in page] == [], address
        assert NOTHING_MUCH.findall(page) == [], address


def test_small_money_is_said_in_its_own_unit_on_paper(shared):
    load_case(shared, "12")
    for address, amounts in PAPERS.items():
        paper = " ".join(pages_of(Client().get(address).content)).replace("\u00a0", " ")
        assert [one for one in amounts if one not in paper] == [], address
        assert NOTHING_MUCH.findall(paper) == [], address
