"""The grid of promises: which were kept, for whom, and what broke the others."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.agreements.models import Agreement
from domestique.agreements.queries import promised_terms_of
from domestique.answers.promises.grid_rows import grid_groups
from domestique.answers.promises.level_grid import (
    CustomerNotInGrid,
    GridAsked,
    StateNotUnderstood,
    grid_picture,
)
from domestique.answers.promises.promise_in_month import standings_of
from domestique.delivery.level import LevelState
from domestique.quantities.period import Month
from domestique.telling.months import months_up_to

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)


def picture(viewer, **asked):
    return grid_picture(viewer, TODAY, GridAsked(**asked))


def groups(viewer, **asked):
    found = picture(viewer, **asked)
    turned = asked.get("is_turned", False)
    return grid_groups(viewer, TODAY, found, found.standings, is_turned=turned)


def test_headline_counts_promises_in_force_only(viewer):
    found = picture(viewer)
    assert str(found.headline) == "5 services broke 34 of 158 promises in October 2026."
    assert [str(reason) for reason in found.reasons] == [
        "9 customers were let down.",
        "No other was nearly broken.",
        "Of 4 promises we are not sure: what their services need was away.",
        "11 times more a service did not reach what it is built for, but no agreement was in force.",
    ]


def test_every_promise_is_counted_a_second_way(viewer):
    """Line by line over the agreements, without the grid."""
    october = Month(2026, 10)
    terms = {
        pair: own for pair, own in promised_terms_of(viewer).items() if own[-1].holds_in(october)
    }
    found = standings_of(viewer, [october], TODAY, list(terms), terms).values()
    assert len(found) == 162
    assert sum(one.state is LevelState.MISSED for one in found) == 34


def test_what_broke_them_names_root_and_supplier(viewer):
    worst = picture(viewer).culprits[0]
    assert (worst.root.id, worst.root.supplier, worst.promises) == ("T06", "Molnviken Cloud", 18)
    assert worst.services == ("Workplace standard", "E-mail & collaboration")
    assert worst.root.minutes == 75 + 65


def test_one_customers_promise_is_her_own(viewer):
    (row,) = groups(viewer, customer="C04", service="web shop")[0].rows
    assert str(row.promised) == "99.95"
    assert int(row.cells[-1].used) == 1185
    assert [root.id for root in row.blames[0][1]] == ["T02", "T08"]


def test_unlogged_months_are_not_known_and_never_met(viewer):
    (row,) = groups(viewer, customer="C04", service="S03")[0].rows
    assert {cell.chip.state for cell in row.cells[:-1]} == {"unknown"}
    assert row.cells[-1].chip.state == "missed"


def test_months_after_an_agreement_ended_are_marked(viewer):
    (row,) = groups(viewer, customer="C10", service="S08")[0].rows
    assert row.ended_on == date(2026, 6, 30)
    held = [str(cell.month) for cell in row.cells if cell.is_promised]
    assert (held[0], held[-1]) == ("2025-11", "2026-06")


def test_use_without_any_agreement_is_a_row_but_no_promise(viewer):
    found = picture(viewer, customer="C11")
    assert len(found.standings) == 20
    assert not found.groups["C11"].has_promises
    assert str(found.groups["C11"].summary) == "no agreement in force"


def test_worst_customers_and_worst_promises_come_first(viewer):
    found = groups(viewer)
    missed = [group.tally.missed for group in found]
    assert missed == sorted(missed, reverse=True)
    assert found[0].rows[0].name == "Web shop"


def test_state_filters_rows_but_not_the_answer(viewer):
    found = picture(viewer, state="missed")
    assert {one.state for one in found.standings} == {LevelState.MISSED}
    assert found.headline == picture(viewer).headline


def test_turned_the_groups_are_services(viewer):
    first = groups(viewer, is_turned=True)[0]
    assert (first.id, first.tally.missed) == ("S01", 9)
    assert "Race Bikes" in [row.name for row in first.rows]


def test_a_month_of_last_year_is_held_against_what_was_agreed_then(viewer):
    found = picture(viewer, last=Month(2026, 5))
    assert str(found.headline) == "We do not know which promises were kept in May 2026."
    assert sum(one.is_promised for one in found.standings) == 180
    assert all(tally.summary for tally in found.groups.values())


def test_before_all_agreements_nothing_was_promised(viewer):
    Agreement.objects.filter(pk="A10").delete()
    found = picture(viewer, last=Month(2025, 3))
    assert str(found.headline) == "No agreement promised anything in March 2025."


def test_what_cannot_be_chosen_is_refused(viewer):
    with pytest.raises(CustomerNotInGrid, match="There is no customer C99"):
        picture(viewer, customer="C99")
    with pytest.raises(StateNotUnderstood, match="“green” is not a state"):
        picture(viewer, state="green")


def test_twelve_months_end_with_the_one_asked_for():
    months = months_up_to(Month(2026, 2))
    assert (str(months[0]), str(months[-1]), len(months)) == ("2025-03", "2026-02", 12)
