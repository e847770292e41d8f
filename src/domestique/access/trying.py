"""How often a password may be tried before whoever tries has to wait. Plain values; no clock of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

MOST_TRIES = 5
KEPT = timedelta(minutes=15)


def minutes_to_wait(tries: Sequence[datetime], now: datetime) -> int:
    """Return how many minutes a name must wait after these tries that did not succeed; 0 means it may try now.

    After five tries within a quarter of an hour the next one waits until the oldest of the five is that old.
    """
    recent = sorted(at for at in tries if now - at < KEPT)
    if len(recent) < MOST_TRIES:
        return 0
    return max(1, ceil((recent[-MOST_TRIES] + KEPT - now) / timedelta(minutes=1)))
