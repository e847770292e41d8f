"""Where a need stands, for whom it waits, and which asks are alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domestique.relations.needs.need_steps import (
    Stand,
    likeness,
    newest_step,
    next_good_step,
    skipped_steps,
    state_after,
    waits_for,
)

STAND = Stand(
    "captured", "Samira", is_accepted=True, customer_manager="Nadja", delivery_manager="Oskar"
)


@pytest.mark.parametrize(
    ("steps", "state", "newest"),
    [
        (["captured", "prepared"], "captured", "prepared"),
        (["captured", "decided", "understood"], "", "decided"),
        (["captured", "proposed"], "", "captured"),
        ([], "captured->decided", "decided"),
        ([], "decided yes, handed over", "handed over"),
        ([], "handed over, returned with a question", "returned"),
        ([], "declined with reason", "declined"),
        ([], "somewhere", ""),
    ],
)
def test_where_a_need_stands(steps, state, newest):
    assert newest_step(steps, state) == newest


@pytest.mark.parametrize(
    ("changes", "waits"),
    [
        ({}, "Nadja, to understand it"),
        ({"step": "prepared"}, "Samira, to decide"),
        ({"step": "prepared", "is_accepted": False}, "Samira, to accept the customer role"),
        ({"step": "decided"}, "Nadja, to hand it over"),
        ({"step": "decided", "is_no": True}, None),
        ({"step": "decided", "is_told_back": False}, "Nadja, to tell the answer"),
        ({"step": "decided", "forum": "it steering group"}, "the IT steering group, to decide"),
        ({"step": "handed over"}, "Oskar, to take over, or ask back"),
        ({"step": "taken over"}, "Oskar, to fulfil it"),
        ({"step": "returned"}, "Nadja, to answer the question"),
        ({"step": "fulfilled"}, None),
        ({"step": "handed over", "delivery_manager": ""},
         "a delivery manager who is not named, to take over, or ask back"),
    ],
)  # fmt: skip
def test_for_whom_it_waits(changes, waits):
    told = waits_for(replace(STAND, **changes))
    assert (str(told) if told else None) == waits


def test_the_state_follows_the_step_but_not_back_behind_a_decision():
    assert state_after("prepared", "captured", for_customer=True) == "prepared, waits for customer"
    assert state_after("returned", "handed over", for_customer=True) == (
        "handed over, returned with a question"
    )
    assert state_after("understood", "decided", for_customer=True) == "decided"
    assert state_after("proposed", "captured", for_customer=True) == "captured"


def test_skipped_steps_are_named():
    assert skipped_steps(["captured", "decided"], "decided") == (
        "understood",
        "investigated",
        "prepared",
    )
    assert skipped_steps(["captured"], "declined") == ()


def test_a_hint_is_given_while_there_is_something_to_do():
    assert "put the page before the customer" in str(
        next_good_step(replace(STAND, step="prepared"))
    )
    assert next_good_step(replace(STAND, step="declined")) is None


def test_likeness_is_of_longer_words_whatever_their_order():
    assert likeness("Maintenance planning on tablet", "On tablet: planning, maintenance") == 1
    assert likeness("Maintenance planning", "Checkout must survive") == 0
    assert likeness("a b", "c d") == 0
