"""The run sheet, asked for from the restoration page."""

from __future__ import annotations

import pytest

from reading_pdf import pages_of

pytestmark = pytest.mark.usefixtures("demo")


def test_restoration_page_links_to_the_sheet_of_the_same_loss(read, client):
    link = read("/restoration/?lost=T10&crews=2").find("a", string=lambda s: s and "drawer" in s)
    pdf = client.get(link["href"]).content
    assert "With 2 crews all 40 services are back after 15:05 hours" in pages_of(pdf)[0]


def test_nothing_asked_is_the_largest_loss_with_the_usual_crews(client, db):
    response = client.get("/restoration/run-sheet.pdf")
    assert response["Content-Disposition"] == 'inline; filename="run-sheet-T10.pdf"'
    assert "With 4 crews" in pages_of(response.content)[0]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("lost=XYZ&crews=4", "There is no service XYZ"),
        ("lost=T10&crews=many", "“many” is not a whole number"),
        ("lost=T10&crews=0", "“0” is not a whole number from 1 to 1000."),
    ],
)
def test_bad_question_leads_to_the_page_that_says_so(client, db, asked, sentence):
    response = client.get(f"/restoration/run-sheet.pdf?{asked}", follow=True)
    assert response.status_code == 400
    assert sentence in response.content.decode()
