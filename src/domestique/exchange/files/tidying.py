"""Rows as they lie in a file, made a sheet: a header, rows that fit it, and nothing empty."""

from collections import Counter
from collections.abc import Iterable

from domestique.exchange.files.cells import Cell, Problem, Row, Sheet, table_name
from domestique.quantities.sentence import say

_NOTHING = say("There is nothing in it. The first row must name the columns.")
_REPEATED = say("Two columns have this name. Each column needs a name of its own.")
_UNNAMED = say("This cell stands in a column without a name. Name the column in the first row.")


def tidy(file: str, found_name: str, rows: Iterable[Row]) -> tuple[Sheet | None, list[Problem]]:
    """Make a sheet of numbered rows, of which the first with anything in it is the header.

    Empty rows, and columns with neither name nor cells, are left out. A row with another number of
    cells than the header is refused, unless what it has too much is empty. Without a header there
    is no sheet.
    """
    name = table_name(found_name)
    filled = [row for row in rows if not all(map(is_empty, row[1]))]
    if not filled:
        return None, [Problem(file, None, None, None, _NOTHING, name)]
    number, first = filled[0]
    header = ["" if cell is None else " ".join(str(cell).split()) for cell in first]
    sheet = Sheet(file, name, tuple(filter(None, header)), [])
    problems = _repeated_columns(sheet, number)
    problems += _fill(sheet, header, filled[1:])
    return sheet, problems


def is_empty(cell: Cell) -> bool:
    """Whether there is nothing in a cell, or only space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _repeated_columns(sheet: Sheet, row: int) -> list[Problem]:
    counts = Counter(sheet.header)
    return [
        Problem(sheet.file, row, column, column, _REPEATED, sheet.name)
        for column, count in counts.items()
        if count > 1
    ]


def _fill(sheet: Sheet, header: list[str], rows: list[Row]) -> list[Problem]:
    """Add the rows that fit the header. A nameless column is told of once, other misfits by row."""
    named = [index for index, column in enumerate(header) if column]
    nameless = {index for index, column in enumerate(header) if not column}
    problems: list[Problem] = []
    for number, cells in rows:
        if len(cells) <= named[-1] or not all(map(is_empty, cells[len(header) :])):
            problems.append(_misfit(sheet, number, len(cells), named[-1] + 1))
            continue
        for index in [i for i in nameless if i < len(cells) and not is_empty(cells[i])]:
            nameless.discard(index)
            value = str(cells[index])
            problems.append(Problem(sheet.file, number, None, value, _UNNAMED, sheet.name))
        kept = cells if len(cells) == len(named) else [cells[index] for index in named]
        sheet.rows.append((number, kept))
    return problems


def _misfit(sheet: Sheet, number: int, cells: int, columns: int) -> Problem:
    reason = say(
        "The row has %(cells)s cells, the header %(columns)s. Empty cells must be written too, and "
        "a cell with a separator in it (such as a decimal comma) must stand in quotes.",
        cells=cells,
        columns=columns,
    )
    return Problem(sheet.file, number, None, None, reason, sheet.name)
