"""From a sheet to the rows of a table: which table it is, and which of its columns are which."""

from collections.abc import Sequence
from dataclasses import replace

from domestique.exchange.files.cells import Problem, Row, Sheet, table_name
from domestique.exchange.files.tidying import is_empty
from domestique.exchange.nearest import not_among
from domestique.exchange.old_columns import column_of_file
from domestique.exchange.rows import Found
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Table
from domestique.records.tables import TABLES, table_named

HEADER_ROW = 1


LINES, AMENDMENTS, AMENDED_FROM = "agreement_lines", "amendments", "valid_from"


def without_amendments(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return a sheet of agreement lines without the rows that name a day from which they hold: those are amendments."""
    names = [table_name(heading) for heading in sheet.header]
    if sheet.name != LINES or AMENDED_FROM not in names:
        return (sheet,)
    at = names.index(AMENDED_FROM)
    dated = [row for row in sheet.rows if not is_empty(row[1][at])]
    numbers = {number for number, _ in dated}
    rest = [row for row in sheet.rows if row[0] not in numbers]
    lines = _with_columns(sheet, LINES, rest, [i for i, name in enumerate(names) if i != at])
    known = table_named(AMENDMENTS).by_name
    kept = [i for i, name in enumerate(names) if name in known]
    amendments = _with_columns(sheet, AMENDMENTS, dated, kept)
    return tuple(one for one in (lines, amendments) if one.rows or not dated)


def _with_columns(sheet: Sheet, name: str, rows: Sequence[Row], places: Sequence[int]) -> Sheet:
    """Return some rows of a sheet under another name, with the cells at these places."""
    cut = [(number, [cells[i] for i in places]) for number, cells in rows]
    return replace(sheet, name=name, header=tuple(sheet.header[i] for i in places), rows=cut)


def find_table(sheet: Sheet) -> tuple[Found | None, list[Problem]]:
    """Return the rows of the table a sheet is named as, and what is wrong with its header.

    Columns that are not known are told of and left out; without its key columns a table's rows
    are all refused, but what else is wrong in them is still told.
    """
    if sheet.name not in {table.name for table in TABLES}:
        reason = unknown_table(sheet.name)
        return None, [Problem(sheet.file, None, None, sheet.name, reason, sheet.name)]
    table = table_named(sheet.name)
    problems: list[Problem] = []
    places: dict[str, int] = {}
    for index, heading in enumerate(sheet.header):
        name = table_name(heading)
        if column_of_file(table, name) is None:
            reason = unknown_column(table, heading)
        elif name in places and heading != sheet.header[places[name]]:
            reason = same_column(name, sheet.header[places[name]], heading)
        else:
            places.setdefault(name, index)
            continue
        problems.append(Problem(sheet.file, HEADER_ROW, heading, heading, reason, table.name))
    problems += [
        Problem(sheet.file, HEADER_ROW, name, None, missing_column(name), table.name)
        for name in table.key
        if name not in places and table.by_name[name].required
    ]
    return _found(table, sheet, places), problems


def _found(table: Table, sheet: Sheet, places: dict[str, int]) -> Found:
    indexes = list(places.values())
    is_whole = indexes == list(range(len(sheet.header)))
    return Found(
        table,
        sheet.file,
        tuple(column for name in places if (column := column_of_file(table, name))),
        tuple(sheet.header[index] for index in indexes),
        sheet.rows
        if is_whole
        else [(number, [cells[index] for index in indexes]) for number, cells in sheet.rows],
        sheet.is_typed,
    )


def unknown_table(name: str) -> Sentence:
    """Say that there is no such table, and which was meant or which there are."""
    return not_among(
        name,
        [table.name for table in TABLES],
        say("There is no table “%(name)s”; did you mean %(meant)s?"),
        say("There is no table “%(name)s”; the tables are %(names)s."),
        name=name,
    )


def unknown_column(table: Table, heading: str) -> Sentence:
    """Say that the table has no such column, and which was meant or which it has."""
    return not_among(
        table_name(heading),
        table.by_name,
        say("There is no column “%(column)s” in %(table)s; did you mean %(meant)s?"),
        say("There is no column “%(column)s” in %(table)s; its columns are %(names)s."),
        column=heading,
        table=table.name,
    )


def same_column(name: str, first: str, second: str) -> Sentence:
    """Say that two headings mean one column."""
    return say(
        "“%(first)s” and “%(second)s” are both the column %(column)s; leave one of them.",
        first=first,
        second=second,
        column=name,
    )


def missing_column(name: str) -> Sentence:
    """Say that a column of the key is not there."""
    return say("The column “%(column)s” is missing; every row needs it.", column=name)
