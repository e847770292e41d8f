"""By when must notice of a contract be given, and has that day passed? (S3-09)

A notice of n months given on day D ends the contract n months later, on the same day of the month
or, where that month is too short, on its last day (Regulation 1182/71, article 3).
The notice date is the last day D from which those months still fit before the contract's end. For
an end on the last day of a month it is a last day too: 2026-12-31 less 3 months is 2026-09-30.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domestique.quantities.sentence import Sentence, Value, say

DUE_WITHIN_DAYS = 60


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract with a supplier, who has a name: its last day and its notice in whole months, zero or more."""

    id: str
    name: str
    ends: date | None
    notice_months: int | None


class NoticeState(StrEnum):
    """Where today stands to the notice date."""

    PASSED = "passed"
    DUE = "due"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice date of a contract with a supplier, the days left to it (negative: passed), and what to do."""

    contract: str
    name: str
    state: NoticeState
    on: date | None
    days_left: int | None
    what: Sentence
    advice: Sentence


def notice_date(ends: date, months: int) -> date:
    """Return the last day on which notice still ends the contract by ``ends``."""
    year, month = divmod(ends.year * 12 + ends.month - 1 - months, 12)
    last_day = monthrange(year, month + 1)[1]
    is_month_end = ends.day == monthrange(ends.year, ends.month)[1]
    return date(year, month + 1, last_day if is_month_end else min(ends.day, last_day))


def notice_state(contract: Contract, today: date, due_within_days: int = DUE_WITHIN_DAYS) -> Notice:
    """Tell whether the notice date has passed, is due within so many days, or comes later."""
    if contract.ends is None or contract.notice_months is None:
        return _unknown(contract)
    on = notice_date(contract.ends, contract.notice_months)
    name = contract.name or contract.id
    values: dict[str, Value] = {"name": name, "on": on, "ends": contract.ends}
    days_left = (on - today).days
    if days_left < 0:
        state = NoticeState.PASSED
        what = say(
            "Notice of the contract with %(name)s had to be given by %(on)s; it ends on %(ends)s.",
            **values,
        )
        advice = say("Ask %(name)s what holds after %(ends)s, and write it down.", **values)
    else:
        state = NoticeState.DUE if days_left <= due_within_days else NoticeState.LATER
        what = say(
            "Notice of the contract with %(name)s must be given by %(on)s; it ends on %(ends)s.",
            **values,
        )
        advice = say("Decide by %(on)s whether to renew, renegotiate or leave %(name)s.", **values)
    return Notice(contract.id, name, state, on, days_left, what, advice)


def _unknown(contract: Contract) -> Notice:
    name = contract.name or contract.id
    return Notice(
        contract.id,
        name,
        NoticeState.UNKNOWN,
        None,
        None,
        say("The notice date of the contract with %(name)s is not known.", name=name),
        say("Write down when the contract with %(name)s ends and its notice in months.", name=name),
    )
