"""Comparing rows with what stands: which are new, which change something, and what they change."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice

from domestique.exchange.checks.already_there import records_standing, rows_out
from domestique.exchange.files.cells import Problem
from domestique.exchange.headers import HEADER_ROW
from domestique.exchange.report import LoadedChange
from domestique.exchange.rows import Entry, Incoming, Outcome, key_text
from domestique.exchange.written import as_text
from domestique.quantities.sentence import Sentence, say, say_counted

MOST_NEW_KEYS = 100
_MOST_NAMED = 10


def compare(incomings: Iterable[Incoming], *, puts_back: bool) -> None:
    """Settle what becomes of each row that is not refused, in a fixed number of queries for each sheet.

    A row changes a record where one of the sheet's own columns says something else. One that was taken out stays so,
    unless the load ``puts_back`` such rows.
    """
    for incoming in incomings:
        keys = {entry.key for entry in incoming.entries if entry.key is not None}
        standing = records_standing(incoming.table, keys) if keys else {}
        places = incoming.places
        for entry in incoming.entries:
            before = standing.get(entry.key) if entry.key is not None else None
            if before is None:
                continue
            same = entry.values == tuple([before[place] for place in places])
            entry.before = None if same else before
            if entry.outcome != Outcome.REFUSED:
                entry.outcome = Outcome.UNCHANGED if same else Outcome.CHANGED
        _settle_what_is_out(incoming, puts_back=puts_back)


def _settle_what_is_out(incoming: Incoming, *, puts_back: bool) -> None:
    """Leave the rows that were taken out aside, or let them be put back over what they said."""
    out = rows_out(incoming.table)
    for entry in incoming.entries if out else ():
        if entry.outcome == Outcome.NEW and entry.key in out:
            entry.outcome = Outcome.PUT_BACK
            entry.out, entry.before = out[entry.key]
    if out and not puts_back:
        incoming.staying_out = [one for one in incoming.entries if one.out]
        incoming.entries = [one for one in incoming.entries if not one.out]


def notices_of_what_is_out(incomings: Iterable[Incoming]) -> Iterator[Sentence]:
    """Tell which rows were taken out before and stay so."""
    for incoming in incomings:
        keys = [key_text(incoming.table, one.key or ()) for one in incoming.staying_out]
        if keys:
            rest = " …" if len(keys) > _MOST_NAMED else ""
            yield say_counted(
                "%(count)s row of %(table)s was taken out before and stays out: %(keys)s.",
                "%(count)s rows of %(table)s were taken out before and stay out: %(keys)s.",
                len(keys),
                table=incoming.table.name,
                keys=", ".join(keys[:_MOST_NAMED]) + rest,
            )


def refuse_incomplete_new(incomings: Iterable[Incoming]) -> list[Problem]:
    """Refuse new rows where the sheet lacks a column that a new record cannot be without."""
    problems = []
    for incoming in incomings:
        new = [entry for entry in incoming.entries if entry.outcome == Outcome.NEW]
        for column in incoming.table.columns:
            if not new or not column.required or column in incoming.columns:
                continue
            for entry in new:
                entry.outcome = Outcome.REFUSED
            reason = say(
                "The column “%(column)s” is missing; the new rows need it, the first of them "
                "in row %(row)s.",
                column=column.name,
                row=new[0].row,
            )
            name = incoming.table.name
            problems.append(Problem(incoming.file, HEADER_ROW, column.name, None, reason, name))
    return problems


def refuse_overtaken(incomings: Iterable[Incoming], versions: Mapping[str, int]) -> list[Problem]:
    """Refuse rows that would overwrite a record changed since the version that was seen."""
    problems = []
    for incoming in incomings if versions else ():
        stands = incoming.table.fields.index("version")
        for entry in incoming.entries:
            if entry.before is None or entry.key is None:
                continue
            key = key_text(incoming.table, entry.key)
            if versions.get(key, entry.before[stands]) != entry.before[stands]:
                entry.outcome = Outcome.REFUSED
                reason = say(
                    "Somebody has changed %(key)s since you opened it. Look at what it says now, and change it again.",
                    key=key,
                )
                problems.append(
                    Problem(incoming.file, entry.row, None, key, reason, incoming.table.name)
                )
    return problems


def changes_of_entry(incomings: Iterable[Incoming]) -> Iterator[LoadedChange]:
    """Yield every change to a field of a record that stands."""
    for incoming in incomings:
        places = incoming.places
        for entry in incoming.entries:
            if entry.outcome in (Outcome.CHANGED, Outcome.PUT_BACK):
                yield from _changes(incoming, entry, places)


def _changes(incoming: Incoming, entry: Entry, places: tuple[int, ...]) -> Iterator[LoadedChange]:
    if entry.before is None or entry.key is None:
        return
    table = incoming.table
    for column, value, place in zip(incoming.columns, entry.values, places, strict=True):
        old = entry.before[place]
        if value != old:
            yield LoadedChange(
                table.name,
                key_text(table, entry.key),
                column.name,
                as_text(old, column.kind),
                as_text(value, column.kind),
            )


def new_keys_of(incomings: Iterable[Incoming]) -> dict[str, list[str]]:
    """Return the keys of the first new rows of each table that has any."""
    keys: dict[str, list[str]] = {}
    for incoming in incomings:
        new = (entry for entry in incoming.entries if entry.outcome == Outcome.NEW and entry.key)
        for entry in islice(new, MOST_NEW_KEYS):
            keys.setdefault(incoming.table.name, []).append(
                key_text(incoming.table, entry.key or ())
            )
    return keys


def digest_of(incomings: Iterable[Incoming]) -> str:
    """Return what stands for exactly this outcome: every row, what becomes of it, and from what to what."""
    digest = sha256()
    for incoming in incomings:
        columns = [column.name for column in incoming.columns]
        digest.update(repr((incoming.table.name, columns)).encode())
        for entry in (*incoming.entries, *incoming.staying_out):
            before = entry.before and [entry.before[place] for place in incoming.places]
            told = (entry.row, entry.outcome.value, entry.values, before)
            digest.update(repr(told).encode())
    return digest.hexdigest()
