"""The link by which a survey is answered: it cannot be guessed, works once, until a day, and names nobody."""

from __future__ import annotations

import secrets
from datetime import date
from enum import StrEnum

SHEET_BYTES = 12


class LinkState(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    NOT_YET = "not yet"
    USED = "used"
    EXPIRED = "expired"


def new_sheet() -> str:
    """Return a random number for a sheet of answers, which has nothing to do with the link."""
    return secrets.token_hex(SHEET_BYTES)


def link_state(*, is_answered: bool, opens: date, closes: date, today: date) -> LinkState:
    """Return what a link is good for on a day; the survey's first and last day are open."""
    if is_answered:
        return LinkState.USED
    if today > closes:
        return LinkState.EXPIRED
    return LinkState.NOT_YET if today < opens else LinkState.OPEN
