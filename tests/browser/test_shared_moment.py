"""“Checkout spins on Sundays”: one remark at the desk goes through nine people until the answer is told back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from real_browser import DESKTOP, load_demo, served

Becomes = Callable[..., Page]
REMARK = "checkout spins on Sundays"
QUESTION = "Pay for a second site for the checkout, or promise less on Sundays?"
ANSWER = "A second site for the checkout, from January"


@pytest.fixture
def seen_as(browser: Browser, tmp_path) -> Iterator[Becomes]:
    """Open a page of a site of one's own with somebody's eyes; what she does is done in her name."""
    database = tmp_path / "moment.sqlite3"
    load_demo(database)
    with served(database) as address:
        page = browser.new_page(viewport=DESKTOP, base_url=address)

        def become(person: str, path: str) -> Page:
            page.goto("/act-as/")
            page.get_by_label("Her name").fill(person)
            page.get_by_role("button", name="See it as her").click()
            expect(page.locator(".acting")).to_contain_text(person)
            page.goto(path)
            return page

        yield become
        page.close()


def test_from_the_desk_s_remark_to_the_answer_told_back(seen_as):
    need = remark_becomes_a_need(seen_as)
    what_the_business_sees(seen_as)
    statistics_wait_for_the_other_meeting(seen_as)
    prepared_and_not_hers_to_decide(seen_as, need)
    question = more_than_the_mandate(seen_as, need)
    decided_where_it_belongs(seen_as, question)
    told_back(seen_as, question)


def remark_becomes_a_need(seen_as: Becomes) -> str:
    """Ahmed hears it once more; Noor, whose service it is, makes it a need."""
    desk = seen_as("Ahmed Yusuf", "/inbox/")
    remark = desk.locator("[data-item]").filter(has_text=REMARK)
    expect(remark).to_contain_text("11×")
    remark.get_by_role("button", name="heard again").click()
    expect(remark).to_contain_text("12×")

    owner = seen_as("Noor Rahimi", "/inbox/")
    remark = owner.locator("[data-item]").filter(has_text=REMARK)
    remark.get_by_label("Answer").fill("The database is the bottleneck; it is a need now")
    remark.get_by_role("button", name="Need").click()
    came = owner.locator(".came")
    expect(came).to_contain_text("became a need")
    came.get_by_role("link").first.click()
    expect(owner.locator("h1")).to_have_text(REMARK)
    return owner.url


def what_the_business_sees(seen_as: Becomes) -> None:
    """Oskar's report and Nadja's morning tell the same story."""
    month = seen_as("Oskar Lindh", "/promises/C04/S03/2026-10/")
    for figure in ("99.40", "99.95", "265"):
        expect(month.locator("main")).to_contain_text(figure)

    today = seen_as("Nadja Berggren", "/")
    worst = today.locator("article.row").first
    expect(worst).to_contain_text("Negative")
    expect(worst).to_contain_text("valuating a SaaS web shop")
    expect(worst).to_contain_text("4.1 MSEK a year at stake")


def statistics_wait_for_the_other_meeting(seen_as: Becomes) -> None:
    """Nadja's dialogue with Samira carries no statistics: they are parked for the follow-up, not lost."""
    dialogue = seen_as("Nadja Berggren", "/meetings/MT04/")
    dialogue.get_by_label("What it is about").fill("Minutes down each Sunday")
    dialogue.get_by_label("Kind", exact=True).select_option("statistics")
    dialogue.get_by_role("button", name="Put it down").click()
    misplaced = dialogue.locator(".line").filter(has_text="Minutes down each Sunday").first
    misplaced.get_by_role("button", name="Park it for the other meeting").click()
    follow_up = seen_as("Oskar Lindh", "/meetings/MT02/")
    expect(follow_up.locator("main")).to_contain_text("Minutes down each Sunday")


