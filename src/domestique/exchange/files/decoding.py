"""Bytes of somebody's CSV file as text, whatever program wrote it.

UTF-8 with or without a byte order mark, and UTF-16 with one, are recognised for certain. Anything
else is read line by line, since files put together from several sources are written in several
encodings: a line that is UTF-8 is read so, any other line is Windows-1252, the last encoding in
which programs here still write å, ä and ö. One line in two encodings at once is refused.
"""

import codecs
import re
from pathlib import PurePath

from domestique.exchange.files.cells import Problem, table_name
from domestique.quantities.sentence import Sentence, say

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# An å, ä, ö, é ... in UTF-8: not a pair that Windows-1252 text has.
_UTF_8_LETTER = re.compile(rb"\xc3[\x80-\xbf]")
_NOT_UTF_16 = say("This file is not the UTF-16 it says it is. Save it as CSV in UTF-8.")
_NOT_TEXT = say("This file holds zero bytes, so it is not plain text. Save it as CSV in UTF-8.")
_TWO_ENCODINGS = say("This line is both UTF-8 and Windows-1252. Save the file as CSV in UTF-8.")
_NO_ENCODING = say("This line is neither UTF-8 nor Windows-1252. Save the file as CSV in UTF-8.")


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return a file's text, none if it is no text at all, and what in it could not be read."""
    if data.startswith(_UTF_16_MARKS):
        return _decode_utf_16(data, file)
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        row = data.count(b"\n", 0, data.index(b"\0")) + 1
        return "", [_problem(file, row, _NOT_TEXT)]
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        return _decode_lines(data, file)


def _decode_utf_16(data: bytes, file: str) -> tuple[str, list[Problem]]:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return "", [_problem(file, None, _NOT_UTF_16)]
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        return "", [_problem(file, row, _NOT_TEXT)]
    return text, []


def _decode_lines(data: bytes, file: str) -> tuple[str, list[Problem]]:
    lines: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        text, reason = _decode_line(line)
        lines.append(text)
        if reason:
            problems.append(_problem(file, number, reason, text.strip()))
    return "".join(lines), problems


def _decode_line(line: bytes) -> tuple[str, Sentence | None]:
    try:
        return line.decode(), None
    except UnicodeDecodeError:
        pass
    reason = _TWO_ENCODINGS if _UTF_8_LETTER.search(line) else None
    try:
        return line.decode("cp1252"), reason
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace"), _NO_ENCODING


def _problem(file: str, row: int | None, reason: Sentence, value: str | None = None) -> Problem:
    return Problem(file, row, None, value, reason, table_name(PurePath(file).stem))
