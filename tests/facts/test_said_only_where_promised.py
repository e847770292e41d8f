"""Promised is said only where an agreement was in force; else what the service is built for, and called that.

In the demo the agreement of C10 ended on 30 June, C11 never had one, and C09's is a draft.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from domestique.answers.own_page.own_page import own_page
from domestique.answers.promises.grid_rows import grid_groups
from domestique.answers.promises.kept import promises_of_month
from domestique.answers.promises.level_grid import GridAsked, grid_picture
from domestique.answers.steering.steering import steering_page
from domestique.answers.today.today import today_for
from domestique.answers.walk_in.walk_in import walk_in_sheet
from domestique.quantities.period import Month
from given_cases import words_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

CLOCK = date(2030, 1, 1)
OCTOBER = Month(2026, 10)
WITHOUT_AGREEMENT = ["C10", "C11"]


@pytest.mark.parametrize("customer", WITHOUT_AGREEMENT)
def test_her_own_page_promises_nothing_where_nothing_was_agreed(viewer, customer):
    page = own_page(viewer, customer, CLOCK)

    assert re.match(
        r"Without an agreement in October 2026: \d+ of \d+ were less than they are built for\.",
        str(page.right),
    )
    assert str(page.got[0].chip.text) == "less than it is built for"
    assert "it is built to be away at most" in str(page.got[0].note)
    assert "promised" not in words_of(f"/for/{customer}/")


@pytest.mark.parametrize("customer", WITHOUT_AGREEMENT)
def test_the_walk_in_sheet_holds_it_against_what_it_is_built_for(viewer, customer):
    sheet = walk_in_sheet(viewer, customer, CLOCK)

    assert str(sheet.missed_title) == "Missed in October 2026"
    assert all("promise" not in str(one) for one in sheet.missed)
    assert "is built for 99.9 %, which allows" in " ".join(map(str, sheet.missed))


@pytest.mark.parametrize("customer", WITHOUT_AGREEMENT)
def test_the_customers_page_says_so_beside_the_level(customer):
    page = words_of(f"/customers/{customer}/")

    assert "is built to be away at most" in page
    assert "may be away" not in page


def test_what_was_agreed_is_still_called_promised(viewer):
    assert str(own_page(viewer, "C04", CLOCK).right) == (
        "Not all of it: 4 of 21 were less than promised in October 2026."
    )


def test_steering_and_today_count_as_the_promises_do(viewer):
    found = grid_picture(viewer, CLOCK, GridAsked(is_turned=True))
    groups = grid_groups(viewer, CLOCK, found, found.standings, is_turned=True)
    told = {group.id: group.tally.missed for group in groups}
    missed = today_for(viewer, CLOCK).missed

    assert {one.service: one.customers for one in missed} == {
        one.service: told[one.service] for one in missed
    }
    assert [(one.customers, one.unpromised) for one in missed if one.service == "S27"] == [(9, 3)]


def test_steering_says_apart_for_whom_nothing_was_in_force(viewer):
    watch = [str(one) for one in steering_page(viewer, CLOCK).lists[1].items]

    assert (
        "E-mail & collaboration 99.85 of 99.9 %, missed for 9 customers. "
        "No agreement was in force for 3 more."
    ) in watch
    assert "9 E-mail & collaboration for 9 customers, and 3 without an agreement" in words_of("/")


def test_each_level_kept_or_missed_knows_whether_it_was_promised(viewer):
    kept = promises_of_month(viewer, OCTOBER, CLOCK, 2026)

    assert not any(one.is_promised for one in kept["C10"].missed)
    assert all(one.is_promised for one in kept["C04"].missed)
