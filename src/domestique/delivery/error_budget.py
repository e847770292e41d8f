"""How much downtime a target leaves, and how much of it is used (measurement 2.2)."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

NEAR_MISS_SHARE = Fraction(3, 4)


@lru_cache(10_000)  # a month has few service times and targets, and each service asks several times
def allowed_downtime(agreed_service_time: int | Fraction, target: Decimal) -> Fraction:
    """Return the downtime a target in percent leaves, in the unit the service time is given in."""
    return agreed_service_time * (1 - Fraction(target) / 100)


def consumed_share(downtime: int | Fraction, allowed: Fraction) -> Fraction | None:
    """Return the used share of the allowed downtime; more than 1 means the target is missed.

    With nothing allowed and nothing used it is 0; with nothing allowed but something used there is
    no share.
    """
    if allowed == 0:
        return Fraction(0) if downtime == 0 else None
    return Fraction(downtime) / allowed


def is_near_miss(downtime: int | Fraction, allowed: Fraction) -> bool:
    """Whether the target is met but more than three quarters of the allowed downtime are used."""
    return allowed * NEAR_MISS_SHARE < downtime <= allowed
