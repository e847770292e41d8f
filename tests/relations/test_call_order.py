"""Whom to call first: each reason alone decides when all before it are alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from domestique.relations.call_order import Affected, in_call_order, reasons_to_call

ALIKE = Affected("C1", True, 2, Decimal("99.9"), "neutral", Decimal(1000), 10)


@pytest.mark.parametrize(
    "first",
    [
        replace(ALIKE, customer="C2", impact_level=1),
        replace(ALIKE, customer="C2", promised=Decimal("99.95")),
        replace(ALIKE, customer="C2", mood="negative"),
        replace(ALIKE, customer="C2", at_stake=Decimal(1001)),
        replace(ALIKE, customer="C2", silent_days=11),
        replace(ALIKE, customer="C2", silent_days=None),
    ],
)
def test_graver_is_called_before(first):
    assert in_call_order([ALIKE, first])[0] is first


def test_impact_outweighs_mood_and_limping_comes_last():
    grave = replace(ALIKE, customer="C3", impact_level=1, mood="positive")
    limping = replace(ALIKE, customer="C0", stops=False, impact_level=1, mood="negative")
    unhappy = replace(ALIKE, customer="C2", mood="negative")
    order = in_call_order([limping, unhappy, grave])
    assert [one.customer for one in order] == ["C3", "C2", "C0"]


def test_level_nobody_said_comes_after_every_level():
    assert in_call_order([replace(ALIKE, customer="C0", impact_level=None), ALIKE])[0] is ALIKE


def test_reasons_are_said_in_words():
    said = [str(one) for one in reasons_to_call(replace(ALIKE, mood="negative", silent_days=1))]
    assert said == [
        "impact level 2",
        "promised 99.9 %",
        "unhappy already",
        "last spoken with 1 day ago",
    ]


@pytest.mark.parametrize("nothing", ["promised", "at_stake"])
def test_what_is_not_known_comes_after_what_is(nothing):
    unknown = replace(ALIKE, customer="C0", **{nothing: None})
    assert in_call_order([unknown, ALIKE])[0] is ALIKE


def test_alike_in_everything_they_come_by_id():
    assert [one.customer for one in in_call_order([replace(ALIKE, customer="C2"), ALIKE])] == [
        "C1",
        "C2",
    ]


def test_reasons_leave_out_what_is_not_known():
    bare = replace(ALIKE, impact_level=None, promised=None, silent_days=None)
    assert [str(one) for one in reasons_to_call(bare)] == [
        "impact level not known",
        "never spoken with",
    ]
