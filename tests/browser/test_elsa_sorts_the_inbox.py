"""Elsa sorts the inbox with one key an item, on a site of her own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from real_browser import DESKTOP, load_demo, served


@pytest.fixture
def inbox(browser: Browser, tmp_path) -> Iterator[Page]:
    database = tmp_path / "inbox.sqlite3"
    load_demo(database)
    with served(database) as address:
        page = browser.new_page(viewport=DESKTOP, base_url=address)
        page.goto("/inbox/")
        yield page
        page.close()


def test_one_key_an_item(inbox):
    first = inbox.locator("[data-item]").first
    expect(inbox.locator("[data-item]")).to_have_count(5)

    inbox.keyboard.press("j")
    expect(first).to_be_focused()
    inbox.keyboard.press("+")
    expect(first).to_contain_text("7×")
    expect(first).to_be_focused()

    inbox.keyboard.press("d")
    expect(inbox.locator(".came")).to_contain_text("VPN on the bus”: delivery looks at it")
    expect(inbox.locator("[data-item]")).to_have_count(4)

    inbox.keyboard.press("n")
    expect(inbox.locator(".came")).to_contain_text("checkout spins on Sundays”: became a need")

    inbox.keyboard.press("x")
    reason = inbox.locator("[data-item]").first.get_by_label("the reason to drop it")
    expect(reason).to_be_focused()
    inbox.keyboard.type("nipd")
    inbox.keyboard.press("Enter")
    expect(inbox.locator(".came")).to_contain_text("dropped, with the reason")
    expect(inbox.locator("[data-item]")).to_have_count(2)

    inbox.keyboard.press("j")
    inbox.keyboard.press("k")
    expect(inbox.locator("[data-item]").first).to_be_focused()
