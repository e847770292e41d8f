"""A figure is the same for whoever looks, or the page says beside its headline whose it is.

Five people walk over every page of the demo: who keeps the picture, a customer manager, a customer, the owner of
services and the chief information officer. What is compared is every sentence, list entry and row of a table that
holds a number, by its words; one that stands twice on a page is left out, for it cannot be told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from cast import CAST
from site_map import PAGES

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

VIEWERS = ("", CAST["E"], CAST["S"], CAST["N"], CAST["G"])
NUMBER = re.compile(r"(?<![\w.])[+−–-]?\d[\d  ]*(?:[.,]\d+)*(?!\w)")
BLOCKS = tuple(
    "p li td th tr h1 h2 h3 h4 div dt dd summary caption section article label table ul ol main header".split()  # noqa: SIM905
)
NOT_READ = ["script", "style", "svg", "select", "datalist", "form"]
ABOUT_WHO_LOOKS = {"what-may-i-see", "find", "act-as", "parts"}
"""Pages about the reader herself, and what she finds; `parts` shows made-up figures."""
MORE = (
    "/customers/C01/",
    "/services/S01/",
    "/services/S09/",
    "/portfolio/?view=board",
    "/escalations/E2/",
    "/escalations/E3/",
    "/needs/N01/",
    "/promises/?turn=1",
    "/matrix/",
)
ADDRESSES = [*(path for name, path in PAGES.items() if name not in ABOUT_WHO_LOOKS), *MORE]


def blocks(main: Tag) -> Iterator[str]:
    """Yield the words of a page block by block; a row of a table is one."""
    for unread in main.find_all(NOT_READ):
        unread.decompose()
    for row in main.find_all("tr"):
        yield row.get_text(" ")
        row.decompose()
    for block in main.find_all(BLOCKS):
        for inner in block.find_all(BLOCKS):
            inner.insert_before("\n")
    yield from main.get_text(" ").split("\n")


def figures(html: str) -> tuple[dict[str, tuple[str, ...]], bool]:
    """Return the numbers of each sentence that stands once, by its words; and whether the page says whose they are."""
    main = BeautifulSoup(html, "html.parser").find("main")
    assert main is not None
    is_scoped = main.select_one("h1 ~ .scope .chip") is not None
    found, often = {}, Counter()
    for block in blocks(main):
        for sentence in re.split(r"(?<=[.;:!?]) (?=[A-Z0-9“])", " ".join(block.split())):
            words = NUMBER.sub("#", sentence)
            if "#" in words and len(re.sub(r"[^A-Za-zÅÄÖåäö]", "", words)) >= 8:
                found[words] = tuple(NUMBER.findall(sentence))
                often[words] += 1
    return {words: numbers for words, numbers in found.items() if often[words] == 1}, is_scoped


def told_otherwise(address: str, pages: dict[str, str]) -> list[str]:
    """Return what pages of one address tell with other numbers without saying whose they are."""
    told: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for person, html in pages.items():
        found, is_scoped = figures(html)
        for words, numbers in () if is_scoped else found.items():
            told.setdefault(words, {}).setdefault(numbers, []).append(person or "keeper")
    return [f"{address} “{words}” {by}" for words, by in told.items() if len(by) > 1]


def test_every_figure_is_the_same_or_says_whose_it_is():
    seen: dict[str, dict[str, str]] = {address: {} for address in ADDRESSES}
    for person in VIEWERS:
        client = Client()
        if person:
            client.post("/act-as/", {"person": person})
        for address in ADDRESSES:
            response = client.get(address)
            if response.status_code == 200:
                seen[address][person] = response.content.decode()
    compared = [address for address, pages in seen.items() if len(pages) > 1]
    assert len(compared) > 40
    assert [one for address in compared for one in told_otherwise(address, seen[address])] == []


def test_a_part_beside_the_whole_would_be_found():
    one, other = (
        "<main><h1>x</h1><p>{} needs wait here.</p></main>",
        "<p class=scope><i class=chip></i></p>",
    )
    assert len(told_otherwise("/", {"": one.format(3), "Ebba": one.format(1)})) == 1
    scoped = one.format(1).replace("</h1>", "</h1>" + other)
    assert told_otherwise("/", {"": one.format(3), "Ebba": scoped}) == []
