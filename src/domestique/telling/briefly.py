"""Amounts and times written as short as they can be read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from django.utils.translation import gettext

from domestique.vocabulary.speech import number

MILLION = 1_000_000


Amount: TypeAlias = Decimal | Fraction | int


def in_millions(amount: Amount) -> str:
    """Write an amount in millions with one decimal; a small one is never shown as nothing."""
    tenths = round(abs(Fraction(amount)) / MILLION, 1)
    if amount and not tenths:
        return gettext("under 0.1")
    return number(tenths, 1)


def clock_time(minutes: int) -> str:
    """Write minutes as hours and minutes: ``9:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"
