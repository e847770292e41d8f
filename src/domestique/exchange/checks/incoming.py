"""Reading the cells of every row found, and refusing rows whose key stands twice."""

from collections.abc import Callable, Iterable
from operator import call

from domestique.exchange.files.cells import Cell, Problem, Row
from domestique.exchange.reading.readers import Value, reader_of
from domestique.exchange.reading.refusal import text_of
from domestique.exchange.rows import Entry, Found, Incoming, Key, Outcome, key_text
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Table

Reader = Callable[[Cell], Value]


def read_rows(found: Found) -> tuple[Incoming, list[Problem]]:
    """Read every cell of the rows found; a row with a cell that cannot be read is refused."""
    incoming = Incoming(found.table, found.file, found.columns, found.headings)
    readers = [reader_of(found.table, column, is_typed=found.is_typed) for column in found.columns]
    key_of = _key_reader(incoming)
    problems: list[Problem] = []
    for number, cells in found.rows:
        try:
            values = tuple(map(call, readers, cells))
        except Unreadable:
            incoming.entries.append(_refused(incoming, readers, (number, cells), problems))
        else:
            key = key_of(values)
            outcome = Outcome.REFUSED if key is None else Outcome.NEW
            incoming.entries.append(Entry(number, key, values, outcome))
    return incoming, problems


def _key_reader(incoming: Incoming) -> Callable[[tuple[Value, ...]], Key | None]:
    """Return what takes a key out of a row's values; a key without all its columns is not known."""
    places = [incoming.position(name) for name in incoming.table.key]
    optional = incoming.table.empty_values
    absent = [
        column
        for column, place in zip(incoming.table.key_columns, places, strict=True)
        if place is None
    ]
    if any(column.required for column in absent):
        return lambda _: None
    if not absent:
        at = [place for place in places if place is not None]
        return lambda values: tuple([values[place] for place in at])
    fallback = [optional[column.field] for column in incoming.table.key_columns]
    return lambda values: tuple(
        [
            default if place is None else values[place]
            for place, default in zip(places, fallback, strict=True)
        ]
    )


def _refused(incoming: Incoming, readers: list[Reader], row: Row, problems: list[Problem]) -> Entry:
    """Read a row again to find all that is wrong in it; what cannot be read is left unknown."""
    number, cells = row
    values: list[Value] = []
    unread: set[str] = set()
    for column, heading, read, cell in zip(
        incoming.columns, incoming.headings, readers, cells, strict=True
    ):
        try:
            values.append(read(cell))
        except Unreadable as refusal:
            values.append(None)
            unread.add(column.name)
            problems.append(
                Problem(
                    incoming.file,
                    number,
                    heading,
                    text_of(cell),
                    refusal.sentence,
                    incoming.table.name,
                )
            )
    key = None if unread & set(incoming.table.key) else _key_reader(incoming)(tuple(values))
    return Entry(number, key, tuple(values), Outcome.REFUSED)


def refuse_repeated_keys(incomings: Iterable[Incoming]) -> list[Problem]:
    """Refuse each row whose key stands in an earlier row, in the same sheet or another."""
    seen: dict[tuple[str, Key], tuple[str, int]] = {}
    problems = []
    for incoming in incomings:
        table = incoming.table
        for entry in incoming.entries:
            if entry.key is None:
                continue
            first = seen.setdefault((table.name, entry.key), (incoming.file, entry.row))
            if first != (incoming.file, entry.row):
                reason = _repeated(table, entry.key, first)
                problems.append(incoming.refuse(entry, _first_column(table), reason))
    return problems


def _first_column(table: Table) -> str:
    return table.key[0] if table.key else table.columns[0].name


def _repeated(table: Table, key: Key, first: tuple[str, int]) -> Sentence:
    file, row = first
    if not table.key:
        return say(
            "The table %(table)s has one row, and row %(row)s of %(file)s is it already; "
            "take one of them away.",
            table=table.name,
            row=row,
            file=file,
        )
    return say(
        "“%(key)s” stands already in row %(row)s of %(file)s; each row of %(table)s needs "
        "its own %(columns)s.",
        key=key_text(table, key),
        row=row,
        file=file,
        table=table.name,
        columns=" + ".join(table.key),
    )
