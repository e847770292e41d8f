"""Meetings and their packs: exceptions first, no statistics in a dialogue, nobody else's items in a team meeting."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.meetings.meeting_pack import Pack, meeting_pack
from domestique.answers.meetings.meetings import meeting_page, meetings_page
from domestique.records.viewer import Viewer
from domestique.relations.meetings.actions import NewItem, add_item
from domestique.relations.meetings.separation import BACKWARD
from domestique.relations.models import Meeting

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)


def pack(viewer: Viewer, id_: str) -> Pack:
    found = meeting_pack(viewer, id_, TODAY)
    assert found is not None
    return found


def lines(pack: Pack, title: str) -> list[str]:
    section = next(one for one in pack.sections if str(one.title) == title)
    return [str(line.text) for line in section.lines]


def test_week_overdue_and_held(viewer):
    page = meetings_page(viewer, TODAY)
    assert [one.meeting.id for one in page.week] == ["MT07", "MT10", "MT04", "MT02"]
    overdue = {(one.customer_id, one.kind) for one in page.overdue}
    assert ("C12", "development dialogue") in overdue
    assert not {one for one in overdue if one[0] in ("C04", "C10")}
    assert page.separation.share == 1


def test_follow_up_begins_with_what_went_wrong_in_eight_points(viewer):
    found = pack(viewer, "MT02")
    assert [str(one.title) for one in found.sections] == [
        "Last actions",
        "How it stands",
        "Breaches",
        "Near misses",
        "Consumption and cost against plan",
        "Satisfaction, and what we do",
        "Are the levels still right?",
        "Actions",
    ]
    assert lines(found, "Last actions") == ["Ask the supplier what 99.9 % would cost"]
    assert lines(found, "Breaches")[0].startswith("Web shop was away 265 minutes")
    assert "exceptions" in str(found.headline)


def test_follow_up_tells_what_was_done_whether_it_was_felt_and_what_is_under_way(viewer):
    found = pack(viewer, "MT02")
    section = next(one for one in found.sections if str(one.title).startswith("Satisfaction"))
    told = [(str(line.text), str(line.note)) for line in section.lines][-3:]
    assert told == [
        ("Done: Test the failover of identity every month", "Ask whether it is felt."),
        ("Done: A starter package for new colleagues", "Ask whether it is felt."),
        ("Under way: Take the jargon out of the catalogue", "Noor Rahimi"),
    ]
    assert "A bill on one page" not in str(told)


def test_happy_levels_and_an_unhappy_customer_ask_whether_the_levels_are_right(viewer):
    asked = lines(pack(viewer, "MT07"), "Are the levels still right?")
    kept = not lines(pack(viewer, "MT07"), "Breaches")
    assert any("are these the right levels?" in line for line in asked) is kept


def test_dialogue_is_a_canvas_without_any_statistics(viewer):
    found = pack(viewer, "MT04")
    titles = {str(one.title) for one in found.sections}
    assert titles >= {"Where in twelve months", "What stands in the way", "Idea", "Who"}
    assert not any(
        any(sign in str(line.text) for sign in ("%", "SEK"))
        for one in found.sections
        for line in one.lines
    )
    assert not {kind for kind, _, _ in found.page.groups} & set(BACKWARD)


def test_team_meeting_speaks_of_that_customer_only(viewer):
    found = pack(viewer, "MT14")
    needs = lines(found, "Open needs")
    assert "Customer care sees the order" in needs
    assert "Compute in days not months" not in needs


def test_misplaced_item_is_shown_apart_and_not_lost(viewer):
    add_item(viewer, Meeting.objects.get(pk="MT04"), NewItem("statistics", "Minutes away"))
    page = meeting_page(viewer, "MT04", TODAY)
    assert [one.item.text for one in page.misplaced] == ["Minutes away"]
    assert "Minutes away" not in [one.item.text for one in page.stood]


def test_open_actions_are_carried_to_the_next_of_their_kind(viewer):
    carried = meeting_page(viewer, "MT02", TODAY).carried
    assert [one.item.id for one in carried] == ["MI03"]
    assert carried[0].is_late
    assert meeting_page(viewer, "MT01", TODAY).carried == ()


def test_meeting_of_another_customer_is_not_there():
    assert meeting_page(Viewer("Samira Haddad", frozenset({"C04"})), "MT07", TODAY) is None
