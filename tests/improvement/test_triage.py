"""What has lain too long, and how what is pasted in becomes items."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.improvement.triage import (
    KEYS,
    Lying,
    is_untold,
    lies_unanswered,
    lies_unsorted,
    lines_in,
    source_named,
)

TODAY = date(2026, 11, 21)
WISH, DESK = "customer wish", "desk observation"


@pytest.mark.parametrize(
    ("item", "unsorted", "unanswered", "untold"),
    [
        (Lying(WISH, date(2026, 11, 14)), False, False, False),
        (Lying(WISH, date(2026, 11, 13)), True, False, False),
        (Lying(WISH, date(2026, 11, 1), "drop", TODAY, TODAY), False, False, False),
        (Lying(WISH, date(2026, 11, 1), "answer", TODAY), False, False, True),
        (Lying(DESK, date(2026, 11, 7)), True, False, False),
        (Lying(DESK, date(2026, 11, 6)), False, True, False),
        (Lying(DESK, date(2026, 11, 6), "delivery"), False, True, False),
        (Lying(DESK, date(2026, 11, 6), "delivery", TODAY), False, False, True),
    ],
)
def test_what_has_lain_too_long(item, unsorted, unanswered, untold):
    assert (lies_unsorted(item, TODAY), lies_unanswered(item, TODAY), is_untold(item)) == (
        unsorted,
        unanswered,
        untold,
    )


def test_every_way_has_a_key_of_its_own():
    assert len(set(KEYS.values())) == len(KEYS) == 6
    assert not set(KEYS.values()) & {"j", "k", "+"}


def test_pasted_lines_become_items():
    assert lines_in("- printers\n\n • scanners \nspare parts\n") == [
        "printers",
        "scanners",
        "spare parts",
    ]


def test_a_short_word_means_its_source():
    assert source_named("Desk") == DESK
    assert source_named("desk observation") == DESK
    assert source_named("rumour") == "rumour"
