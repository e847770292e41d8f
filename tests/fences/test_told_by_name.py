"""People are told by their names wherever they stand, and are who they are by their ids.

The demo organisation says the same on every page whether its people have ids of their own or go by their names.
"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from cast import CAST
from people_with_ids import MARK, give_ids
from site_map import FILES, PAGES

pytestmark = pytest.mark.usefixtures("demo", "db")
BY_KEYS = {"/import/runs/last/"}
"""Names new rows by their keys."""
ADDRESS = re.compile(rf'(?:href|action|src|value)="[^"]*{MARK}[^"]*"')
CHANGES = re.compile(r'(?:csrfmiddlewaretoken" value|nonce)="[^"]*"')


def said(person: str) -> dict[str, str]:
    client = Client(raise_request_exception=False)
    client.post("/act-as/", {"person": person})
    pages = {}
    for address in sorted({*PAGES.values(), *FILES.values()} - BY_KEYS):
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = body.decode("utf-8", "replace") if not body.startswith((b"%PDF", b"PK")) else ""
        pages[address] = f"{answer.status_code} {CHANGES.sub('', text)}"
    return pages


@pytest.mark.parametrize("letter", "EPSAM")
def test_every_page_says_the_same_by_names_and_by_ids(letter):
    by_names = said(CAST[letter])
    give_ids()
    found = []
    for address, text in said(CAST[letter]).items():
        shown = re.sub(r"\s+", " ", re.sub("<[^>]*>", "|", unescape(ADDRESS.sub("", text))))
        if MARK in shown:
            found.append((address, shown[max(0, shown.index(MARK) - 90) :][:160]))
        words = [re.findall(r">\s*([^<>]+?)\s*<", one) for one in (by_names[address], text)]
        if words[0] != words[1]:
            found.append(
                (address, [pair for pair in zip(*words, strict=False) if len({*pair}) > 1][:2])
            )
    assert not found, "\n".join(map(str, found))
