"""Bytes become text: what is recognised, and where what cannot be read stands."""

from __future__ import annotations

import codecs

import pytest

from domestique.exchange.files.decoding import decode


def told(data: bytes) -> tuple[str, list[tuple[int | None, str]]]:
    text, problems = decode(data, "services.csv")
    return text, [(one.row, str(one.reason)) for one in problems]


@pytest.mark.parametrize(
    "data",
    ["id\nå".encode(), codecs.BOM_UTF8 + "id\nå".encode(), "id\nå".encode("utf-16"), "id\nå".encode("cp1252")],
)  # fmt: skip
def test_four_encodings_are_read_alike(data):
    assert told(data) == ("id\nå", [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_with_zero_bytes_is_no_text_and_the_row_is_named(encoding):
    text, problems = told("id\nS1\nS2\0\n".encode(encoding))
    assert (text, [row for row, _ in problems]) == ("", [3])
    assert "zero bytes" in problems[0][1]
    assert [row for row, _ in told("\0id\nS1".encode(encoding))[1]] == [1]


def test_half_of_a_utf_16_file_has_no_row():
    text, problems = told(codecs.BOM_UTF16_LE + b"i\0d")
    assert (text, [row for row, _ in problems]) == ("", [None])


def test_each_line_has_one_encoding_of_its_own():
    text, problems = told("id\nå\n".encode() + "ä\n".encode("cp1252"))
    assert (text, problems) == ("id\nå\nä\n", [])
    _, ((both, why), (none, reason)) = told(b"id\n\xc3\xa5\xe4\n\x81\n")
    assert (both, none) == (2, 3)
    assert "both UTF-8 and Windows-1252" in why
    assert "neither" in reason
