"""What is said when something is lost."""

from __future__ import annotations

import pytest

from domestique.answers.restoration.restoration import exercise, largest_loss
from domestique.impact.errors import ServiceNotInStructure

pytestmark = pytest.mark.usefixtures("demo", "db")


def test_promises_nobody_can_keep_are_counted_in_the_headline(viewer):
    page = exercise(viewer, ("T10",), 4)
    assert str(page.headline) == (
        "If Data centre hall Motala is lost, 4 promises cannot be kept by anyone."
    )
    assert [one.service for one in page.shortfalls if one.is_own] == ["S03", "S05", "S01", "S02"]


def test_two_crews_are_done_after_fifteen_hours_five(viewer):
    page = exercise(viewer, ("T10",), 2)
    assert max(bar.end for bar in page.bars) == 905
    assert {bar.service: bar.end for bar in page.late}["S04"] == 660


def test_conflicts_and_repairs_name_services_and_not_ids(viewer):
    page = exercise(viewer, ("T10",), 4)
    assert str(page.conflicts[0]).startswith("Order management promises to be back")
    assert any("Web shop" in str(sentence) for sentence in page.repairs)


def test_loss_without_consequences_keeps_every_promise(viewer):
    page = exercise(viewer, ("S14",), 1)
    assert str(page.headline) == "If Learning portal is lost, every promise can be kept."
    assert not page.late


def test_largest_loss_is_what_everything_stands_on(viewer):
    assert largest_loss(viewer) == "T10"


def test_unknown_service_is_refused(viewer):
    with pytest.raises(ServiceNotInStructure, match="XYZ"):
        exercise(viewer, ("XYZ",), 4)
