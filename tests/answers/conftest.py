"""How tests read pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

Read: TypeAlias = Callable[..., BeautifulSoup]


@pytest.fixture
def read(client: Client, db: None) -> Read:
    """Fetch a page, insist on its status, and return it parsed."""

    def fetch(path: str, status: int = 200) -> BeautifulSoup:
        response = client.get(path)
        assert response.status_code == status, response.content[:300]
        # A reader sees no difference between a space and one at which no line breaks.
        text = response.content.decode().replace("&nbsp;", " ").replace("\u00a0", " ")
        return BeautifulSoup(text, "html.parser")

    return fetch


@pytest.fixture
def row_of() -> Callable[[BeautifulSoup, str], Tag]:
    """Find the innermost row, card or list entry in which a text stands."""

    def find(page: BeautifulSoup, text: str) -> Tag:
        found = page.find(lambda tag: tag.name in {"article", "tbody", "li"} and text in tag.text)
        assert isinstance(found, Tag), f"{text} is not on the page"
        return found

    return find
