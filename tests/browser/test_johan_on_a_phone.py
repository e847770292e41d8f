"""Johan, a division head, has fifteen minutes a quarter, a phone, and no patience for IT words."""

from __future__ import annotations

from real_browser import HAND

IT_WORDS = ("SLA", "OLA", "availability", "reciprocal", "API", "RTO", "CMDB", "incident")


def sticks_out(page) -> int:
    """How many pixels the page is wider than the phone."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_johan_reads_his_own_page_on_a_phone(open_page):
    page = open_page("/for/C02/", **HAND)
    text = page.locator("main").inner_text()
    assert page.locator("h1").is_visible()
    assert "SEK" in text or "kr" in text
    assert [word for word in IT_WORDS if word.lower() in text.lower().split()] == []
    assert sticks_out(page) == 0


def test_johan_opens_what_can_be_opened_with_his_thumb(open_page):
    page = open_page("/for/C02/", **HAND)
    summaries = page.locator("main summary:visible")
    for place in range(summaries.count()):
        summaries.nth(place).tap()
        assert sticks_out(page) == 0


def test_johan_finds_whom_to_ask(open_page):
    page = open_page("/for/C02/", **HAND)
    assert "Nadja Berggren" in page.locator("main").inner_text()
