"""The gate before a live service as a table: who may and who may not, with the sentence that says who can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domestique.portfolio.changing_live import GoingLive, why_not_change, why_not_go_live

NOOR, ELIF = "Noor Rahimi", "Elif Demir"
SHOP = GoingLive("Web shop", "Riders buy at any hour.", NOOR, "thousand orders", has_price=True)
HERS = (
    f"{ELIF} cannot change what Web shop promises while it is live; only {NOOR}, who owns it, can, or "
    "whoever keeps the picture."
)
NO_GROUND = (
    "Web shop is live: the reason names no requirement or need on record that asks for this change. "
    "Write the id of one, for example “RQ1: slower than three seconds”."
)
NO_OWNER = (
    "Nobody is on record as the owner of Web shop, so only whoever keeps the picture can change it while it "
    "is live, or name an owner."
)


@pytest.mark.parametrize(
    ("owner", "person", "has_ground", "refusal"),
    [
        (NOOR, NOOR, True, None),
        (NOOR, NOOR, False, NO_GROUND),
        (NOOR, ELIF, True, HERS),
        (NOOR, ELIF, False, HERS),
        ("", ELIF, True, NO_OWNER),
        ("", "", True, NO_OWNER),
    ],
)
def test_who_may_change_a_live_service(owner, person, has_ground, refusal):
    told = why_not_change("Web shop", owner, person, has_ground=has_ground)
    assert (told and str(told)) == refusal


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
