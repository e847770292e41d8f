"""How a verb changes one record: checked, over the version that was seen, with who and why in the history."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.portfolio.models import Package, Service
from domestique.records.past.history import changes_of
from domestique.records.saving import (
    ChangedMeanwhile,
    ListedNotThere,
    NotText,
    TextTooLong,
    change,
    changing,
    enter,
    next_id,
)
from domestique.records.viewer import Viewer
from domestique.relations.models import Promise

pytestmark = pytest.mark.django_db
NADJA, OSKAR, EBBA = (Viewer(name) for name in ("Nadja Berggren", "Oskar Lindh", "Ebba Nyström"))


def promise(id_: str = "PR1") -> Promise:
    return Promise(
        id=id_,
        customer_id="C04",
        promise="A plan for Sundays",
        given_on=date(2026, 11, 10),
        given_by="Nadja Berggren",
    )


def test_a_record_is_entered_under_a_name_with_a_reason() -> None:
    with changing():
        entered = enter(promise(), NADJA, "Promised on the phone")
    first = entered.history.get()
    assert (first.history_type, first.history_user_id) == ("+", "Nadja Berggren")
    assert first.history_change_reason == "Promised on the phone"


def test_a_change_counts_the_version_and_tells_old_and_new() -> None:
    with changing():
        kept = enter(promise(), NADJA, "Promised on the phone")
        change(kept, OSKAR, "Sent", kept_on=date(2026, 11, 20))
    assert Promise.objects.get().version == 2
    assert [one.who for one in changes_of(Promise, {"id": "PR1"})] == [
        "Oskar Lindh",
        "Nadja Berggren",
    ]


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over() -> None:
    with changing():
        enter(promise(), NADJA, "Promised on the phone")
    mine, hers = Promise.objects.get(), Promise.objects.get()
    with changing():
        change(hers, EBBA, "Heard of it", reason="late")
    with pytest.raises(ChangedMeanwhile, match="has been changed since you opened it"), changing():
        change(mine, NADJA, "Kept", kept_on=date(2026, 11, 20))
    assert Promise.objects.get().kept_on is None


def test_a_value_that_does_not_fit_leaves_nothing_half_done() -> None:
    def both() -> None:
        with changing():
            enter(promise("PR1"), NADJA, "One")
            enter(promise("PR" + "2" * 200), NADJA, "An id that is far too long")

    with pytest.raises(TextTooLong, match="…” has 202 letters; there is room for 100"):
        both()
    assert not Promise.objects.exists()


def test_what_is_no_text_is_refused_in_words() -> None:
    wrong = promise()
    wrong.promise = "A plan\0 for Sundays"
    with pytest.raises(NotText, match="“A plan for Sundays” holds a character"), changing():
        enter(wrong, NADJA, "Promised on the phone")
    assert not Promise.objects.exists()


def test_the_next_id_follows_the_highest_number() -> None:
    with changing():
        for id_ in ("PR2", "PR10", "PRX", "P99"):
            enter(promise(id_), NADJA, "")
        assert next_id(Promise, "PR") == "PR11"


def test_a_list_takes_no_id_that_is_not_there() -> None:
    with changing():
        enter(Service(id="S1"), EBBA, "")
        with pytest.raises(
            ListedNotThere, match="There is no “S2” in services, which services names"
        ):
            enter(Package(id="P1", name="Office", services=["S1", "S2"]), EBBA, "")
        package = enter(Package(id="P1", name="Office", services=["S1"]), EBBA, "")
        with pytest.raises(ListedNotThere):
            change(package, EBBA, "", services=["S1", "S3"])


def test_a_list_may_name_what_comes_later_and_keeps_what_stood_in_it() -> None:
    with changing():
        package = enter(Package(id="P1", name="Office", services=["S7"]), EBBA, "")
        enter(Service(id="S1"), EBBA, "")
        assert change(package, EBBA, "", services=["S7", "S1"]).services == ["S7", "S1"]
