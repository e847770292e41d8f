"""Cells of a workbook that the fast reader gives as empty though they are not.

Those are errors (``#REF!``) and formulas that no program has reckoned yet. Taking them for empty
would clear what they were meant to change, so they are looked for in the workbook's own XML.
"""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from posixpath import join, normpath
from typing import NamedTuple

from domestique.exchange.files.archives import read_archived

_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_ATTRIBUTES = r'((?:[^>"]|"[^"]*")*)'
_XLSX_CELL = re.compile(rf"<(?:\w+:)?c\b{_ATTRIBUTES}(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_XLSX_SIGNS = (b't="e"', b"<f>", b"<f ", b":f>", b":f ")  # most sheets have none: a quick look
_XLSX_VALUE = re.compile(r"<(?:\w+:)?v>([^<]+)<")
_XLSX_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_ODS_TAG = re.compile(
    rf"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>]){_ATTRIBUTES}>"
    r"(?:<text:p[^>]*>([^<]*))?"
)


class LostCell(NamedTuple):
    """A cell's row as a person counts, its column from 0, and its error; none if not reckoned."""

    row: int
    column: int
    error: str


def find_lost_cells(archive: zipfile.ZipFile) -> dict[str, list[LostCell]]:
    """Return the lost cells of each sheet of an .xlsx or .ods, by the sheet's name.

    Raises ``ArchivedFileNotReadable``, and ``ValueError`` where the XML makes no sense.
    """
    if "content.xml" in archive.namelist():
        return _in_ods(_read(archive, "content.xml"))
    found = {}
    for name, part in _xlsx_parts(archive):
        data = _read(archive, part)
        if any(sign in data for sign in _XLSX_SIGNS):
            found[name] = list(_in_xlsx(data.decode()))
    return found


def _xlsx_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet's name and where in the archive it lies."""
    names = archive.namelist()
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return
    relations = _tags(_read(archive, "xl/_rels/workbook.xml.rels").decode(), "Relationship")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in _tags(_read(archive, "xl/workbook.xml").decode(), "sheet"):
        target = targets.get(sheet.get("r:id"), "")
        part = normpath(join("/xl", target)).lstrip("/")
        if part in names:
            yield sheet.get("name", ""), part


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    return read_archived(archive, archive.getinfo(name))


def _tags(text: str, name: str) -> Iterator[dict[str, str]]:
    for match in re.finditer(rf"<(?:\w+:)?{name}\b{_ATTRIBUTES}>", text):
        yield _attributes(match[1])


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _in_xlsx(text: str) -> Iterator[LostCell]:
    for match in _XLSX_CELL.finditer(text):
        attributes = _attributes(match[1])
        kind, place = attributes.get("t"), _XLSX_PLACE.fullmatch(attributes.get("r", ""))
        value = _XLSX_VALUE.search(match[2])
        is_unreckoned = kind != "str" and not value and re.search(r"<(?:\w+:)?f\b", match[2])
        if place and (kind == "e" or is_unreckoned):
            error = value[1] if value and kind == "e" else ""
            yield LostCell(int(place[2]), _column(place[1]), error)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _in_ods(data: bytes) -> dict[str, list[LostCell]]:
    found: dict[str, list[LostCell]] = {}
    if b'calcext:value-type="error"' not in data:
        return found
    name, row, column, repeated_rows = "", 1, 0, 0
    for match in _ODS_TAG.finditer(data.decode()):
        attributes = _attributes(match[2])
        if match[1] == "table":
            name, row, repeated_rows = attributes.get("table:name", ""), 1, 0
        elif match[1] == "table-row":
            row, column = row + repeated_rows, 0
            repeated_rows = int(attributes.get("table:number-rows-repeated", "1"))
        else:
            if attributes.get("calcext:value-type") == "error":
                found.setdefault(name, []).append(LostCell(row, column, match[3] or "#"))
            column += int(attributes.get("table:number-columns-repeated", "1"))
    return found
