"""The wish while a customer's campaign or closing of the books is on."""

from __future__ import annotations

from domestique.impact.season import rank_in_season

WISH = {"ERP": 1, "MAIL": 2, "SHOP": 3, "PAY": 5}


def test_services_of_a_season_come_first_in_their_usual_order() -> None:
    assert rank_in_season(WISH, ["PAY", "SHOP"]) == {"SHOP": 1, "PAY": 2, "ERP": 3, "MAIL": 4}


def test_service_nobody_ranked_comes_after_the_ranked_ones_of_the_season() -> None:
    assert list(rank_in_season(WISH, ["SIGN", "ADS", "PAY"])) == [
        "PAY",
        "ADS",
        "SIGN",
        "ERP",
        "MAIL",
        "SHOP",
    ]


def test_usual_times_leave_the_wish_alone() -> None:
    assert rank_in_season(WISH, []) == WISH
    assert rank_in_season({}, ["SHOP"]) == {"SHOP": 1}
