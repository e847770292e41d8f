"""What must be known of a service before it moves on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domestique.answers.portfolio.life_cycle import KnownOfService, lacks

NOTHING = KnownOfService(
    has_need=False, owner="", unit="", hours="", has_level=False, has_price=False
)
ALL = KnownOfService(
    has_need=True, owner="Noor", unit="rider", hours="24x7", has_level=True, has_price=True
)


def said(state: str, known: KnownOfService) -> list[str]:
    return [str(what) for what in lacks(state, known)]


def test_idea_needs_somebody_who_asks_an_owner_and_a_unit():
    assert said("idea", NOTHING) == ["a need that asks for it", "an owner", "what is counted"]


def test_each_stage_asks_for_what_the_earlier_ones_did_and_more():
    assert (
        len(said("idea", NOTHING)) < len(said("defined", NOTHING)) < len(said("building", NOTHING))
    )
    assert said("building", replace(ALL, has_price=False)) == ["a price"]
    assert said("defined", replace(ALL, has_price=False)) == []


@pytest.mark.parametrize("state", ["idea", "defined", "building"])
def test_what_is_known_is_not_lacking(state):
    assert lacks(state, ALL) == ()


@pytest.mark.parametrize("state", ["live", "retiring", "retired"])
def test_outside_the_pipeline_nothing_is_asked_for_here(state):
    assert lacks(state, NOTHING) == ()
