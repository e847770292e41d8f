"""What promises one page is one page, for every customer and for the most that can be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domestique.answers.own_page.own_page import own_page
from domestique.answers.own_page.own_page_paper import own_page_pdf
from domestique.answers.steering.steering import steering_page
from domestique.answers.steering.steering_paper import steering_pdf
from domestique.answers.walk_in.walk_in import walk_in_sheet
from domestique.answers.walk_in.walk_in_paper import walk_in_pdf
from domestique.quantities.sentence import say
from reading_pdf import pages_of, reader_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
CLOCK = date(2030, 1, 1)
CUSTOMERS = [f"C{number:02}" for number in range(1, 13)]
LONG = say("word " * 400)


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_walk_in_is_one_page(viewer, customer):
    (page,) = pages_of(walk_in_pdf(walk_in_sheet(viewer, customer, CLOCK)))
    assert "Three good questions" in page
    assert "Who you meet" in page


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_own_page_is_one_page(viewer, customer):
    (page,) = pages_of(own_page_pdf(own_page(viewer, customer, CLOCK)))
    assert "Am I getting the right thing?" in page
    assert "answers for everything IT does for you." in page


def test_walk_in_says_what_nadja_needs(viewer):
    (page,) = pages_of(walk_in_pdf(walk_in_sheet(viewer, "C04", CLOCK)))
    for words in (
        "Retail & E-commerce is not satisfied.",
        "Samira Haddad, Division head",
        "“Sunday evening again. I sell bikes on Sundays.”",
        "Samira Haddad, 10 Nov 2026 · 11 days ago",
        "4.1 MSEK a year is at stake",
        "Web shop was away 265 minutes",
        "+708 kSEK",
        "Checkout must survive Sunday peaks",
        "Black week campaign",
        "Notice of the contract with Fjordtelefoni AS",
        "What would it be worth to you that Sundays are quiet?",
    ):
        assert words in page


def test_very_long_words_still_make_one_page(viewer):
    sheet = walk_in_sheet(viewer, "C04", CLOCK)
    stuffed = replace(sheet, missed=(LONG,) * 4, money=(LONG,) * 3)
    assert len(pages_of(walk_in_pdf(stuffed))) == 1


def test_steering_is_one_lying_page(viewer):
    pdf = steering_pdf(steering_page(viewer, CLOCK))
    (page,) = pages_of(pdf)
    box = reader_of(pdf).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)
    for words in ("8 decisions are needed.", "Decide now", "Watch", "Stop", "Finance & Control"):
        assert words in page
