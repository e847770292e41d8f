"""Gunilla, the CIO, plays through the loss of the data centre's hall and takes the run sheet with her on paper."""

from __future__ import annotations

from playwright.sync_api import expect

from real_browser import printed


def test_gunilla_runs_an_exercise_on_paper(open_page):
    page = open_page("/")
    page.get_by_role("link", name="Restoration", exact=True).click()
    page.get_by_text("What is lost:").click()
    page.get_by_label("Data centre hall Motala").check()
    page.get_by_label("Crews").fill("4")
    page.get_by_role("button", name="Show").click()
    headline = "If Data centre hall Motala is lost, 4 promises cannot be kept by anyone."
    expect(page.locator("h1")).to_have_text(headline)
    expect(page.locator("main")).to_contain_text("all 40 services are back after 9:05 hours")
    expect(page.locator("svg.steps")).to_contain_text("back 5:15, promised 4:00")

    sheets = printed(page.get_by_role("link", name="run sheet"))
    words = "".join(sheet.extract_text() for sheet in sheets)
    assert "Data centre hall Motala" in words
    assert "Web shop" in words


def test_a_number_of_crews_that_is_none_is_refused_and_stays(open_page):
    page = open_page("/restoration/")
    page.get_by_label("Crews").fill("all of them")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("“all of them” is not a whole number")
    expect(page.get_by_label("Crews")).to_have_value("all of them")


def test_an_exercise_runs_by_a_clock_and_keeps_its_log(open_page):
    page = open_page("/restoration/?lost=T10&crews=4&during=CH1")
    page.get_by_role("link", name="Exercise with a clock").click()
    expect(page.get_by_role("button", name="Network is back", exact=True)).to_be_hidden()
    page.get_by_label("The clock runs").select_option("60")
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Data centre hall Motala is back", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="is back after 0:0")).to_be_attached()
    expect(page.get_by_role("button", name="Network is back", exact=True)).to_be_focused()

    page.reload()
    expect(page.locator(".tally")).to_contain_text("1 of 40 steps are back")
    expect(page.locator("tr[data-step=T10]")).to_contain_text("sooner than planned")
    page.get_by_role("button", name="Undo: Data centre hall Motala is back").click()
    expect(page.locator(".tally")).to_contain_text("0 of 40 steps are back")

    page.get_by_role("button", name="Stop the clock").click()
    stopped = page.locator(".elapsed").inner_text()
    page.wait_for_timeout(1200)
    assert page.locator(".elapsed").inner_text() == stopped
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".elapsed")).to_have_text("0:00")
