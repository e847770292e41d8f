"""Mira, an orderer, types a word into the catalogue and finds what she may order, and at what price."""

from __future__ import annotations

from playwright.sync_api import expect

from real_browser import watched


def test_mira_finds_what_to_order(open_page):
    page = open_page("/catalogue/")
    complaints = watched(page)
    page.get_by_label("Find by name").press_sequentially("arbetsplats")
    expect(page.locator("#found tbody")).to_have_count(2)
    expect(page.get_by_label("Find by name")).to_be_focused()
    assert "q=arbetsplats" in page.url
    page.locator("#found summary").filter(has_text="1,020.00 SEK").click()
    expect(page.locator("#found")).to_contain_text("A twelfth of the yearly price.")
    page.locator("#found").get_by_role("link", name="Workplace standard").click()
    expect(page.locator("h1")).to_have_text(
        "Workplace standard costs 12,240 SEK per workplace and year."
    )
    assert complaints == []


def test_four_questions_lead_from_a_service_to_who_uses_it(open_page):
    page = open_page("/portfolio/")
    page.locator("#offered").locator("..").get_by_role("link", name="Point of sale").click()
    expect(page.locator("h1")).to_contain_text("Point of sale has 2 customers")
    page.get_by_role("link", name="Retail & E-commerce").first.click()
    expect(page.locator("h1")).to_contain_text("Retail & E-commerce uses 21 services")
