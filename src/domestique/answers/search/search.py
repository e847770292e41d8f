"""Finding anything by a few letters of it: ids, names in three languages, people, and people's own words.

Everything there is to find is remembered until a record changes; a question looks through it in memory. Nothing is
found that leads nowhere for whoever looks.
Letters are found without their marks: ``a`` finds ``å``, ``o`` finds ``ö`` and ``ø``, and the other way round.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from itertools import chain
from typing import TypeAlias

from django.urls import reverse
from django.utils.http import urlencode

from domestique.answers.search.search_entry import Findable, Way
from domestique.answers.search.search_words import BREAK, fold
from domestique.answers.search.searchable import shelves
from domestique.answers.search.shelf import RECORD, Shelf, shelf_in_order, way_to
from domestique.answers.tables.record_fields import page_of_row
from domestique.quantities.sentence import Sentence
from domestique.records.viewer import Viewer

Opens: TypeAlias = Callable[[str], bool]
"""Whether whoever looks may open a route."""

MOST_A_KIND = 8
LONGEST_QUESTION = 200


class Rank(IntEnum):
    """How well something fits, the best first."""

    IS_ID = 0
    NAME_STARTS = 1
    WORDS_START = 2
    CONTAINS = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, where it leads, and how well it fits."""

    rank: Rank
    is_in_name: bool
    entry: Findable
    way: Way

    @property
    def url(self) -> str:
        """The address it leads to."""
        return _address(*self.way)


def _address(page: str, takes: str) -> str:
    """Return the address of a place: a page of its own, a place on a list, or a list asked with words."""
    if page == RECORD:
        return page_of_row(*takes.split("/", 1))
    route, is_on_list, before = page.partition("#")
    if is_on_list:
        return f"{reverse(route)}#{before}{takes}"
    route, is_asked, name = page.partition("?")
    if is_asked:
        return f"{reverse(route)}?{urlencode({name: takes})}"
    return reverse(route, args=[takes] if takes else [])


@dataclass(frozen=True, slots=True)
class HitGroup:
    """What was found of one kind, the best first, as many as there is room for."""

    kind: str
    called: Sentence
    hits: tuple[Hit, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many more there are."""
        return self.total - len(self.hits)


def search(
    viewer: Viewer,
    question: str,
    opens: Opens,
    also: Sequence[Shelf] = (),
    most: int = MOST_A_KIND,
) -> list[HitGroup]:
    """Return what fits a question, by kind: first the kinds with the best fit.

    ``also`` is looked through beside the records: what is no record, such as pages.
    """
    groups = []
    for shelf in shelf_in_order((*also, *shelves(viewer))):
        found = list(_hits(viewer, question, shelf, opens))
        if found:
            best = tuple(nsmallest(most, found, key=_order))
            groups.append(HitGroup(shelf.kind, shelf.called, best, len(found)))
    return sorted(groups, key=lambda group: group.hits[0].rank)


def search_kind(viewer: Viewer, question: str, shelf: Shelf, opens: Opens) -> list[Hit]:
    """Return everything of one kind that fits a question, the best first."""
    return sorted(_hits(viewer, question, shelf, opens), key=_order)


def _hits(viewer: Viewer, question: str, shelf: Shelf, opens: Opens) -> Iterator[Hit]:
    asked = fold(question[:LONGEST_QUESTION])
    words = asked.split()
    if not words:
        return
    rarest = max(words, key=len)
    others = [word for word in words if word != rarest]
    fitting = (
        entry
        for entry in shelf.entries
        if rarest in entry.text and all(word in entry.text for word in others)
    )
    first = next(fitting, None)
    if first is None:
        return
    is_open = shelf.open_to(viewer)
    for entry in chain((first,), fitting):
        way = way_to(shelf.kind, entry, opens) if is_open(entry) else None
        if way:
            is_in_name = all(word in entry.names for word in words)
            yield Hit(_rank(entry, asked, words), is_in_name, entry, way)


def _order(hit: Hit) -> tuple[int, bool, int, str]:
    """Return what sorts a hit: the rank, names before what stands beside them, short before long."""
    return (hit.rank, not hit.is_in_name, len(hit.entry.title), hit.entry.title)


def _rank(entry: Findable, asked: str, words: list[str]) -> Rank:
    if entry.names.startswith(f"{BREAK}{asked}{BREAK}"):
        return Rank.IS_ID
    if BREAK + asked in entry.names:
        return Rank.NAME_STARTS
    if all(BREAK + word in entry.text or " " + word in entry.text for word in words):
        return Rank.WORDS_START
    return Rank.CONTAINS
