"""The rules about how we meet, on small wrong pictures and right ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domestique.findings.picture import CustomerFacts, Picture
from domestique.findings.rules.meetings import (
    ContactFacts,
    MeetingItemFacts,
    PromiseFacts,
    left_follow_ups,
    misplaced_items,
    overdue_meetings,
    overdue_promises,
    past_the_team,
    silent_customers,
)
from domestique.parties.customer_team import Team
from domestique.relations.meetings.cadence import Held, next_due
from domestique.relations.meetings.promise_state import GivenPromise
from domestique.relations.meetings.silence import Spoke

TODAY = date(2026, 11, 21)
PICTURE = Picture(
    today=TODAY,
    customers={"C04": CustomerFacts("C04", "Retail", "Samira Haddad", "PRICK", "accepted")},
    teams={"PRICK": Team("PRICK", "Team Prick", "Nadja Berggren", "Oskar Lindh", ())},
    services={},
    agreements=(),
    needs=(),
    packages=(),
    used=frozenset(),
    has_prices=False,
)
CONTACT = ContactFacts("CT1", "C04", date(2026, 11, 1), ("Ahmed Yusuf",))


def test_statistics_in_a_dialogue_and_new_needs_in_a_follow_up_are_found():
    items = [
        MeetingItemFacts("a", "C04", "statistics", "development dialogue", "Minutes away"),
        MeetingItemFacts("b", "C04", "new need", "follow-up", "Ride data"),
        MeetingItemFacts("c", "C04", "goal", "development dialogue", "35 % online"),
        MeetingItemFacts("d", "C04", "new need", "customer team meeting", "Ride data"),
    ]
    found = list(misplaced_items(PICTURE, items))
    assert [(one.rule, one.subject) for one in found] == [("R10", "a"), ("R10", "b")]
    assert "“Minutes away” is about what was delivered" in str(found[0].text)


def test_desk_alone_with_a_customer_is_found_and_beside_the_team_it_is_not():
    desk = {"Ahmed Yusuf", "Elsa Moberg"}
    both = replace(CONTACT, id="CT2", our_people=("Ahmed Yusuf", "Nadja Berggren"))
    found = list(past_the_team(PICTURE, [CONTACT, both, replace(CONTACT, our_people=())], desk))
    assert [one.subject for one in found] == ["CT1"]
    assert found[0].owner == "Nadja Berggren"


def test_silence_is_found_with_its_length_or_without():
    assert "yet" in str(next(silent_customers(PICTURE, {})).text)
    long_ago = {"C04": [Spoke(date(2026, 9, 1), is_two_way=True)]}
    assert "for 81 days" in str(next(silent_customers(PICTURE, long_ago)).text)
    lately = {"C04": [Spoke(date(2026, 11, 1), is_two_way=True)]}
    assert list(silent_customers(PICTURE, lately)) == []


def test_follow_up_past_its_day_is_found_until_it_is_done():
    due = replace(CONTACT, follow_up="Send the data", follow_up_on=date(2026, 11, 20))
    assert [one.rule for one in left_follow_ups(PICTURE, [due])] == ["S1-03"]
    settled = [replace(due, followed_up_on=TODAY), replace(due, follow_up_on=TODAY)]
    assert list(left_follow_ups(PICTURE, settled)) == []


def test_overdue_meetings_are_one_finding_a_customer():
    never = next_due(13, [], TODAY)
    planned = next_due(13, [Held(None, date(2026, 12, 1))], TODAY)
    rhythms = [
        ("C04", "development dialogue", never),
        ("C04", "follow-up", never),
        ("C04", "customer team meeting", planned),
    ]
    found = list(overdue_meetings(PICTURE, rhythms))
    assert len(found) == 1
    assert "development dialogue, follow-up." in str(found[0].text)


def test_promise_past_its_day_is_found_for_the_customers_manager():
    late = PromiseFacts("C04", "A plan", GivenPromise("PR1", date(2026, 11, 1), date(2026, 11, 20)))
    due = PromiseFacts("C04", "A visit", GivenPromise("PR2", date(2026, 11, 1), TODAY))
    found = list(overdue_promises(PICTURE, [late, due]))
    assert [(one.subject, one.owner) for one in found] == [("PR1", "Nadja Berggren")]
