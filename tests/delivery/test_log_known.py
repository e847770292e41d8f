"""How far the outage log is known, by the table of docs/calculations/availability.md."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.delivery.log_known import LogKnown, SourcesWord
from domestique.quantities.period import Month

AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (Month(2026, number) for number in (8, 9, 10, 11))
MONTHS = (AUGUST, SEPTEMBER, OCTOBER, NOVEMBER)
ALL_TO_SEPTEMBER = SourcesWord((), date(2026, 9, 30))
ALL_TO_OCTOBER = SourcesWord((), date(2026, 10, 31))
S1_TO_OCTOBER = SourcesWord(("S1",), date(2026, 10, 31))
S1_TO_MID_OCTOBER = SourcesWord(("S1", "S2"), date(2026, 10, 15))


@pytest.mark.parametrize(
    ("words", "logged", "known"),
    [
        ((), (), ""),
        ((), (OCTOBER,), "O"),
        ((), (SEPTEMBER, NOVEMBER), "SN"),
        ((ALL_TO_SEPTEMBER,), (OCTOBER,), "AS"),
        ((ALL_TO_SEPTEMBER,), (OCTOBER, NOVEMBER), "ASN"),
        ((ALL_TO_OCTOBER,), (), "ASON"),
        ((ALL_TO_SEPTEMBER, S1_TO_OCTOBER), (), "ASON"),
        ((ALL_TO_OCTOBER, S1_TO_MID_OCTOBER), (), "AS"),
        ((S1_TO_OCTOBER, S1_TO_MID_OCTOBER), (), "AS"),
    ],
)
def test_what_is_known_of_one_service_in_a_running_november(words, logged, known):
    log = LogKnown(words, logged, NOVEMBER)
    assert (
        "".join(
            letter
            for letter, month in zip("ASON", MONTHS, strict=True)
            if log.is_known("S1", month)
        )
        == known
    )


def test_a_word_about_some_services_says_nothing_of_others():
    log = LogKnown((S1_TO_OCTOBER,), (SEPTEMBER,), NOVEMBER)
    assert [log.is_known("S2", month) for month in MONTHS] == [False, True, False, False]
    assert (log.until("S1"), log.until("S2")) == (date(2026, 10, 31), None)
