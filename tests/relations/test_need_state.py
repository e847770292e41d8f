"""How far a need has come, and whether it asks for something nobody offers."""

from __future__ import annotations

import pytest

from domestique.relations.needs.need_state import NeedStage, stage_of, state_told, why_new


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        ("", NeedStage.WAITING),
        ("captured", NeedStage.WAITING),
        ("prepared with orderer, waits for customer", NeedStage.WAITING),
        ("captured->decided", NeedStage.DECIDED),
        ("decided yes, handed over", NeedStage.DECIDED),
        ("Fulfilled", NeedStage.FULFILLED),
        ("declined with reason", NeedStage.DECLINED),
        ("decided, then declined", NeedStage.DECLINED),
    ],
)
def test_state_as_written_tells_how_far_a_need_has_come(state, stage):
    assert stage_of(state) is stage


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("captured->decided", "Decided (before: captured)"),
        ("captured → understood -> prepared", "Prepared (before: captured, understood)"),
        (
            "prepared with orderer, waits for customer",
            "Prepared with the orderer; waits for the customer",
        ),
        ("decided yes, handed over", "Decided: yes; handed over"),
        ("declined with reason", "Declined, with a reason"),
        ("Fulfilled", "Fulfilled"),
        ("sent back, asked Ebba", "Sent back; asked Ebba"),
        ("->", "Nobody has said how far"),
        ("", "Nobody has said how far"),
    ],
)
def test_state_is_said_in_plain_words(state, told):
    assert str(state_told(state)) == told


def test_need_that_an_offered_service_covers_asks_for_nothing_new():
    assert why_new("40 pcs", ["S06"], {"S06"}) is None
    assert why_new("", ["S30", "S06"], {"S06"}) is None


@pytest.mark.parametrize(
    "note", ["candidate product", "New service -> R08", "no service covers it"]
)
def test_note_that_says_so_makes_it_new_although_a_service_is_named(note):
    assert str(why_new(note, ["S19"], {"S19"})) == f"the need itself says “{note}”"


def test_need_without_a_service_asks_for_something_new():
    assert str(why_new("", [], {"S06"})) == "it names no service"


def test_need_for_what_nobody_offers_names_it():
    assert str(why_new("", ["S31", "S32"], {"S06"})) == "nobody offers what it names: S31, S32"
