"""What a service is worth to a customer, against what it costs her (measurement 3.5; S1-02, K22).

Value is hers: 1 very little, 5 very much. Cost is her planned charge of the year. The willingness gap is her
ceiling price minus the unit price: below zero there is something to talk about.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from statistics import median

from domestique.satisfaction.errors import ScoreOutsideScale

LOWEST, HIGHEST = 1, 5
HIGH_FROM, LOW_TO = 4, 2


class Advice(StrEnum):
    """What value and cost together suggest to talk about; nothing is decided by it."""

    KEEP = "keep"
    GROW = "grow"
    RENEGOTIATE = "renegotiate"
    DROP = "drop?"
    ASK = "ask"


def why_not_score(score: int) -> ScoreOutsideScale | None:
    """Return why a number is no score: it is not from 1 to 5."""
    return None if LOWEST <= score <= HIGHEST else ScoreOutsideScale(score=str(score))


def willingness_gap(ceiling: Decimal | None, price: Decimal | None) -> Decimal | None:
    """Return her ceiling price minus the unit price (K22), per unit; ``None`` if one of them is not known."""
    return None if ceiling is None or price is None else ceiling - price


def dear_from(charges: Iterable[Fraction | None]) -> Fraction | None:
    """Return the yearly charge from which a service is dear to her: the median of her known ones."""
    known = [charge for charge in charges if charge is not None]
    return Fraction(median(known)) if known else None


def advice_for(score: int | None, charge: Fraction | None, dear: Fraction | None) -> Advice:
    """Return the word of a service's place between value and cost; without both of them: ask.

    4 and 5 are worth much: keep what is dear, grow what is not. 1 and 2 are worth little: renegotiate what is dear,
    perhaps drop what is not. 3 is in between: renegotiate what is dear, keep what is not.
    """
    if score is None or charge is None or dear is None:
        return Advice.ASK
    is_dear = charge >= dear
    if score >= HIGH_FROM:
        return Advice.KEEP if is_dear else Advice.GROW
    if is_dear:
        return Advice.RENEGOTIATE
    return Advice.DROP if score <= LOW_TO else Advice.KEEP
