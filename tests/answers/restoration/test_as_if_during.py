"""A loss as if it happened during what a customer plans."""

from __future__ import annotations

import pytest

from domestique.answers.restoration.restoration import exercise
from domestique.answers.restoration.season import SeasonNotKnown, season_of, seasons
from domestique.relations.models import CustomerActivity

pytestmark = pytest.mark.usefixtures("demo", "db")


def test_every_planned_activity_with_services_can_be_chosen(viewer):
    CustomerActivity.objects.filter(pk="CH5").update(services=[])
    assert [one.id for one in seasons(viewer)] == ["CH1", "CH3", "CH2", "CH4"]


def test_season_is_said_with_its_services_by_name(viewer):
    page = exercise(viewer, ("T10",), 4, "CH1")
    assert str(page.season) == (
        "As if during Black week campaign: Web shop, Order management, Contact centre, Warehouse "
        "management count at impact level 1 and are wished back first."
    )


def test_season_changes_the_wish_and_who_waits(viewer):
    usual, season = exercise(viewer, ("T10",), 1), exercise(viewer, ("T10",), 1, "CH1")
    ends = {bar.service: bar.end for bar in season.bars}
    before = {bar.service: bar.end for bar in usual.bars}
    assert {bar.service: bar.wish for bar in season.bars if bar.service in "S03 S05 S01"} == {
        "S05": 1,
        "S03": 2,
        "S01": 5,
    }
    assert ends["S03"] < before["S03"]
    assert ends["S01"] > before["S01"]


def test_what_moves_is_said_against_usual_times(viewer):
    moved = [str(one) for one in exercise(viewer, ("T10",), 1, "CH1").moved]
    assert moved[0].startswith("Web shop is back ")
    assert moved[0].endswith(" sooner than usually.")
    assert any(" later than usually." in one for one in moved[4:])
    assert exercise(viewer, ("T10",), 1).moved == ()


def test_unknown_season_is_refused(viewer):
    with pytest.raises(SeasonNotKnown, match="“CH9” is no activity"):
        season_of(viewer, "CH9")
