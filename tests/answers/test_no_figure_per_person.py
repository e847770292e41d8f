"""R18: services and loops are measured, never a person. No page groups figures by person, and no table keeps one."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from domestique.parties.models import Person
from domestique.records.columns import Kind
from domestique.records.tables import TABLES
from site_map import PAGES

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
FIGURE = re.compile(r"^[+−-]?\d[\d ,.]*\s*(%|×|days?|SEK|kSEK|MSEK|min)?$")
ABOUT_MONEY_OR_HER_WORDS = {"mandates", "pulses", "value_scores"}
"""What a person may decide, and what she herself said, is no measure of her."""


def figures_by_person(page: BeautifulSoup, people: set[str]) -> list[str]:
    """Return the people in whose row or list entry a bare figure stands beside the name."""
    found = []
    for row in page.find_all("tr"):
        heads = [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        found += [heads[0] for rest in heads[1:] if heads[0] in people and FIGURE.match(rest)]
    for term in page.find_all("dt"):
        value = term.find_next_sibling("dd")
        name = term.get_text(" ", strip=True)
        if name in people and value and FIGURE.match(value.get_text(" ", strip=True)):
            found.append(name)
    return found


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_groups_figures_by_person(read, path):
    people = set(Person.objects.values_list("name", flat=True))
    assert len(people) > 50
    assert figures_by_person(read(path), people) == []


def test_a_page_that_did_would_be_found():
    page = BeautifulSoup(
        "<table><tr><th>Ahmed Yusuf</th><td>70</td></tr><tr><th>Web shop</th><td>70</td></tr></table>"
        "<dl><dt>Ahmed Yusuf</dt><dd>99.4 %</dd></dl>",
        "html.parser",
    )
    assert figures_by_person(page, {"Ahmed Yusuf"}) == ["Ahmed Yusuf", "Ahmed Yusuf"]


def test_no_table_keeps_a_figure_by_person():
    counted = {Kind.WHOLE, Kind.DECIMAL}
    kept = {
        table.name
        for table in TABLES
        if "person" in table.key and any(column.kind in counted for column in table.columns)
    }
    assert kept <= ABOUT_MONEY_OR_HER_WORDS
