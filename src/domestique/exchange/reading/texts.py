"""Texts, ids and words out of a fixed set in cells."""

import re
import unicodedata
from functools import cache
from zoneinfo import available_timezones

from domestique.exchange.files.cells import Cell
from domestique.exchange.nearest import nearest, not_among
from domestique.exchange.reading.refusal import text_of
from domestique.quantities.errors import Refusal
from domestique.quantities.hours import ServiceHours
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Column

NO_IDS = "-"
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def read_text(column: Column, cell: Cell) -> str:
    """Read a text, in the one form of its accents that is compared with others."""
    text = text_of(cell)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _UNSHOWN.search(text):
        raise Unreadable(
            say(
                "The text “%(value)s” holds a character that cannot be shown; take it out.",
                value=_UNSHOWN.sub("�", text),
            )
        )
    if column.longest is not None and len(text) > column.longest:
        raise Unreadable(
            say(
                "The text is %(length)s characters long; at most %(longest)s are kept here.",
                length=len(text),
                longest=column.longest,
            )
        )
    return text


def read_id(column: Column, cell: Cell) -> str:
    """Read an id; one that may stand in a list has no spaces in it, since they separate the ids."""
    text = read_text(column, cell)
    if len(text.split()) > 1 and not column.may_be_name:
        raise Unreadable(
            say(
                "The id “%(value)s” has a space in it, and spaces separate the ids of a list; "
                "write for example %(suggested)s.",
                value=text,
                suggested="-".join(text.split()),
            )
        )
    return text


def read_ids(column: Column, cell: Cell) -> list[str]:
    """Read ids separated by spaces, each kept once; a dash alone is none."""
    text = read_text(column, cell)
    if text == NO_IDS:
        return []
    if re.search(r"[,;](?:\s|$)", text) or (re.search("[,;]", text) and " " not in text):
        raise Unreadable(
            say(
                "The ids in “%(value)s” must be separated by spaces: %(suggested)s.",
                value=text,
                suggested=" ".join(re.split(r"[\s,;]+", text)).strip(),
            )
        )
    return list(dict.fromkeys(text.split()))


def read_names(column: Column, cell: Cell) -> list[str]:
    """Read names separated by semicolons, each kept once."""
    names = (" ".join(name.split()) for name in read_text(column, cell).split(";"))
    return list(dict.fromkeys(filter(None, names)))


def read_person(column: Column, cell: Cell) -> str:
    """Read how somebody is written: by her id, e-mail or name; who is meant is settled when all rows are read."""
    text = " ".join(read_text(column, cell).split())
    if text.startswith("#"):
        raise Unreadable(
            say("“%(value)s” is an error value of a spreadsheet, not a person.", value=text)
        )
    return text


def read_people(column: Column, cell: Cell) -> list[str]:
    """Read several people, separated by semicolons."""
    return [read_person(column, name) for name in read_names(column, cell)]


def read_choice(column: Column, cell: Cell) -> str:
    """Read one of the column's words, whatever its case, or what stands for it in another language."""
    text = text_of(cell)
    known = {choice.casefold(): choice for choice in column.choices} | dict(column.also)
    found = known.get(" ".join(text.casefold().split()))
    if found is not None:
        return found
    reason = not_among(
        known.get(nearest(text, known), text),
        column.choices,
        say("“%(value)s” is not one of %(names)s; did you mean %(meant)s?"),
        say("“%(value)s” is not one of %(names)s."),
        value=text,
    )
    raise Unreadable(reason)


def read_yes_no(_: Column, cell: Cell) -> bool:
    """Read yes or no; true and false are taken too."""
    answer = _YES_NO.get(text_of(cell).casefold())
    if answer is None:
        raise Unreadable(say("“%(value)s” is neither yes nor no.", value=text_of(cell)))
    return answer


def read_hours(column: Column, cell: Cell) -> str:
    """Read service hours, kept as they are written."""
    text = read_text(column, cell)
    try:
        return str(ServiceHours.parse(text))
    except Refusal as refusal:
        raise Unreadable(refusal.sentence) from None


def read_time_zone(_: Column, cell: Cell) -> str:
    """Read the name of a time zone: ``Europe/Stockholm``."""
    text = text_of(cell)
    if text in _time_zones():
        return text
    reason = not_among(
        text,
        _time_zones(),
        say("There is no time zone “%(value)s”; did you mean %(meant)s?"),
        say(
            "There is no time zone “%(value)s”; write continent and city, for example Europe/Stockholm."
        ),
        value=text,
    )
    raise Unreadable(reason)


def read_currency(_: Column, cell: Cell) -> str:
    """Read the three letters of a currency."""
    wrong = say("“%(value)s” is not a currency; write its three letters, for example SEK.")
    return _letters(cell, 3, wrong)


def read_country(_: Column, cell: Cell) -> str:
    """Read the two letters of a country."""
    return _letters(
        cell, 2, say("“%(value)s” is not a country; write its two letters, for example SE.")
    )


def _letters(cell: Cell, count: int, wrong: Sentence) -> str:
    text = text_of(cell)
    if not re.fullmatch(f"[A-Z]{{{count}}}", text.upper()):
        raise Unreadable(say(wrong.text, value=text))
    return text.upper()


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())
