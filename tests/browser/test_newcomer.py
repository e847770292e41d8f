"""A newcomer begins with an empty database, three sheets and no manual, and makes a mistake on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from real_browser import DESKTOP, served


@pytest.fixture
def empty_site(chromium, tmp_path):
    """A site on which nobody has loaded anything, of the newcomer's own."""
    with served(tmp_path / "new.sqlite3") as address:
        yield address


@pytest.fixture
def page(browser, empty_site):
    """The newcomer's window."""
    with browser.new_context(viewport=DESKTOP, base_url=empty_site) as window:
        window.set_default_timeout(10_000)
        yield window.new_page()


def fill(template: Path, planned: object) -> None:
    """Fill the three sheets as the newcomer does."""
    book = load_workbook(template)
    for sheet, row in {
        "customers": ["C1", "Bakery", "Anna Berg", "accepted"],
        "services": ["S1", "Till", "customer-facing", "till"],
        "planned_consumption": ["C1", "S1", 2026, planned],
    }.items():
        for column, value in enumerate(row, start=1):
            book[sheet].cell(2, column, value)
    book.save(template)


def test_newcomer_comes_from_nothing_to_the_first_answers(page, tmp_path):
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Three tables, and the first answers are here.")
    template = tmp_path / "mine.xlsx"
    page.goto("/import/")
    with page.expect_download() as asked:
        page.get_by_role("link", name="Download template.xlsx").click()
    asked.value.save_as(template)

    fill(template, planned="many")
    page.get_by_label("A workbook, a zip").set_input_files(template)
    page.get_by_role("button", name="See what they would change").click()
    expect(page.locator("main")).to_contain_text("many")
    expect(page.locator("main")).to_contain_text("Nothing was loaded")

    fill(template, planned=12)
    page.get_by_label("A workbook, a zip").set_input_files(template)
    page.get_by_role("button", name="See what they would change").click()
    expect(page.get_by_role("row", name="Together")).to_contain_text("3")
    page.get_by_role("button", name="Load it").click()
    expect(page.locator("h1")).to_contain_text("3 ")

    page.get_by_role("link", name="See the answers").click()
    expect(page.locator("main")).to_contain_text("Bakery")
    page.get_by_role("link", name="Bakery").first.click()
    expect(page.locator("main")).to_contain_text("Till")
