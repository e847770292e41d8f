"""The run sheet as it lies in the drawer."""

from __future__ import annotations

import re
from datetime import date

import pytest

from domestique.answers.restoration.run_sheet import run_sheet
from domestique.answers.restoration.run_sheet_paper import run_sheet_pdf
from reading_pdf import pages_of, reader_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
CLOCK = date(2030, 1, 1)


@pytest.fixture
def pages(viewer):
    return pages_of(run_sheet_pdf(run_sheet(viewer, ["T10"], 4, CLOCK)))


def test_first_page_says_what_it_means_and_how_old_it_is(pages):
    assert "If Data centre hall Motala is lost, 4 promises cannot be kept by anyone." in pages[0]
    assert re.search(r"Made for 21 Nov 2026 from \d+ records; the newest change", pages[0])
    assert "Time of the loss" in pages[0]


def test_what_cannot_be_kept_stands_first_and_the_latest_on_top(pages):
    late = re.findall(r"× ([A-Z][\w ]+?) back (\d:\d\d), promised 4:00", pages[0])
    assert late == [
        ("Web shop", "6:00"),
        ("Manufacturing execution", "5:45"),
        ("ERP core", "5:15"),
        ("Order management", "5:00"),
    ]


def test_each_crew_has_a_sheet_of_its_own(pages):
    for crew in range(1, 5):
        (own,) = [page for page in pages if re.match(rf"Crew {crew}: \d+ steps", page)]
        assert "Needs first" in own
        assert "Began" in own
    assert re.search(r"0:00 0:30 Data centre hall Motala Pekka Salonen · Hall & Kraft", pages[1])


def test_every_step_is_on_some_crews_sheet(viewer):
    sheet = run_sheet(viewer, ["T10"], 4, CLOCK)
    crews = " ".join(pages_of(run_sheet_pdf(sheet))[1:5])
    assert [bar.name for bar in sheet.exercise.bars if bar.name not in crews] == []


def test_last_come_those_to_call(pages):
    calls = " ".join(pages[5:])
    for name in ("Pekka Salonen", "Nordkärna Software AB", "Samira Haddad", "Nadja Berggren"):
        assert name in calls


def test_pages_are_numbered_and_made_for_a4(pages, viewer):
    assert [page.rsplit(" ", 3)[1:] for page in pages] == [
        [str(number), "/", str(len(pages))] for number in range(1, len(pages) + 1)
    ]
    pdf = run_sheet_pdf(run_sheet(viewer, ["T10"], 4, CLOCK))
    box = reader_of(pdf).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_as_many_crews_as_can_be_used_and_one_alone(viewer):
    many = pages_of(run_sheet_pdf(run_sheet(viewer, ["T10"], None, CLOCK)))
    alone = pages_of(run_sheet_pdf(run_sheet(viewer, ["S14"], 1, CLOCK)))
    assert "With as many crews as can be used" in many[0]
    assert "every promise can be kept" in alone[0]


def test_the_same_sheet_is_set_the_same(viewer):
    sheet = run_sheet(viewer, ["T10"], 4, CLOCK)
    assert run_sheet_pdf(sheet) == run_sheet_pdf(sheet)
