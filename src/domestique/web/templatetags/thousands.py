"""Amounts in thousands, for a cell too narrow for more."""

from __future__ import annotations

from decimal import Decimal

from django import template

from domestique.vocabulary import speech

register = template.Library()
THOUSAND = 1000


@register.filter
def thousands(amount: Decimal | None) -> str:
    """Write an amount in whole thousands: nothing is a dash, a little is said to be less than one."""
    if not amount:
        return "–"
    if abs(amount) * 2 < THOUSAND:
        return "<1"
    return speech.number(amount / THOUSAND, 0)
