"""Logging a contact in one save, following up, keeping and taking back promises; and who may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.saving import ChangedMeanwhile
from domestique.records.viewer import Viewer
from domestique.relations.meetings.contact_actions import (
    Note,
    follow_up_done,
    keep_promise,
    log_contact,
    take_back,
)
from domestique.relations.meetings.errors import (
    ChoiceNotThere,
    CustomerNotThere,
    DayLiesAhead,
    PromiseIsSettled,
    TwoSidesMissing,
    WorkIsNotYours,
)
from domestique.relations.meetings.queries import spoken_with
from domestique.relations.meetings.silence import silence_on
from domestique.relations.models import Contact, Promise

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
NADJA = Viewer("Nadja Berggren", frozenset({"C04"}), frozenset({Ability.WORK_WITH_CUSTOMERS}))
SAMIRA = Viewer("Samira Haddad", frozenset({"C04"}), frozenset({Ability.SAY, Ability.SEE_OWN}))
CALL = Note("C04", "Sunday was quiet", ("Samira Haddad",))


def test_three_fields_are_enough_and_the_rest_is_known():
    contact = log_contact(NADJA, CALL, today=TODAY)
    assert (contact.id, contact.date, contact.our_people) == ("CT15", TODAY, ["Nadja Berggren"])
    assert contact.history.get().history_user_id == "Nadja Berggren"


def test_promise_goes_into_the_same_save():
    note = Note(
        "C04",
        "Wants it on paper",
        ("Samira Haddad",),
        need="N01",
        promise="The plan on paper",
        promise_due_on=date(2026, 11, 25),
    )
    log_contact(NADJA, note, today=TODAY)
    promise = Promise.objects.get(promise="The plan on paper")
    assert (promise.given_by, promise.given_to) == ("Nadja Berggren", "Samira Haddad")
    assert (promise.need_id, promise.due_on) == ("N01", date(2026, 11, 25))


def test_call_that_is_answered_breaks_the_silence(viewer):
    assert silence_on(TODAY, spoken_with(viewer, "C09")["C09"]).days is None
    log_contact(viewer, Note("C09", "He wants a bill first", ("Bengt Åhman",)), today=TODAY)
    assert silence_on(TODAY, spoken_with(viewer, "C09")["C09"]).days == 0


@pytest.mark.parametrize(
    ("note", "refusal", "words"),
    [
        (Note("C04", " ", ("Samira Haddad",)), Refusal, "What was said is missing"),
        (Note("C04", "x", ()), TwoSidesMissing, "Write with whom you spoke"),
        (Note("C99", "x", ("A",)), CustomerNotThere, "“C99”"),
        (Note("C01", "x", ("A",)), CustomerNotThere, "“C01”"),
        (Note("C04", "x", ("A",), day=date(2026, 11, 22)), DayLiesAhead, "has not come yet"),
        (Note("C04", "x", ("A",), channel="dream"), ChoiceNotThere, "“dream”"),
        (Note("C04", "x", ("A",), face="furious"), ChoiceNotThere, "positive, neutral, negative"),
    ],
)
def test_what_cannot_be_logged_is_said_and_nothing_is_kept(note, refusal, words):
    before = Contact.objects.count()
    with pytest.raises(refusal, match=words):
        log_contact(NADJA, note, today=TODAY)
    assert Contact.objects.count() == before


def test_a_contact_is_logged_on_its_day_and_later_and_keeps_its_own_day():
    for day in (TODAY, date(2026, 11, 1)):
        assert log_contact(NADJA, replace(CALL, day=day), today=TODAY).date == day


def test_customer_does_not_log_our_contacts_and_hears_who_can():
    with pytest.raises(WorkIsNotYours, match="her customer manager"):
        log_contact(SAMIRA, CALL, today=TODAY)


def test_follow_up_is_ticked_once_over_the_version_seen(viewer):
    contact = Contact.objects.get(pk="CT02")
    stale = Contact.objects.get(pk="CT02")
    follow_up_done(viewer, contact, today=TODAY)
    assert Contact.objects.get(pk="CT02").followed_up_on == TODAY
    with pytest.raises(ChangedMeanwhile):
        follow_up_done(viewer, stale, today=TODAY)


def test_promise_is_kept_today_and_only_once():
    promise = Promise.objects.get(pk="PR1")
    keep_promise(NADJA, promise, today=TODAY)
    assert Promise.objects.get(pk="PR1").kept_on == TODAY
    with pytest.raises(PromiseIsSettled, match="settled already"):
        keep_promise(NADJA, promise, today=TODAY)


def test_promise_is_taken_back_with_the_reason_in_the_history():
    promise = Promise.objects.get(pk="PR1")
    with pytest.raises(Refusal, match="Why it is taken back is missing"):
        take_back(NADJA, promise, reason=" ", today=TODAY)
    take_back(NADJA, promise, reason="The supplier says January", today=TODAY)
    standing = Promise.objects.get(pk="PR1")
    assert (standing.taken_back_on, standing.reason) == (TODAY, "The supplier says January")
    newest = standing.history.order_by("-history_id")[0]
    assert newest.history_change_reason == "The supplier says January"
