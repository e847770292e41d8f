"""What the walks are given: the site with the demo organisation, and a browser before it.

The browser lives as long as one file of tests: while it is there, Django refuses its database to the same process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from real_browser import DESKTOP, find_chromium, launched, load_demo, served

PATIENCE = 20_000
"""Milliseconds, for a machine that has other things to do."""

expect.set_options(timeout=PATIENCE)


class Opens(Protocol):
    """Open a page of the site; windows of the same kind share what they have fetched."""

    def __call__(self, path: str = "about:blank", **window: object) -> Page: ...


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the machine's Chromium is."""
    if "DOMESTIQUE_TEST_DATABASE" in os.environ:
        pytest.skip("walks have a database file of their own; they are walked once, by `make test`")
    found = find_chromium()
    if found is None:
        pytest.skip("there is no Chromium here (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the demo organisation, which all walks only read."""
    database = tmp_path_factory.mktemp("site") / "demo.sqlite3"
    load_demo(database)
    with served(database) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser without a window."""
    with launched(chromium) as browser:
        yield browser


@pytest.fixture(scope="module")
def open_page(browser: Browser, site: str) -> Opens:
    """Open pages of the site, in a window as large as a desk's unless told otherwise."""
    windows: dict[str, BrowserContext] = {}

    def open_in_window(path: str = "about:blank", **window: object) -> Page:
        asked = {"viewport": DESKTOP, "reduced_motion": "reduce", "base_url": site, **window}
        kind = repr(sorted(asked.items()))
        if kind not in windows:
            windows[kind] = browser.new_context(**asked)
        for old in windows[kind].pages:
            old.close()
        page = windows[kind].new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(path)
        return page

    return open_in_window
