"""Local wall-clock time and the instant it stands for, through daylight saving (demo B9)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def instant_of(local: datetime, zone: ZoneInfo) -> int:
    """Return the seconds since the epoch, UTC, of a naive local time.

    A time that occurs twice is its first occurrence; one that does not occur is moved forward by
    the size of the gap. Parts of a second are cut.
    """
    # fold=0 is by definition the first occurrence, and in a gap the offset from before it.
    return (local.replace(tzinfo=zone, fold=0) - _EPOCH) // _SECOND


def local_of(instant: int, zone: ZoneInfo) -> datetime:
    """Return the naive local time of an instant in seconds since the epoch, UTC."""
    return datetime.fromtimestamp(instant, zone).replace(tzinfo=None, fold=0)
