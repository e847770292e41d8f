"""Planning, moving, cancelling and holding meetings; parking what is misplaced; saying how it felt."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations.meetings.actions import (
    MeetingPlan,
    NewItem,
    add_item,
    ask_for_dialogue,
    cancel_meeting,
    finish_action,
    hold_meeting,
    move_meeting,
    park_item,
    plan_meeting,
    tell_mood,
    waiting_for,
)
from domestique.relations.meetings.errors import (
    ChoiceNotThere,
    DayLiesAhead,
    MeetingNotHeld,
    NothingToPark,
    TimeHasPassed,
    WorkIsNotYours,
)
from domestique.relations.models import Contact, Meeting, MeetingItem

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
DECEMBER = MeetingPlan(datetime.fromisoformat("2026-12-03 09:00"), 90, "Room Galibier")
NADJA = Viewer(
    "Nadja Berggren", frozenset({"C04", "C02"}), frozenset({Ability.WORK_WITH_CUSTOMERS})
)
SAMIRA = Viewer("Samira Haddad", frozenset({"C04"}), frozenset({Ability.SAY}))
DESK = Viewer("Ahmed Yusuf", frozenset({"C04"}), frozenset({Ability.NOTE}))


def planned(kind: str, customer: str = "C04", viewer: Viewer = NADJA, **given) -> Meeting:
    given = {"chair": "", "participants": (), **given}
    return plan_meeting(viewer, DECEMBER, customer=customer, kind=kind, today=TODAY, **given)


def meeting(id_: str) -> Meeting:
    return Meeting.objects.get(pk=id_)


def test_customer_manager_leads_a_dialogue_and_delivery_manager_a_follow_up():
    assert planned("development dialogue").chair == "Nadja Berggren"
    assert planned("follow-up").chair == "Oskar Lindh"
    assert planned("follow-up", chair="Noor Rahimi").chair == "Noor Rahimi"


def test_meeting_is_neither_planned_nor_moved_into_the_past():
    past = MeetingPlan(datetime.fromisoformat("2026-11-20 09:00"))
    with pytest.raises(TimeHasPassed, match="2026-11-20 has passed"):
        move_meeting(NADJA, meeting("MT02"), past, today=TODAY)
    with pytest.raises(ChoiceNotThere, match="“party”"):
        planned("party")


def test_moved_meeting_stands_at_its_new_time():
    move_meeting(NADJA, meeting("MT02"), DECEMBER, today=TODAY)
    assert meeting("MT02").starts == datetime.fromisoformat("2026-12-03 09:00")
    assert meeting("MT02").version == 2


def test_what_is_over_stays_over():
    cancel_meeting(NADJA, meeting("MT02"), reason="Inventory", today=TODAY)
    with pytest.raises(Refusal, match="was cancelled"):
        hold_meeting(NADJA, meeting("MT02"), gist="x", today=TODAY)
    with pytest.raises(Refusal, match="held on 2026-10-22 already"):
        move_meeting(NADJA, meeting("MT01"), DECEMBER, today=TODAY)


def test_meeting_is_held_on_a_day_that_has_come_with_a_sentence_about_it():
    later = date(2026, 11, 26)
    with pytest.raises(Refusal, match="one sentence is enough"):
        hold_meeting(NADJA, meeting("MT02"), gist=" ", today=later)
    with pytest.raises(DayLiesAhead):
        hold_meeting(NADJA, meeting("MT02"), gist="x", today=TODAY, held_on=later)
    hold_meeting(NADJA, meeting("MT02"), gist="Levels by Sunday", today=later)
    assert meeting("MT02").held_on == later


def test_misplaced_item_goes_to_the_next_meeting_of_the_other_kind():
    item = add_item(NADJA, meeting("MT04"), NewItem("statistics", "Minutes away this year"))
    parked = park_item(NADJA, item, today=TODAY)
    assert (parked.meeting_id, parked.parked_from_id) == ("MT02", "MT04")


def test_without_a_meeting_to_go_to_it_waits_and_is_taken_up_when_one_is_held():
    item = add_item(NADJA, meeting("MT10"), NewItem("new need", "Ride data"))
    waiting = park_item(NADJA, item, today=TODAY)
    assert waiting.meeting_id == waiting.parked_from_id == "MT10"
    dialogue = planned("development dialogue", "C02")
    assert [one.id for one in waiting_for(NADJA, dialogue)] == [item.id]
    hold_meeting(NADJA, dialogue, gist="Agreed", today=date(2026, 12, 3))
    taken = MeetingItem.objects.get(pk=item.id)
    assert (taken.meeting_id, taken.parked_from_id) == (dialogue.id, "MT10")


def test_what_stands_where_it_belongs_or_waits_already_is_not_parked():
    item = MeetingItem.objects.get(pk="MI04")
    with pytest.raises(NothingToPark, match="stands where it belongs"):
        park_item(NADJA, item, today=TODAY)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (NewItem("idea", " "), "What it is about"),
        (NewItem("action", "Do it"), "an action has an owner"),
    ],
)
def test_half_an_item_is_not_put_down(entry, words):
    with pytest.raises(Refusal, match=words):
        add_item(NADJA, meeting("MT04"), entry)


def test_action_is_done_today():
    finish_action(NADJA, MeetingItem.objects.get(pk="MI03"), today=TODAY)
    assert MeetingItem.objects.get(pk="MI03").done_on == TODAY


@pytest.mark.parametrize(
    ("viewer", "side", "may"),
    [
        (NADJA, "it", True),
        (NADJA, "business", True),
        (SAMIRA, "business", True),
        (SAMIRA, "it", False),
        (DESK, "business", False),
    ],
)
def test_each_side_says_how_it_felt_and_the_team_what_it_heard(viewer, side, may):
    if not may:
        with pytest.raises(Refusal, match=r"The customer('s own people| team) can"):
            tell_mood(viewer, meeting("MT01"), side=side, mood="neutral")
        return
    tell_mood(viewer, meeting("MT01"), side=side, mood="neutral")
    assert getattr(meeting("MT01"), f"mood_{side}") == "neutral"


def test_meeting_to_come_has_no_mood():
    with pytest.raises(MeetingNotHeld):
        tell_mood(NADJA, meeting("MT02"), side="it", mood="creative")


def test_customer_asks_for_a_dialogue_and_planning_it_answers_her():
    asked = ask_for_dialogue(SAMIRA, customer="C04", wish="", today=TODAY)
    assert (asked.follow_up_on, asked.is_two_way) == (date(2026, 11, 28), False)
    planned("development dialogue", answers=asked)
    assert Contact.objects.get(pk=asked.pk).followed_up_on == TODAY


def test_who_does_not_work_with_customers_hears_who_does():
    with pytest.raises(WorkIsNotYours, match="Ahmed Yusuf does not work with customers"):
        planned("follow-up", viewer=DESK)


@pytest.mark.parametrize(
    ("side", "mood"), [("it", "cheerful"), ("theirs", "neutral"), ("", "neutral")]
)
def test_only_the_two_sides_and_their_three_moods_are_told(side, mood):
    with pytest.raises(ChoiceNotThere):
        tell_mood(NADJA, meeting("MT01"), side=side, mood=mood)


@pytest.mark.parametrize(
    ("viewer", "side", "why"), [(NADJA, "business", "Heard"), (NADJA, "it", "Said")]
)
def test_what_the_team_says_of_the_other_side_was_heard(viewer, side, why):
    tell_mood(viewer, meeting("MT01"), side=side, mood="neutral")
    assert Meeting.history.filter(id="MT01").first().history_change_reason == why
