"""Every number takes its least and its most, and nothing beyond; which they are is written down here, a second time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domestique.exchange.reading.readers import reader_of
from domestique.quantities.written_number import Unreadable
from domestique.records.tables import TABLES

BOUNDED = [
    (table, column)
    for table in TABLES
    for column in table.columns
    if column.minimum is not None or column.maximum is not None
]
FROM_ONE = {
    "cadences.weeks", "inbox.times", "meetings.minutes_long", "restoration_wish.rank", "services.impact_level",
    "survey_answers.number", "survey_questions.number", "value_scores.score",
}  # fmt: skip
MOST = {
    "agreement_lines.availability_target": 100, "amendments.availability_target": 100, "cost_shares.share_percent": 100,
    "services.availability_target": 100, "services.impact_level": 4, "supplier_contracts.availability": 100,
    "value_scores.score": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "column"), BOUNDED, ids=lambda one: getattr(one, "name", str(one))
)
def test_a_number_is_taken_from_its_least_to_its_most(table, column):
    read = reader_of(table, column)
    for end, beyond in ((column.minimum, -1), (column.maximum, 1)):
        if end is not None:
            assert Decimal(read(str(end))) == end
            with pytest.raises(Unreadable):
                read(str(end + beyond))


def test_which_begin_at_one_and_which_end_early_is_written_here_too():
    least = {f"{table.name}.{column.name}": column.minimum for table, column in BOUNDED}
    assert {name for name, number in least.items() if number != 0} == FROM_ONE
    most = {f"{table.name}.{column.name}": column.maximum for table, column in BOUNDED}
    assert {name: number for name, number in most.items() if number and number < 1_000_000} == MOST
