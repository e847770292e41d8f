"""Reading one CSV file: whatever encoding, delimiter and line ends it was written with."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePath

from domestique.exchange.files.cells import Problem, Row, Sheet, table_name
from domestique.exchange.files.decoding import decode
from domestique.exchange.files.tidying import tidy
from domestique.quantities.sentence import Sentence, say

CSV_SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;\t"
_FIRST_LINE = re.compile(r"\s*([^\r\n]*)")
_IN_QUOTES = re.compile(r'"[^"]*"')
_LONGEST_CELL = csv.field_size_limit()


def read_csv(data: bytes, file: str) -> tuple[Sheet | None, list[Problem]]:
    """Read a CSV file's bytes as the table its name says; ``file`` is what to show a person.

    A row's number is the line it begins on, also where quoted cells hold line breaks.
    """
    text, problems = decode(data, file)
    if problems and not text:
        return None, problems
    sheet, untidy = tidy(file, PurePath(file).stem, _rows(text, file, problems))
    return sheet, problems + untidy if sheet else problems or untidy


def _rows(text: str, file: str, problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows with the lines they begin on; what cannot be read is added to the problems."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    has_header = False
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            name = table_name(PurePath(file).stem)
            problems.append(Problem(file, begins, None, None, _unreadable(error), name))
            if not has_header or _is_too_long(error):
                return  # what follows cannot be told apart
        else:
            yield begins, list(cells)
            has_header = has_header or any(cells)


def _delimiter(text: str) -> str:
    """Return the delimiter the header has most of, outside quotes; a comma if it has none."""
    match = _FIRST_LINE.match(text)
    header = _IN_QUOTES.sub("", match[1]) if match else ""
    return max(_DELIMITERS, key=header.count)


def _is_too_long(error: csv.Error) -> bool:
    return "field larger than field limit" in str(error)


def _unreadable(error: csv.Error) -> Sentence:
    if _is_too_long(error):
        return say(
            "A cell is longer than %(limit)s characters. Perhaps a quote that begins a cell on "
            "this row has no other that ends it.",
            limit=_LONGEST_CELL,
        )
    return say(
        "The quotes do not match. A cell that begins with a quote must end with one, and a quote "
        "inside it is written twice."
    )
