"""The sentence to say about a promise: what was promised and what it was, in minutes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from delivery.level_cases import level, outage, window
from domestique.agreements.promised import Term
from domestique.answers.promises.month_in_minutes import days_of_interruptions, headline_of_month
from domestique.answers.promises.promise_in_month import StandingInMonth
from domestique.delivery.level import Level

TERM = Term("A04", Decimal("99.95"), None, None)
APRIL_5 = outage("I1", "2026-04-05 19:40", "2026-04-05 21:05")
APRIL_12 = outage("I2", "2026-04-12 10:00", "2026-04-12 11:00")


def said(found: Level | None, *, is_promised: bool = True) -> str:
    month = found.case.time.month if found else level().case.time.month
    state = found.state if found else level(is_logged=False).state
    standing = StandingInMonth(
        "C04", "S03", month, found, state, TERM if is_promised else None, None
    )
    return str(headline_of_month(standing, "Web shop"))


def test_two_sundays() -> None:
    found = level(APRIL_5, APRIL_12, hours="24x7", target="99.95")
    assert said(found) == (
        "We promised at most 21 minutes away in April 2026; it was 145, "
        "in two interruptions, both on Sundays."
    )


def test_three_sundays() -> None:
    third = outage("I3", "2026-04-19 10:00", "2026-04-19 10:30")
    found = level(APRIL_5, APRIL_12, third, hours="24x7", target="99.95")
    assert said(found).endswith("it was 175, in 3 interruptions, all on Sundays.")


def test_different_days() -> None:
    monday = outage("I3", "2026-04-06 10:00", "2026-04-06 10:30")
    found = level(APRIL_5, monday, hours="24x7", target="99.95")
    assert said(found).endswith("it was 115, in 2 interruptions.")


def test_one_interruption_names_its_day() -> None:
    found = level(APRIL_5, hours="24x7", target="99.95")
    assert said(found).endswith("it was 85, in one interruption on Sunday 2026-04-05.")


def test_day_is_the_one_on_which_service_hours_were_first_hit() -> None:
    overnight = outage("I1", "2026-04-05 22:00", "2026-04-06 09:00")
    found = level(overnight, hours="Mon-Fri 07-18", target="99.95")
    assert [day.isoformat() for day in days_of_interruptions(found)] == ["2026-04-06"]


@pytest.mark.parametrize(
    ("target", "ending"),
    [
        ("99.7", "it was 85, in 1 interruption: kept."),
        ("99.8", "in 1 interruption: only just kept."),
    ],
)
def test_kept_and_only_just_kept(target: str, ending: str) -> None:
    assert said(level(APRIL_5, hours="24x7", target=target)).endswith(ending)


def test_never_away() -> None:
    assert said(level(hours="24x7", target="99.95")) == (
        "We promised at most 21 minutes away in April 2026, and it was never away."
    )


def test_whole_minutes_never_make_a_kept_promise_look_broken() -> None:
    # 99.95 % of 30 days leaves 21.6 minutes; 21.5 were used, which rounds up to 22.
    found = level(
        outage("I1", "2026-04-05 10:00:00", "2026-04-05 10:21:30"), hours="24x7", target="99.95"
    )
    assert "at most 21.60 minutes away in April 2026; it was 21.50, in 1 inter" in said(found)


def test_nothing_agreed() -> None:
    found = level(APRIL_5, hours="24x7", target="99.9")
    assert said(found, is_promised=False) == (
        "Nothing was agreed for April 2026; Web shop is built to be away at most 43 minutes, "
        "and was away 85."
    )
    assert said(level(hours="24x7"), is_promised=False).endswith("Web shop was never away.")


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            level(is_logged=False),
            "We do not know how Web shop did in April 2026: nothing is logged.",
        ),
        (level(now="2026-03-01"), "April 2026 has not begun."),
        (None, "nobody said in which hours it is meant to work."),
        (level(APRIL_5, hours="24x7", target=None), "it was away 85 minutes in April 2026."),
    ],
)
def test_what_is_not_known_or_not_promised_is_said(found: Level | None, sentence: str) -> None:
    assert sentence in said(found)


def test_month_without_service_hours() -> None:
    closed = level(
        hours="Mon 07-08",
        windows=tuple(
            window(f"W{day}", f"2026-04-{day:02} 07:00", f"2026-04-{day:02} 08:00", "2026-01-01")
            for day in (6, 13, 20, 27)
        ),
    )
    assert said(closed) == "Web shop had no service hours in April 2026."


def test_against_another_promise_the_sentence_changes() -> None:
    found = level(APRIL_5, hours="24x7", target="99.95").against(Decimal("99.7"))
    assert "at most 129 minutes" in said(replace(found))
