"""Changing one column of many rows: shown, refused, done, and never over somebody else's change."""

from __future__ import annotations

import pytest

from domestique.lists.changing import (
    ChangeWish,
    ChosenRow,
    change_rows,
    preview_change,
    rows_matching,
    rows_seen,
    rows_ticked,
)
from domestique.lists.errors import (
    ColumnNotChosen,
    ColumnNotThere,
    KeyStays,
    NoRowChosen,
    RowsNotUnderstood,
    TooManyChosen,
    WhyMissing,
)
from domestique.lists.question import ListQuestion
from domestique.portfolio.models import Service
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.relations.models import Need

pytestmark = pytest.mark.usefixtures("demo", "db")
SERVICES = table_named("services")


def wish(column: str = "owner", value: str = "Mats Ullén", why: str = "Review") -> ChangeWish:
    return ChangeWish.read(SERVICES, column, value, why)


def change(viewer: Viewer, rows: list[ChosenRow], wanted: ChangeWish):
    shown = preview_change(viewer, rows, wanted).digest
    return change_rows(viewer, rows, wanted, shown=shown)


def test_preview_tells_old_and_new_and_changes_nothing(viewer):
    report = preview_change(viewer, rows_ticked(viewer, SERVICES, ["S03", "S04"]), wish())
    assert ("S03", "Noor Rahimi", "Mats Ullén") in [(c.key, c.old, c.new) for c in report.changes]
    assert Service.objects.get(pk="S03").owner == "Noor Rahimi"


def test_what_was_shown_is_done_with_who_and_why(viewer):
    rows = rows_matching(viewer, ListQuestion.parse(SERVICES, "where=kind:is:supporting"))
    assert change(viewer, rows, wish()).loaded
    assert set(Service.objects.filter(kind="supporting").values_list("owner", flat=True)) == {
        "Mats Ullén"
    }
    newest = Service.history.latest("history_id")
    assert (newest.history_user_id, newest.history_change_reason) == (viewer.person, "Review")


def test_what_somebody_changed_meanwhile_is_told_and_nothing_is_changed(viewer):
    rows = rows_ticked(viewer, SERVICES, ["S03", "S04"])
    shown = preview_change(viewer, rows, wish()).digest
    Service.objects.filter(pk="S03").update(owner="Karin Öberg", version=2)
    report = change_rows(viewer, rows, wish(), shown=shown)
    assert "Somebody has changed S03" in str(report.errors[0].reason)
    assert Service.objects.get(pk="S04").owner != "Mats Ullén"


def test_another_value_than_the_one_shown_is_not_written(viewer):
    rows = rows_ticked(viewer, SERVICES, ["S03"])
    shown = preview_change(viewer, rows, wish()).digest
    report = change_rows(viewer, rows, wish(value="Somebody else"), shown=shown)
    assert (report.loaded, report.is_other) == (False, True)


def test_value_is_refused_in_the_sentence_of_a_load(viewer):
    rows = rows_ticked(viewer, SERVICES, ["S03"])
    (error,) = preview_change(viewer, rows, wish("impact_level", "9")).errors
    assert (error.row, str(error.reason)) == (1, "9 is out of range; it must be from 1 to 4.")


def test_rows_of_a_key_with_several_parts_are_found_again(viewer):
    plans = table_named("planned_consumption")
    rows = rows_matching(viewer, ListQuestion.parse(plans, "where=customer:is:C04"))
    wanted = ChangeWish.read(plans, "units", "7", "Round numbers")
    assert len(preview_change(viewer, rows, wanted).changes) == len(rows) > 1


def test_rows_seen_keep_the_version_that_was_seen(viewer):
    Service.objects.filter(pk="S03").update(version=5)
    (row,) = rows_seen(viewer, SERVICES, {"S03": 1})
    assert row == ChosenRow("S03", ("S03",), 1)


@pytest.mark.parametrize("seen", [{"S03": "1"}, {"S03": None}, {"S03": [1]}])
def test_versions_that_are_none_are_refused(viewer, seen):
    with pytest.raises(RowsNotUnderstood):
        rows_seen(viewer, SERVICES, seen)


def test_ids_that_are_none_are_refused(viewer):
    with pytest.raises(RowsNotUnderstood):
        rows_ticked(viewer, table_named("pulses"), ["the first"])


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (("", "x", "why"), ColumnNotChosen),
        (("colour", "x", "why"), ColumnNotThere),
        (("id", "S99", "why"), KeyStays),
        (("owner", "x", "  "), WhyMissing),
    ],
)
def test_incomplete_wishes_are_refused(typed, refusal):
    with pytest.raises(refusal):
        ChangeWish.read(SERVICES, *typed)


def test_no_row_and_too_many_rows_are_refused(viewer, monkeypatch):
    with pytest.raises(NoRowChosen):
        rows_ticked(viewer, SERVICES, ["S99"])
    monkeypatch.setattr("domestique.lists.changing.MOST_ROWS", 39)
    with pytest.raises(TooManyChosen, match="40 rows are chosen; at most 39"):
        rows_matching(viewer, ListQuestion.parse(SERVICES, ""))


def test_rows_of_others_are_neither_chosen_nor_given_away():
    needs, seer = table_named("needs"), Viewer("Ebba", frozenset({"C04"}))
    mine = Need.objects.filter(customer_id="C04").values_list("pk", flat=True)
    every = rows_ticked(seer, needs, list(Need.objects.values_list("pk", flat=True)))
    assert {row.id for row in every} == set(mine)
    report = change(seer, every, ChangeWish.read(needs, "customer", "C01", "Give away"))
    assert {problem.column for problem in report.errors} == {"customer"}
    assert len(report.errors) == len(every)
    assert set(Need.objects.filter(customer_id="C04").values_list("pk", flat=True)) == set(mine)
