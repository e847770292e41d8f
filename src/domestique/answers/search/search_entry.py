"""One thing there is to find, and the place it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domestique.answers.search.search_words import fold_parts
from domestique.quantities.sentence import Sentence


class Kind(StrEnum):
    """What kind of thing is found; in the order in which equally good ones are shown."""

    CUSTOMER = "customers"
    SERVICE = "services"
    PERSON = "people"
    UNIT = "units"
    ORDERER = "orderers"
    TEAM = "teams"
    SUPPLIER = "suppliers"
    AGREEMENT = "agreements"
    PACKAGE = "packages"
    NEED = "needs"
    GOAL = "goals"
    ACTIVITY = "customer_activities"
    OUTAGE = "outages"
    WINDOW = "maintenance_windows"
    PULSE = "pulses"


@dataclass(frozen=True, slots=True)
class Place:
    """The row something leads to: its table and key; without a key, the table searched for ``words``."""

    table: str
    key: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find. ``notes`` stand beside its title.

    ``names`` and ``text`` are what is looked through: folded, every part between line breaks, the id
    first (empty where there is none), then the names; ``text`` goes on with everything else.
    """

    kind: Kind
    place: Place
    title: str
    notes: tuple[str | Sentence, ...]
    names: str
    text: str


def record_entry(
    kind: Kind,
    id_: str,
    names: Iterable[str],
    notes: Iterable[str | Sentence | None] = (),
    hidden: Iterable[str | None] = (),
) -> Entry:
    """Make an entry of a record with an id of its own: the first name there is, is its title."""
    called = [name for name in names if name]
    place = Place(kind, id_)
    if not called:
        return _entry(kind, place, (id_, id_), notes, hidden)
    return _entry(kind, place, (id_, *called), (id_, *notes), hidden)


def entry(
    kind: Kind,
    place: Place,
    title: str,
    notes: Iterable[str | Sentence | None] = (),
    hidden: Iterable[str | None] = (),
) -> Entry:
    """Make an entry of anything else; what is ``hidden`` finds it too, but is not shown."""
    return _entry(kind, place, ("", title), notes, hidden)


def _entry(
    kind: Kind,
    place: Place,
    names: tuple[str, ...],
    notes: Iterable[str | Sentence | None],
    hidden: Iterable[str | None],
) -> Entry:
    """Make an entry; its names are the id, the title and further names."""
    kept = tuple([note for note in notes if note])
    others = [*(note for note in kept if isinstance(note, str)), *(word for word in hidden if word)]
    folded = fold_parts(names)
    text = folded + fold_parts(others) if others else folded
    return Entry(kind, place, names[1], kept, folded, text)
