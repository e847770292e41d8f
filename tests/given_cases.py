"""Small organisations made by others, each with what its pages and commands must say (``../shared/cases/facts``)."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from django.test import Client

from domestique.exchange.loading import load
from given_tables import EBBA


def case_folder(shared: Path, number: str) -> Path:
    """Return the folder of a case, which begins with its number."""
    return next((shared / "cases" / "facts").glob(f"{number}-*"))


def load_case(shared: Path, number: str) -> None:
    """Load the case whose folder begins with a number into the empty database."""
    report = load(case_folder(shared, number), viewer=EBBA)
    assert report.loaded, report.errors


def words_of(address: str) -> str:
    """Return the words of a page as somebody sees it, one space between them."""
    response = Client().get(address)
    assert response.status_code == 200, (address, response.status_code)
    page = BeautifulSoup(response.content, "html.parser").find("main")
    return " ".join(page.get_text(" ").split())
