"""Writing tables as one clean .xlsx workbook, the same bytes for the same tables.

Cells are typed: days and numbers are real ones, everything else is text, also a text that begins
with ``=``, which never becomes a formula. A header says in a comment what its column means, what
can be chosen is a list to choose from, and the sheet ``about`` explains it all.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from domestique.exchange.export.about import HEADER, accepted, explain_table
from domestique.exchange.export.contents import Contents, Values
from domestique.exchange.files.file_errors import TextTooLongForWorkbook, TooManyRowsForWorkbook
from domestique.exchange.files.replacing import replacing
from domestique.exchange.files.workbooks import ABOUT
from domestique.exchange.written import Value, as_text
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Kind
from domestique.vocabulary.speech import spoken

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_575
SPARE_ROWS = 1_000
"""How far below the last row the lists to choose from still work."""

_FIRST_TRUE_DAY = "1900-03-01"  # workbooks have a 29 February 1900: earlier days become text
_FORMATS = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.LOCAL_TIME: "yyyy-mm-dd hh:mm",
    Kind.WHOLE: "General",
    Kind.DECIMAL: "General",
    Kind.YEAR: "General",
}
_AS_TEXT = "@"
_NARROWEST, _WIDEST = 8, 60
_ABOUT_WIDTHS = (22, 24, 70, 10, 60)
_LONGEST_LIST = 255
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same always, so that files can be compared


def write_workbook(
    path: Path, contents: Sequence[Contents], preface: Sequence[Sentence] = ()
) -> dict[str, int]:
    """Write each table to a sheet of its own, and return how many rows each has.

    ``preface`` is said above the explanations. Raises ``TextTooLongForWorkbook``,
    ``TooManyRowsForWorkbook`` and ``TargetNotWritable``.
    """
    data = BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _MADE})
        bold = workbook.add_format({"bold": True, "bg_color": "#E8E8E8", "bottom": 1})
        _write_about(workbook.add_worksheet(ABOUT), bold, contents, preface)
        formats = {
            kind: workbook.add_format({"num_format": _FORMATS.get(kind, _AS_TEXT)}) for kind in Kind
        }
        for content in contents:
            sheet = workbook.add_worksheet(content.table.name)
            _write_header(sheet, bold, formats, content)
            _write_rows(sheet, content)
            _offer_choices(sheet, content, contents)
    with replacing(path) as draft:
        draft.write_bytes(data.getbuffer())
    return {content.table.name: len(content.rows) for content in contents}


def _write_about(
    sheet: Worksheet, bold: Format, contents: Sequence[Contents], preface: Sequence[Sentence]
) -> None:
    for column, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(column, column, width)
    row = 0
    for sentence in preface:
        sheet.write_string(row, 0, spoken(sentence))
        row += 1
    sheet.write_row(row, 0, [spoken(name) for name in HEADER], bold)
    sheet.freeze_panes(row + 1, 0)
    for content in contents:
        for line in explain_table(content.table, content.columns):
            row += 1
            required = spoken(say("yes")) if line.is_required else ""
            kinds = spoken(line.accepted) if line.accepted else ""
            cells = (line.table, line.column, spoken(line.meaning), required, kinds)
            for place, cell in enumerate(cells):
                _write_cell(sheet, row, place, cell, Kind.TEXT)


def _write_header(
    sheet: Worksheet, bold: Format, formats: dict[Kind, Format], content: Contents
) -> None:
    """Write the names of the columns, and make room and format for what is under each."""
    for place, column in enumerate(content.columns):
        texts = (as_text(row[place], column.kind) for row in content.rows)
        longest = max(map(len, texts), default=0)
        # The arrow of the filter takes the room of three characters.
        width = min(max(len(column.name) + 3, longest + 1, _NARROWEST), _WIDEST)
        sheet.set_column(place, place, width, formats[column.kind])
        sheet.write_string(0, place, column.name, bold)
        sheet.write_comment(0, place, f"{spoken(column.meaning)}\n{spoken(accepted(column))}")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(content.rows), len(content.columns) - 1)


def _write_rows(sheet: Worksheet, content: Contents) -> None:
    if len(content.rows) > MOST_ROWS:
        raise TooManyRowsForWorkbook(
            table=content.table.name, rows=len(content.rows), most=MOST_ROWS
        )
    for number, row in enumerate(content.rows, start=1):
        for place, (value, column) in enumerate(zip(row, content.columns, strict=True)):
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                raise TextTooLongForWorkbook(
                    table=content.table.name,
                    column=column.name,
                    key=_key(content, row),
                    longest=LONGEST_TEXT,
                )
            _write_cell(sheet, number, place, value, column.kind)
    # Ids that look like numbers are texts on purpose.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS + 1}"})


def _key(content: Contents, row: Values) -> str:
    names = content.table.key
    parts = zip(row, content.columns, strict=True)
    return " ".join(as_text(value, column.kind) for value, column in parts if column.name in names)


def _write_cell(sheet: Worksheet, row: int, place: int, value: Value, kind: Kind) -> None:
    if isinstance(value, date) and value.isoformat() >= _FIRST_TRUE_DAY:
        sheet.write_datetime(row, place, value)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, place, float(value))
    elif text := as_text(value, kind):
        _write_text(sheet, row, place, text)


def _write_text(sheet: Worksheet, row: int, place: int, text: str) -> None:
    if text.startswith("<r>") and text.endswith("</r>"):
        # The writer would take this for its own markup, unless it comes in parts.
        sheet.write_rich_string(row, place, text[0], text[1], text[2:])
    else:
        sheet.write_string(row, place, text)


def _offer_choices(sheet: Worksheet, content: Contents, contents: Sequence[Contents]) -> None:
    """Let the choices, and the ids of other tables in the workbook, be chosen from a list."""
    last = min(len(content.rows) + SPARE_ROWS, MOST_ROWS)
    for place, column in enumerate(content.columns):
        choices = ["yes", "no"] if column.kind is Kind.YES_NO else list(column.choices)
        if choices and len(",".join(choices)) <= _LONGEST_LIST:
            sheet.data_validation(1, place, last, place, {"validate": "list", "source": choices})
        target = next((other for other in contents if other.table.name == column.to), None)
        if target and column.kind is Kind.LINK:
            # Only a warning: what it refers to may be loaded from elsewhere.
            sheet.data_validation(
                1,
                place,
                last,
                place,
                {"validate": "list", "source": _ids(target), "error_type": "warning"},
            )


def _ids(target: Contents) -> str:
    """Return where the ids of a table stand, with room for more."""
    letter = chr(ord("A") + target.columns.index(target.table.key_columns[0]))
    last = min(len(target.rows) + SPARE_ROWS, MOST_ROWS) + 1
    return f"='{target.table.name}'!${letter}$2:${letter}${last}"
