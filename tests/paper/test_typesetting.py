"""A document is the same to the last byte, says what it is, and can be read aloud."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domestique.answers.steering.steering import steering_page
from domestique.answers.steering.steering_paper import steering_pdf
from domestique.paper import typesetting
from domestique.parties.models import Customer, Organisation
from reading_pdf import pages_of, reader_of

CLOCK = date(2026, 11, 21)
pytestmark = pytest.mark.django_db


@pytest.fixture
def pdf(viewer):
    Customer.objects.create(id="C1", person="Päivi Korhela", status="accepted")
    return steering_pdf(steering_page(viewer, CLOCK))


def test_same_values_make_the_same_bytes(viewer, pdf):
    assert steering_pdf(steering_page(viewer, CLOCK)) == pdf


def test_date_is_the_day_of_the_data(pdf):
    metadata = reader_of(pdf).metadata
    assert metadata.title == "For the IT steering group, 21 Nov 2026"
    assert metadata.creation_date.date() == CLOCK
    assert metadata.modification_date in {None, datetime(2026, 11, 21, tzinfo=UTC)}


def test_an_organisation_that_fixes_its_day_dates_its_papers(viewer):
    Organisation.objects.create(name="Norrhjul", today=date(2026, 1, 2))
    page = steering_page(viewer, CLOCK)
    assert reader_of(steering_pdf(page)).metadata.creation_date.date() == date(2026, 1, 2)


def test_document_is_tagged_and_says_its_language(pdf):
    root = reader_of(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp


def test_letters_of_three_languages_are_there(pdf):
    assert "Päivi Korhela" in pages_of(pdf)[0]


def test_a_sign_no_font_has_does_not_stop_the_paper(viewer):
    Customer.objects.create(id="C2", person="自転車", status="accepted")
    pages = pages_of(steering_pdf(steering_page(viewer, CLOCK)))
    assert len(pages) == 1
    assert "C2" in pages[0] or "Customer" in pages[0]


def test_what_looks_like_markup_is_text(viewer):
    Customer.objects.create(id="C3", person='#panic("*no*") $x$ <b>', status="accepted")
    page = pages_of(steering_pdf(steering_page(viewer, CLOCK)))[0]
    assert '#panic("*no*") $x$ <b>' in page.replace("“", '"').replace("”", '"')


def test_without_inter_the_fonts_inside_are_used(viewer, monkeypatch):
    monkeypatch.setattr(typesetting, "FONTS", "no_such_package")
    typesetting._fonts.cache_clear()
    try:
        pdf = steering_pdf(steering_page(viewer, CLOCK))
    finally:
        monkeypatch.undo()
        typesetting._fonts.cache_clear()
    assert b"Libertinus" in pdf
    assert len(pages_of(pdf)) == 1
