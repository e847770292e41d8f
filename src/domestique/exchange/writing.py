"""Writing rows with their history, in one transaction that waits for its turn."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import OperationalError, transaction
from django.utils import timezone

from domestique.exchange.errors import AnotherLoadIsUnderWay
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.exchange.storing import Storing
from domestique.records.past.stages import Entered, enter_stages
from domestique.records.saving import stand_again
from domestique.records.turns import take_turn

Progress = Callable[[str, int, int], None]

WAIT_SECONDS = 30
LOADED_FROM = "Loaded from "
_LOCK_NOT_AVAILABLE = "55P03"
_BATCH = 2_000


@contextmanager
def one_load_at_a_time() -> Iterator[None]:
    """Open the transaction of a load, which waits for another one to end.

    Raises ``AnotherLoadIsUnderWay`` when that takes too long.
    """
    try:
        with transaction.atomic():
            take_turn(WAIT_SECONDS)
            yield
    except OperationalError as error:
        if _is_waiting_over(error):
            raise AnotherLoadIsUnderWay(seconds=WAIT_SECONDS) from error
        raise


def _is_waiting_over(error: OperationalError) -> bool:
    is_locked = getattr(error.__cause__, "sqlstate", "") == _LOCK_NOT_AVAILABLE
    return is_locked or str(error) == "database is locked"


def write(
    incomings: Iterable[Incoming], person: str, why: str, on_progress: Progress | None
) -> datetime:
    """Write all new and changed rows under a person's name, with one reason and one moment for all.

    Returns the moment.
    """
    moment = timezone.now()
    for incoming in incomings:
        reason = why or f"{LOADED_FROM}{incoming.file}"
        storing = Storing(incoming)
        _put_back(incoming, person, reason, moment)
        new = [entry for entry in incoming.entries if entry.outcome == Outcome.NEW]
        changed = [entry for entry in incoming.entries if _changes_something(incoming, entry)]
        steps = (
            (new, storing.insert, Entered("+", person, reason, moment)),
            (changed, storing.update, Entered("~", person, reason, moment)),
        )
        total = len(new) + len(changed)
        done = 0
        for entries, store, entered in steps:
            for batch in _batches(entries):
                enter_stages(incoming.table.model, store(batch), entered)
                done += len(batch)
                if on_progress is not None and not incoming.is_named:
                    on_progress(incoming.table.name, done, total)
    return moment


def _put_back(incoming: Incoming, person: str, reason: str, moment: datetime) -> None:
    """Put back the rows that were taken out, as they stood; what the file says otherwise is written over them then."""
    for entry in incoming.entries:
        if entry.outcome == Outcome.PUT_BACK and entry.out is not None:
            stand_again(entry.out, person, reason, at=moment)


def _changes_something(incoming: Incoming, entry: Entry) -> bool:
    if entry.outcome != Outcome.PUT_BACK or entry.before is None:
        return entry.outcome == Outcome.CHANGED
    return entry.values != tuple([entry.before[place] for place in incoming.places])


def _batches(entries: list[Entry]) -> Iterator[list[Entry]]:
    return (entries[start : start + _BATCH] for start in range(0, len(entries), _BATCH))
