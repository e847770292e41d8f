"""Did you mean: the known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, whatever its case; empty if none is like it."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = word.casefold()
    if folded in by_folded:
        return by_folded[folded]
    close = get_close_matches(folded, by_folded, n=1)
    return by_folded[close[0]] if close else ""
