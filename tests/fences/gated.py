"""Facts that a gate holds, and the ways they come in, each tried by one person.

A fact is a row somebody enters or changes, what stands before, and by letter of the cast who may. The same list is told
on ``docs/guards.md``, which ``docs/generate_guards.py`` writes.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from django.test import Client

from asking import ask
from cast import CAST, viewer_of
from domestique.exchange.loading import load
from domestique.lists.changing import ChangeWish, change_rows, preview_change, rows_ticked
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.web.verbs import PAST

KEEPER = "K"
"""Whoever keeps the picture, who is not one of the ten."""


def nothing() -> None:
    """What the demo holds is enough."""


@dataclass(frozen=True)
class Fact:
    """A fact of a kind of record, and who may make it so.

    ``who`` are those whom the guard lets, by form, bulk edit, file and command, and ``by_verb`` by the button at
    ``address``; the keeper passes everywhere. ``says`` stands in the refusal and names who can. ``given`` makes what
    stands before; a fact of a new row ``is_new``; ``why`` is the reason given.
    """

    fact: str
    table: str
    cells: Mapping[str, str]
    who: str
    says: str
    is_new: bool = False
    why: str = ""
    given: Callable[[], object] = nothing
    address: str = ""
    sent: Mapping[str, str] = field(default_factory=dict)
    by_verb: str = ""

    def __str__(self) -> str:
        return self.fact

    @property
    def others(self) -> dict[str, str]:
        """The cells that are not the row's key."""
        key = table_named(self.table).key
        return {name: text for name, text in self.cells.items() if name not in key}

    @property
    def key(self) -> str:
        """The row's key, as addresses write it."""
        return " ".join(self.cells[name] for name in table_named(self.table).key)


def by_button(letter: str, fact: Fact) -> str:
    """Press the button whose page says so."""
    sent = client_of(letter).post(fact.address, {"seen": "1", "page_seen": "0", **fact.sent})
    return unescape(sent.content.decode())


def by_form(letter: str, fact: Fact) -> str:
    """Send the form of a row as the page does."""
    client, why = client_of(letter), {"why": _why(letter, fact), PAST: _past(letter)}
    if fact.is_new:
        sent = client.post(f"/edit/{fact.table}/new/", {**fact.cells, **why})
    else:
        key = fact.key or fact.cells["name"]
        sent = client.post(f"/edit/{fact.table}/{key}/", {**fact.others, **why, "seen": "1"})
    return unescape(sent.content.decode())


def by_bulk_edit(letter: str, fact: Fact) -> str:
    """Change one column of rows chosen in a list."""
    viewer, table = _viewer(letter), table_named(fact.table)
    ((column, text),) = fact.others.items()
    found = {table.by_name[one].field: fact.cells[one] for one in table.key}
    try:
        chosen = rows_ticked(viewer, table, [str(table.model.objects.get(**found).pk)])
        wish = ChangeWish.read(table, column, text, fact.why or "Tried")
        change_rows(viewer, chosen, wish, shown=preview_change(viewer, chosen, wish).digest)
    except Refusal as refusal:
        return str(refusal)
    return ""


def by_file(letter: str, fact: Fact) -> str:
    """Load a file with the row, as the page of files does once it has let somebody in."""
    with tempfile.TemporaryDirectory() as folder:
        report = load(_written(fact, Path(folder)), viewer=_viewer(letter), because=fact.why)
    return " ".join(str(problem.reason) for problem in report.errors)


def by_command(letter: str, fact: Fact) -> str:
    """Load the same file by the command."""
    with tempfile.TemporaryDirectory() as folder:
        person = () if letter == KEEPER else ("--as", CAST[letter])
        because = ("--because", fact.why) if fact.why else ()
        return ask(*person, "load", str(_written(fact, Path(folder))), *because).output


Way = Callable[[str, Fact], str]
WAYS: dict[str, Way] = {
    "button": by_button,
    "form": by_form,
    "bulk edit": by_bulk_edit,
    "file": by_file,
    "command": by_command,
}
NEEDS = {"form": Ability.CHANGE_RECORDS, "bulk edit": Ability.CHANGE_RECORDS}
NEEDS |= {"file": Ability.CHANGE_RECORDS, "command": Ability.LOAD}


def is_open(fact: Fact, way: str) -> bool:
    """Whether there is such a way to the fact: not each has a button, and a bulk edit changes one column."""
    if way == "button":
        return bool(fact.address)
    can_be_ticked = not fact.is_new and len(fact.others) == 1 and table_named(fact.table).key
    return bool(can_be_ticked) if way == "bulk edit" else True


def who_may(fact: Fact, way: str, may: Mapping[Ability, str]) -> str:
    """Return by letter who makes a fact so that way: those the guard lets, where the way is open to them."""
    who = fact.by_verb if way == "button" else fact.who
    return "".join(
        one for one in CAST if one in who and (way == "button" or one in may[NEEDS[way]])
    )


def client_of(letter: str) -> Client:
    """Return the browser of somebody of the cast, or of the keeper."""
    client = Client()
    if letter != KEEPER:
        client.post("/act-as/", {"person": CAST[letter]})
    return client


def _viewer(letter: str) -> Viewer:
    return Viewer("Rut Keeper") if letter == KEEPER else viewer_of(letter)


def _past(letter: str) -> str:
    """Return the word with which one who keeps the picture alone goes on past what would be refused."""
    return "Seen in the minutes" if letter == KEEPER else ""


def _why(letter: str, fact: Fact) -> str:
    """Return the reason given; the keeper names the minutes that somebody else's decision stands in."""
    return fact.why or ("Minutes of 20 November" if letter == KEEPER else "")


def _written(fact: Fact, folder: Path) -> Path:
    with (folder / f"{fact.table}.csv").open("w", encoding="utf-8") as file:
        csv.writer(file).writerows([fact.cells.keys(), fact.cells.values()])
    return folder
