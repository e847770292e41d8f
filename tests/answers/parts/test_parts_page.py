"""The living page of the component set: no part without a place there, and nothing there that is not a part."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client

import domestique.web
from domestique.answers.parts.parts_page import PARTS

TEMPLATES = Path(domestique.web.__file__).parent / "templates"
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def parts_page(django_db_setup: None, django_db_blocker) -> BeautifulSoup:
    """The page, read once: it shows made-up values, whoever asks and whatever is on record."""
    with django_db_blocker.unblock():
        return BeautifulSoup(Client().get("/parts/").content.decode(), "html.parser")


def test_every_part_has_a_place_on_the_page(client: Client):
    used = {template.name for template in client.get("/parts/").templates}
    parts = {f"parts/{file.name}" for file in (TEMPLATES / "parts").glob("*.html")}
    assert parts - used == set()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
def test_part_is_shown_in_its_states_with_how_it_is_written(parts_page, part):
    section = parts_page.find("section", id=part.id)
    assert section.find("code").text == part.written
    shown = [dd.text.strip() or dd.find(["svg", "img"]) for dd in section.select(".states > dd")]
    assert len(shown) == len(part.states)
    assert all(shown)


def test_what_is_not_known_is_said_in_every_part_that_can_lack_a_value(read):
    page = read("/parts/")
    for name in ("figure", "figure-key", "money", "face", "chip", "error-budget"):
        states = {
            dt.text: dt.find_next_sibling("dd").text
            for dt in page.find("section", id=name).select(".states > dt")
        }
        assert "not known" in states["not known"].lower(), name


def test_page_says_that_its_values_are_made_up_and_reads_none(
    client: Client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(
        2
    ):  # whose picture it is, and who looks, in the bar at the top
        response = client.get("/parts/")
    assert "All values here are made up" in response.content.decode()
