"""Ebba, a customer manager, has five minutes before she meets the customer who needs somebody most."""

from __future__ import annotations

from playwright.sync_api import expect

from real_browser import printed


def test_ebba_prepares_a_meeting(open_page):
    page = open_page("/")
    expect(page.locator("h1")).to_contain_text("4 of 10 customers are satisfied")
    first = page.locator("article.row").first
    expect(first).to_contain_text("Sunday evening again. I sell bikes on Sundays.")
    first.get_by_role("link", name="Retail & E-commerce").click()
    expect(page.locator("h1")).to_have_text("Retail & E-commerce is not satisfied.")

    shop = page.locator("tbody.opens").filter(has=page.get_by_role("link", name="Web shop"))
    shop.locator("summary", has_text="99.40").click()
    expect(shop.locator(".drawer:visible")).to_contain_text("265")

    page.get_by_role("link", name="Before you walk in").first.click()
    expect(page.locator("main")).to_contain_text("Samira Haddad")
    expect(page.locator("main")).to_contain_text("Sunday evening again. I sell bikes on Sundays.")

    sheets = printed(page.get_by_role("link", name="PDF"))
    assert len(sheets) == 1
    assert "Samira Haddad" in sheets[0].extract_text()
