"""What is searched and what is asked, made alike: small letters without their marks, words with spaces between."""

import re
import unicodedata
from collections.abc import Iterable

BREAK = "\n"
# Letters that have a mark of their own in no Unicode table.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "đ": "d", "ł": "l", "þ": "th"})
_BETWEEN = re.compile(r"[^\w\n]+|_+")
_ASCII_BETWEEN = {
    code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != BREAK
}
_SPACES = re.compile(r" {2,}")


def fold(text: str) -> str:
    """Write a text so that it is found by its letters alone: ``R&D Förråd`` is ``r d forrad``."""
    return _folded(text).strip()


def fold_parts(parts: Iterable[str]) -> str:
    """Fold several texts at once, a line break before, between and after them."""
    folded = _folded(BREAK + BREAK.join(parts) + BREAK)
    return folded.replace("\n ", BREAK).replace(" \n", BREAK)


def _folded(text: str) -> str:
    text = text.casefold()
    if text.isascii():  # by far the most, and several times faster
        text = text.translate(_ASCII_BETWEEN)
        return _SPACES.sub(" ", text) if "  " in text else text
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join([letter for letter in parts if not unicodedata.combining(letter)])
    return _SPACES.sub(" ", _BETWEEN.sub(" ", plain.translate(_PLAIN)))
