"""The gate before a live service as a table: who may and who may not, with the sentence that says who can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domestique.portfolio.changing_live import (
    AGround,
    GoingLive,
    why_no_ground,
    why_not_go_live,
    why_not_hers,
)

NOOR, ELIF = "Noor Rahimi", "Elif Demir"
SHOP = GoingLive("Web shop", "Riders buy at any hour.", NOOR, "thousand orders", has_price=True)
HERS = (
    f"{ELIF} cannot change what Web shop promises while it is live; only {NOOR}, who owns it, can, or "
    "whoever keeps the picture."
)
NO_OWNER = (
    "Nobody is on record as the owner of Web shop, so only whoever keeps the picture can change it while it "
    "is live, or name an owner."
)


@pytest.mark.parametrize(
    ("owner", "person", "refusal"),
    [
        (NOOR, NOOR, None),
        (NOOR, ELIF, HERS),
        ("", ELIF, NO_OWNER),
        ("", "", NO_OWNER),
    ],
)
def test_who_may_change_a_live_service(owner, person, refusal):
    told = why_not_hers("Web shop", owner, person)
    assert (told and str(told)) == refusal


def ground(id_: str = "N1", service: str = "S1", source: str = ELIF, *, holds: bool = True):
    return AGround(id_, frozenset({service}), holds, frozenset({source}))


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ([], "names no requirement or need on record"),
        ([ground()], None),
        ([ground(service="S2")], "N1 is not about it"),
        ([ground(holds=False)], "N1 asks for nothing now"),
        ([ground(source=NOOR)], "N1 comes from Noor Rahimi, who changes it"),
        ([ground(source=NOOR), ground("N2")], None),
        ([ground("N2", service="S2"), ground(holds=False)], "N1 asks for nothing now"),
    ],
)
def test_what_is_a_ground_for_changing_a_live_service(named, refusal):
    told = why_no_ground("S1", "Web shop", NOOR, named)
    assert told is None if refusal is None else refusal in str(told)


def before(what: str) -> str:
    return f"Web shop cannot go live before this is on record: {what}. Enter it, then {NOOR} can."


@pytest.mark.parametrize(
    ("service", "person", "refusal"),
    [
        (SHOP, NOOR, None),
        (SHOP, ELIF, HERS),
        (replace(SHOP, purpose=" "), NOOR, before("what it is for")),
        (replace(SHOP, unit=""), NOOR, before("the unit it is counted in")),
        (replace(SHOP, has_price=False), ELIF, before("its price")),
        (
            replace(SHOP, purpose="", has_price=False),
            NOOR,
            before("what it is for and its price"),
        ),
        (
            replace(SHOP, owner=""),
            NOOR,
            "Web shop cannot go live before this is on record: who owns it. Enter it, then its owner can.",
        ),
    ],
)
def test_who_may_take_a_service_live(service, person, refusal):
    told = why_not_go_live(service, person)
    assert (told and str(told)) == refusal
