"""What is written without a template is escaped like what is written by one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bs4 import BeautifulSoup

from domestique.answers.tables.list_cells import list_row
from domestique.answers.tables.list_rows import Cell, Link, ListRow
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.sentence import say
from domestique.telling.chips import Chip
from domestique.web.templatetags import drawn
from domestique.web.templatetags.drawn import plain_reckoning

BAD = "<i>&\"'"


def figure(value: Decimal | None = Decimal("1234.5"), *lines: Line) -> Figure:
    return Figure(value, "SEK", BAD, 1, Fraction(1), Grade.MEASURED, say(BAD), lines)


def line(*sources: Source) -> Line:
    return Line(say("%(what)s", what=BAD), Decimal("2.5"), "SEK", sources)


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def test_reckoning_escapes_every_text():
    page = soup(drawn.reckoning(figure(Decimal(1), line(Source("prices", BAD)))))
    assert page.find("i") is None
    assert page.td.text == f"{BAD} {BAD}"
    assert "2.50 SEK" in page.text


def test_source_leads_to_its_row():
    address = drawn.source_url(Source("prices", "S01 2026/1 é?#%"))
    assert address == "/records/prices/S01%202026/1%20%C3%A9%3F%23%25/"


def test_thirteenth_row_is_only_counted():
    page = soup(
        drawn.reckoning(figure(Decimal(1), line(*(Source("costs", str(n)) for n in range(14)))))
    )
    assert len(page.find_all("a")) == 12
    assert "and 2 rows more" in page.text


def test_figure_that_is_not_known_says_so():
    page = soup(drawn.figure_key(figure(None), 2))
    assert page.details["class"] == ["figure", "k2"]
    assert page.find(class_="unknown-figure").text == "not known"


def test_chip_is_shape_and_word():
    page = soup(drawn.chip(Chip("missed", say(BAD))))
    assert page.text == f"✕{BAD}"
    assert page.find("i") is None


def test_row_of_a_list_escapes_every_cell():
    cells = (Cell(BAD, BAD), Cell("to", "", links=(Link(BAD, BAD, "/x/?a=1&b=2"),)))
    page = soup(
        list_row(ListRow(BAD, BAD, "/a/", "/b/", cells, is_ticked=True), is_changeable=True)
    )
    assert page.find("i") is None
    assert page.input["value"] == BAD
    assert page.find("td", attrs={"data-is": "to"}).a["href"] == "/x/?a=1&b=2"


def test_short_reckoning_escapes_and_links_only_where_there_are_pages():
    told = figure(Decimal(1), line(Source("prices", "P1"), Source("prices", "P2")))
    assert [one.text for one in soup(plain_reckoning(told, has_links=True)).find_all("a")] == ["P1"]
    assert soup(plain_reckoning(told, has_links=False)).find(["a", "i"]) is None
