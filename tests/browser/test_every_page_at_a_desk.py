"""Every page in a window on a desk: the browser complains of nothing, and nobody is shut out."""

from __future__ import annotations

import pytest
from axe import wrong_in_both_themes
from playwright.sync_api import expect

from real_browser import watched
from site_map import PAGES

MOST_BYTES_AT_FIRST = 300_000


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_browser_complains_of_nothing_and_nobody_is_shut_out(open_page, path):
    page = open_page()
    complaints = watched(page)
    page.goto(path)
    assert wrong_in_both_themes(page) == []
    assert complaints == []


def test_everything_is_reached_by_keyboard_and_seen(open_page):
    page = open_page("/customers/C04/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    width = "getComputedStyle(document.activeElement).outlineWidth"
    assert page.evaluate(width) == "3px"


def test_a_chart_answers_when_pointed_at(open_page):
    page = open_page()
    complaints = watched(page)
    page.goto("/money/bills/C04/")
    chart = page.locator(".chart").first
    chart.scroll_into_view_if_needed()
    expect(chart.locator("img")).to_be_visible()
    chart.hover()
    expect(chart.locator("svg")).to_be_visible()
    assert complaints == []


def test_first_page_is_light(open_page):
    page = open_page(locale="en-GB")  # a window that has fetched nothing yet
    network = page.context.new_cdp_session(page)
    sent: list[float] = []
    network.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    network.send("Network.enable")
    page.goto("/", wait_until="networkidle")
    assert len(sent) > 5
    assert sum(sent) < MOST_BYTES_AT_FIRST
