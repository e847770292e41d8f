"""Petri, the controller, explains to the web shop's customer why her bill grew, down to one row of October."""

from __future__ import annotations

from playwright.sync_api import expect


def test_petri_explains_a_bill_down_to_a_source_row(open_page):
    page = open_page("/")
    page.get_by_role("link", name="Money", exact=True).click()
    expect(page.locator("h1")).to_contain_text("IT costs 68.9 MSEK in 2026")

    page.get_by_role("link", name="Bill Retail & E-commerce").click()
    expect(page.locator("h1")).to_contain_text("10.7 MSEK, 7.1 % more than planned")

    line = page.locator("tbody.opens").filter(has=page.get_by_role("link", name="Web shop"))
    line.locator("summary", has_text="2,922,360.00 SEK").click()
    october = line.get_by_role("row").filter(has_text="2026-10: 9.2 × 34,300").last
    expect(october).to_contain_text("315,560.00 SEK")

    october.get_by_role("link", name="C04 S03 2026-10").click()
    expect(page.locator("h1")).to_contain_text("C04 S03 2026-10")
    expect(page.locator("main")).to_contain_text("9.2")
    expect(page.locator("main")).to_contain_text("entered from actual_consumption.csv")


def test_a_line_adds_up_to_what_is_charged(open_page):
    page = open_page("/money/bills/C04/")
    line = page.locator("tbody.opens").filter(has=page.get_by_role("link", name="Web shop"))
    line.locator("summary").click()
    months = line.locator(".drawer tr").filter(has_text="2026-").locator("td.n").all_inner_texts()
    assert len(months) == 10
    assert sum(float(one.removesuffix(" SEK").replace(",", "")) for one in months) == 2_922_360
