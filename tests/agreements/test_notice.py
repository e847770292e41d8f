"""When notice must be given: month arithmetic, the states, and the demo's contracts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domestique.agreements.notice import Contract, NoticeState, notice_date, notice_state

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("ends", "months", "expected"),
    [
        (date(2026, 12, 31), 3, date(2026, 9, 30)),
        (date(2027, 1, 31), 3, date(2026, 10, 31)),
        (date(2027, 3, 31), 3, date(2026, 12, 31)),
        (date(2027, 6, 30), 6, date(2026, 12, 31)),
        (date(2027, 2, 28), 3, date(2026, 11, 30)),
        (date(2028, 2, 28), 3, date(2027, 11, 28)),
        (date(2027, 5, 30), 3, date(2027, 2, 28)),
        (date(2027, 1, 15), 12, date(2026, 1, 15)),
        (date(2027, 1, 15), 0, date(2027, 1, 15)),
    ],
)
def test_notice_date_is_the_end_less_the_months(ends: date, months: int, expected: date) -> None:
    assert notice_date(ends, months) == expected


def months_later(day: date, months: int) -> date:
    """The day a period of months ends: same day of the month, or the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 36))
@settings(max_examples=200, deadline=None)
def test_notice_date_is_the_last_day_from_which_the_months_still_fit(
    ends: date, months: int
) -> None:
    on = notice_date(ends, months)
    assert on <= ends
    assert months_later(on, months) <= ends < months_later(on + timedelta(days=1), months)


def test_passed_notice_date_asks_what_holds_afterwards() -> None:
    notice = notice_state(Contract("V02", "Fabrikslogik Oy", date(2026, 12, 31), 3), TODAY)
    assert (notice.state, notice.on, notice.days_left) == (
        NoticeState.PASSED,
        date(2026, 9, 30),
        -52,
    )
    assert str(notice.what) == (
        "Notice of the contract with Fabrikslogik Oy had to be given by 2026-09-30;"
        " it ends on 2026-12-31."
    )
    assert str(notice.advice) == (
        "Ask Fabrikslogik Oy what holds after 2026-12-31, and write it down."
    )


def test_notice_date_within_sixty_days_is_due() -> None:
    notice = notice_state(Contract("V05", "Kassaspets Oy", date(2027, 3, 31), 3), TODAY)
    assert (notice.state, notice.days_left) == (NoticeState.DUE, 40)
    assert str(notice.advice) == (
        "Decide by 2026-12-31 whether to renew, renegotiate or leave Kassaspets Oy."
    )


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 11, 30), NoticeState.LATER),
        (date(2026, 12, 1), NoticeState.DUE),
        (date(2026, 12, 31), NoticeState.DUE),
        (date(2027, 1, 1), NoticeState.PASSED),
    ],
)
def test_state_changes_on_the_day(today: date, state: NoticeState) -> None:
    contract = Contract("V05", "Kassaspets Oy", date(2027, 3, 31), 3)
    assert notice_state(contract, today, due_within_days=30).state is state


@pytest.mark.parametrize(("ends", "months"), [(None, 3), (date(2027, 3, 31), None)])
def test_contract_without_end_or_notice_is_not_known(ends: date | None, months: int | None) -> None:
    notice = notice_state(Contract("V05", "Kassaspets Oy", ends, months), TODAY)
    assert (notice.state, notice.on, notice.days_left) == (NoticeState.UNKNOWN, None, None)
    assert str(notice.what) == ("The notice date of the contract with Kassaspets Oy is not known.")


@pytest.mark.parametrize(("name", "said"), [("Molnviken", "Molnviken"), ("", "V09")])
@pytest.mark.parametrize("ends", [None, date(2027, 3, 31)])
def test_a_contract_is_called_by_its_name_or_by_its_id(
    name: str, said: str, ends: date | None
) -> None:
    notice = notice_state(Contract("V09", name, ends, 3), TODAY)
    assert f"the contract with {said} " in str(notice.what)
    assert said in str(notice.advice)


@pytest.mark.parametrize(("ends", "months"), [(None, 3), (date(2027, 3, 31), None)])
def test_without_an_end_or_a_notice_nothing_is_due(ends: date | None, months: int | None) -> None:
    notice = notice_state(Contract("V09", "Molnviken", ends, months), TODAY)
    assert (notice.state, notice.on, notice.days_left) == (NoticeState.UNKNOWN, None, None)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, NoticeState.PASSED),
        (0, NoticeState.DUE),
        (60, NoticeState.DUE),
        (61, NoticeState.LATER),
    ],
)
def test_the_notice_day_itself_is_due_and_so_is_the_sixtieth_day_before(
    days: int, state: NoticeState
) -> None:
    ends = date(2027, 1, 15)
    on = notice_date(ends, 0)
    assert on == ends
    assert notice_state(Contract("V", "X", ends, 0), on - timedelta(days=days)).state is state
