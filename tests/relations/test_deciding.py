"""The decision gate, row by row: who may and who may not, and whom the refusal names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.parties.mandates import Grant
from domestique.quantities.errors import Refusal, refuse
from domestique.relations.needs.deciding import (
    Deciders,
    Matter,
    who_decides,
    why_not_decide,
    why_not_steer,
)

TODAY, IN_JULY = date(2026, 11, 21), date(2026, 7, 15)
SAMIRA, ELIF, NADJA, OSKAR = "Samira Haddad", "Elif Demir", "Nadja Berggren", "Oskar Lindh"
DECIDERS = Deciders(
    "Retail",
    SAMIRA,
    is_accepted=True,
    currency="SEK",
    mandates=(
        Grant(SAMIRA, Decimal(500_000), (), date(2026, 1, 1), date(2026, 12, 31)),
        Grant(
            ELIF,
            Decimal(100_000),
            ("Web shop", "Orders"),
            date(2026, 7, 6),
            date(2026, 8, 2),
            SAMIRA,
        ),
    ),
    others=frozenset({OSKAR}),
)
NOT_ACCEPTED = replace(DECIDERS, is_accepted=False, status="suggested")
NOBODY = replace(DECIDERS, person="")
NO_MANDATES = replace(DECIDERS, mandates=())


def matter(cost: int | None = 0, *services: str, is_new: bool = True) -> Matter:
    yearly = None if cost is None else Decimal(cost)
    return Matter("a better checkout", services or ("Web shop",), is_new, yearly)


MAY = None


@pytest.mark.parametrize(
    ("person", "asked", "deciders", "day", "refusal"),
    [
        # the customer herself
        (SAMIRA, matter(400_000), DECIDERS, TODAY, MAY),
        (SAMIRA, matter(500_000), DECIDERS, TODAY, MAY),
        (SAMIRA, matter(None), DECIDERS, TODAY, MAY),
        (
            SAMIRA,
            matter(900_000),
            DECIDERS,
            TODAY,
            "It costs 900000 SEK a year, and the mandate of Samira Haddad is 500000 SEK: that is for the IT steering group.",
        ),
        (
            SAMIRA,
            matter(1),
            DECIDERS,
            date(2027, 1, 1),
            "Samira Haddad has no mandate that holds on 2027-01-01: that is for the IT steering group.",
        ),
        (SAMIRA, matter(9_000_000), NO_MANDATES, TODAY, MAY),
        # whom she lent her mandate
        (ELIF, matter(50_000), DECIDERS, IN_JULY, MAY),
        (
            ELIF,
            matter(150_000),
            DECIDERS,
            IN_JULY,
            "It costs 150000 SEK a year, and the mandate of Elif Demir is 100000 SEK: that is for Samira Haddad.",
        ),
        (
            ELIF,
            matter(50_000, "Web shop", "Tills"),
            DECIDERS,
            IN_JULY,
            "The mandate of Elif Demir is not about Tills: that is for Samira Haddad.",
        ),
        (
            ELIF,
            matter(50_000),
            DECIDERS,
            TODAY,
            "Elif Demir has no mandate that holds on 2026-11-21: that is for Samira Haddad.",
        ),
        # the customer team prepares
        (
            NADJA,
            matter(),
            DECIDERS,
            TODAY,
            "Nadja Berggren may prepare “a better checkout”, but only Samira Haddad can decide it.",
        ),
        (
            NADJA,
            matter(),
            DECIDERS,
            IN_JULY,
            "Nadja Berggren may prepare “a better checkout”, but only Elif Demir, Samira Haddad can decide it.",
        ),
        (
            OSKAR,
            matter(),
            DECIDERS,
            TODAY,
            "Oskar Lindh may prepare “a better checkout”, but only Samira Haddad can decide it.",
        ),
        # what an existing service covers and costs nothing is others' too
        (OSKAR, matter(is_new=False), DECIDERS, TODAY, MAY),
        (
            NADJA,
            matter(is_new=False),
            DECIDERS,
            TODAY,
            "Nadja Berggren may prepare “a better checkout”, but only Oskar Lindh, Samira Haddad can decide it.",
        ),
        # a role nobody has accepted decides nothing
        (
            SAMIRA,
            matter(),
            NOT_ACCEPTED,
            TODAY,
            "Nobody can decide for Retail yet: the customer role is suggested, and only Samira Haddad can accept it.",
        ),
        (
            ELIF,
            matter(),
            NOT_ACCEPTED,
            IN_JULY,
            "Nobody can decide for Retail yet: the customer role is suggested, and only Samira Haddad can accept it.",
        ),
        (
            NADJA,
            matter(),
            NOBODY,
            TODAY,
            "Nobody can decide: Retail has no person in the customer role. Name one first.",
        ),
    ],
)
def test_who_may_decide(person, asked, deciders, day, refusal):
    if refusal is MAY:
        refuse(why_not_decide(person, asked, deciders, day))
        return
    with pytest.raises(Refusal) as refused:
        refuse(why_not_decide(person, asked, deciders, day))
    assert str(refused.value) == refusal


def test_a_loan_ends_where_the_lenders_own_mandate_does():
    lender = Grant(SAMIRA, Decimal(80_000), ends=IN_JULY)
    lent = replace(DECIDERS, mandates=(lender, DECIDERS.mandates[1]))
    refuse(why_not_decide(ELIF, matter(80_000), lent, IN_JULY))
    with pytest.raises(Refusal, match="mandate of Samira Haddad is 80000 SEK"):
        refuse(why_not_decide(ELIF, matter(90_000), lent, IN_JULY))


def test_a_mandate_without_an_amount_is_not_narrowed_by_one_beside_it():
    limited = Grant(SAMIRA, Decimal(500_000))
    both = replace(DECIDERS, mandates=(limited, replace(limited, amount=None)))
    refuse(why_not_decide(SAMIRA, matter(900_000), both, TODAY))
    larger = replace(DECIDERS, mandates=(limited, replace(limited, amount=Decimal(900_000))))
    refuse(why_not_decide(SAMIRA, matter(900_000), larger, TODAY))
    with pytest.raises(Refusal, match="the mandate of Samira Haddad is 900000 SEK"):
        refuse(why_not_decide(SAMIRA, matter(900_001), larger, TODAY))


def test_of_several_mandates_only_those_about_the_service_count():
    shop = Grant(SAMIRA, Decimal(500_000), ("Web shop",))
    tills = Grant(SAMIRA, Decimal(10_000), ("Tills",))
    both = replace(DECIDERS, mandates=(shop, tills))
    refuse(why_not_decide(SAMIRA, matter(400_000, "Web shop"), both, TODAY))
    with pytest.raises(Refusal, match="the mandate of Samira Haddad is 10000 SEK"):
        refuse(why_not_decide(SAMIRA, matter(400_000, "Tills"), both, TODAY))


def test_the_steering_group_decides_by_its_members():
    refuse(why_not_steer("Gunilla", {"Gunilla", "Marianne"}))
    with pytest.raises(
        Refusal, match="Nadja cannot decide for the IT steering group; Gunilla, Marianne can"
    ):
        refuse(why_not_steer("Nadja", {"Gunilla", "Marianne"}))


def test_who_could_decide_today():
    assert who_decides(matter(), DECIDERS, TODAY) == [SAMIRA]
    assert who_decides(matter(is_new=False), DECIDERS, IN_JULY) == [SAMIRA, ELIF, OSKAR]


def test_who_could_decide_is_told_in_the_same_order_on_every_day():
    many = replace(DECIDERS, others=frozenset(f"Orderer {letter}" for letter in "QWERTYUIOPASDFGH"))
    told = who_decides(matter(is_new=False), many, TODAY)
    assert told[1:] == sorted(told[1:])
