"""Amounts and times written as short as they can be read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from django.utils.translation import gettext

from domestique.vocabulary.speech import money_short, number

MILLION = 1_000_000


Amount: TypeAlias = Decimal | Fraction | int


def in_millions(amount: Amount) -> str:
    """Write an amount in millions with one decimal; a small one is never shown as nothing."""
    tenths = round(abs(Fraction(amount)) / MILLION, 1)
    if amount and not tenths:
        return gettext("under 0.1")
    return number(tenths, 1)


def signed_money(amount: Amount | None, currency: str) -> str:
    """Write a difference of money for a glance, with its sign; one that is not known is said so."""
    if amount is None:
        return gettext("not known")
    return _sign(amount) + money_short(max(amount, -amount), currency)


def signed_percent(share: Fraction | None) -> str:
    """Write a change (0.071) with its sign and one decimal: ``+7.1 %``; one that is not known is said so."""
    if share is None:
        return gettext("not known")
    tenths = round(share * 1000)
    return f"{_sign(tenths)}{number(Fraction(abs(tenths), 10), 1)} %"


def _sign(amount: Amount) -> str:
    return "+" if amount > 0 else "−" if amount < 0 else ""


def clock_time(minutes: int) -> str:
    """Write minutes as hours and minutes: ``9:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"
