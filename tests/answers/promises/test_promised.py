"""Which promise held in which month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import Agreement, AgreementLine
from domestique.agreements.promised import Term, ended_before, levels_promised_in, term_in
from domestique.agreements.queries import promised_terms_of
from domestique.quantities.period import Month

MAY, JUNE, JULY = (Month(2026, month) for month in (5, 6, 7))
SPRING = Term("A1", Decimal("99.5"), date(2026, 1, 1), date(2026, 6, 15))
SUMMER = Term("A2", Decimal("99.9"), date(2026, 6, 16), None)


@pytest.mark.parametrize(("month", "agreement"), [(MAY, "A1"), (JUNE, "A2"), (JULY, "A2")])
def test_the_newest_term_that_holds_counts(month, agreement):
    assert term_in([SPRING, SUMMER], month).agreement == agreement


def test_a_term_that_ended_promises_nothing_afterwards():
    assert term_in([SPRING], JULY) is None
    assert ended_before([SPRING], JULY) == date(2026, 6, 15)
    assert ended_before([SPRING], JUNE) is None


def test_what_never_was_promised_has_not_ended():
    assert ended_before([], JULY) is None
    assert ended_before([SPRING, SUMMER], JULY) is None


def test_days_are_both_included():
    assert SPRING.holds_on(date(2026, 6, 15))
    assert not SPRING.holds_on(date(2026, 6, 16))


def test_a_line_without_a_level_states_none():
    silent = Term("A3", None, None, None)
    assert levels_promised_in({("C1", "S1"): [silent], ("C2", "S1"): [SUMMER]}, JULY) == {
        ("C2", "S1"): Decimal("99.9")
    }


@pytest.mark.parametrize(
    ("status", "ends", "counts"),
    [
        ("in force", None, True),
        ("ended", date(2026, 6, 30), True),
        ("ended", None, False),
        ("draft", None, False),
        ("accepted", None, True),
    ],
)
def test_only_what_was_accepted_promises(db, viewer, status, ends, counts):
    Agreement.objects.create(id="A1", customer_id="C1", status=status, ends=ends)
    AgreementLine.objects.create(agreement_id="A1", service_id="S1")
    assert (("C1", "S1") in promised_terms_of(viewer)) is counts