def prepared_and_not_hers_to_decide(seen_as: Becomes, need: str) -> None:
    """Elif, an orderer, prepares the page; deciding it is refused, and the refusal names who can."""
    page = seen_as("Elif Demir", need)
    page.get_by_text("Prepare the page, in business words").click()
    page.get_by_label("The outcome that is wanted").fill("Every Sunday buyer can pay")
    page.get_by_label("Roughly what it costs a year").fill("900000")
    page.get_by_role("button", name="Keep the page").click()
    expect(page.locator("main")).to_contain_text("Every Sunday buyer can pay")

    decide(page, "Yes, of course")
    expect(page.locator(".refused").first).to_contain_text("Samira Haddad")
    expect(page.get_by_label("The decision, in words that can be told back")).to_have_value(
        "Yes, of course"
    )


def more_than_the_mandate(seen_as: Becomes, need: str) -> str:
    """Samira may decide, but not on that much money: Nadja brings the question up to the steering group."""
    page = seen_as("Samira Haddad", need)
    decide(page, "Yes: a second site")
    refusal = page.locator(".refused").first
    expect(refusal).to_contain_text("900,000")
    expect(refusal).to_contain_text("500,000")

    page = seen_as("Nadja Berggren", need)
    page.get_by_role("link", name="Escalate a question").click()
    page.get_by_label("The question, in one sentence").fill(QUESTION)
    page.get_by_label("What was tried before").fill("Tuning; a talk with the supplier")
    page.get_by_label("By when it must be decided").fill("2026-12-04")
    page.get_by_label("First option").fill("A second site for the checkout")
    page.get_by_label("Consequence of the first").fill("Paying works on Sundays")
    page.get_by_label("Second option").fill("Promise 99.5 %")
    page.get_by_label("Consequence of the second").fill("Sundays stay at risk")
    page.get_by_role("button", name="Raise it").click()
    expect(page.locator("h1")).to_have_text(QUESTION)
    question = page.url
    for forum in ("the customer team", "the IT steering group"):
        page.get_by_role("button", name="Move it up").click()
        expect(page.locator('.ladder [aria-current="step"]')).to_contain_text(forum)
    return question


def decided_where_it_belongs(seen_as: Becomes, question: str) -> None:
    """Petri says what each option does to the price; Noor sees what the promise stands on; Gunilla decides."""
    price = seen_as("Petri Salmela", "/escalations/E1/")
    expect(price.locator("main")).to_contain_text("7,500 SEK more per thousand orders")

    carried = seen_as("Noor Rahimi", "/services/S03/")
    expect(carried.locator("main")).to_contain_text("Database")

    steering = seen_as("Gunilla Stråhle", "/steering/")
    expect(steering.locator("main")).to_contain_text(QUESTION)
    page = seen_as("Gunilla Stråhle", question)
    page.get_by_label("The decision, in words that can be told back").fill(ANSWER)
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.locator("main")).to_contain_text(ANSWER)
    expect(page.locator("main")).to_contain_text("not told back yet")


def told_back(seen_as: Becomes, question: str) -> None:
    """Nadja tells Samira, Elsa tells Ahmed: nothing of it is open any more."""
    page = seen_as("Nadja Berggren", question)
    page.get_by_label("Who was told").fill("Samira Haddad, Ahmed Yusuf")
    page.get_by_role("button", name="Told back").click()
    expect(page.locator("main")).to_contain_text("to Samira Haddad, Ahmed Yusuf")
    expect(page.locator("main")).not_to_contain_text("not told back yet")

    desk = seen_as("Elsa Moberg", "/inbox/")
    open_remark = desk.locator("li").filter(has_text=REMARK)
    open_remark.get_by_role("button", name="Told back").click()
    expect(desk.locator("li").filter(has_text=REMARK)).to_have_count(0)


def decide(page: Page, words: str) -> None:
    page.get_by_text("Decide it", exact=True).click()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("The decision, in words that can be told back").fill(words)
    page.get_by_role("button", name="Decide", exact=True).click()
