"""Small organisations made by others, each with what its pages and commands must say: one is loaded for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from domestique.exchange.loading import load
from given_tables import EBBA


@pytest.fixture
def given(db: None, shared: Path) -> Callable[[str], None]:
    """Load the case whose folder begins with a number into the empty database."""

    def load_case(number: str) -> None:
        folder = next((shared / "cases" / "facts").glob(f"{number}-*"))
        report = load(folder, viewer=EBBA)
        assert report.loaded, report.errors

    return load_case


@pytest.fixture
def words(client: Client) -> Callable[[str], str]:
    """Return the words of a page, one space between them."""

    def read(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        page = BeautifulSoup(response.content, "html.parser")
        return " ".join(page.get_text(" ").split())

    return read
