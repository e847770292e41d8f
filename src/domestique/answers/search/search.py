"""Finding anything by a few letters of it: ids, names in three languages, people, and people's own words.

Everything there is to find is remembered until a record changes; a question looks through it in memory.
Letters are found without their marks: ``a`` finds ``å``, ``o`` finds ``ö`` and ``ø``, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest

from domestique.answers.search.search_entry import Entry, Kind
from domestique.answers.search.search_words import BREAK, fold
from domestique.answers.search.searchable import everything
from domestique.records.viewer import Viewer

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
    """Something found, and how well it fits."""

    rank: Rank
    is_in_name: bool
    entry: Entry

    @property
    def order(self) -> tuple[int, bool, int, str]:
        """What sorts it: the rank, names before what stands beside them, short before long."""
        return (self.rank, not self.is_in_name, len(self.entry.title), self.entry.title)


@dataclass(frozen=True, slots=True)
class HitGroup:
    """What was found of one kind, the best first, as many as there is room for."""

    kind: Kind
    hits: tuple[Hit, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many more there are."""
        return self.total - len(self.hits)


def search(viewer: Viewer, question: str, most: int = MOST_A_KIND) -> list[HitGroup]:
    """Return what fits a question, by kind: first the kinds with the best fit."""
    found: dict[Kind, list[Hit]] = {}
    for hit in _hits(viewer, question):
        found.setdefault(hit.entry.kind, []).append(hit)
    groups = [
        HitGroup(kind, tuple(nsmallest(most, found[kind], key=_order)), len(found[kind]))
        for kind in Kind
        if kind in found
    ]
    return sorted(groups, key=lambda group: group.hits[0].rank)


def search_kind(viewer: Viewer, question: str, kind: Kind) -> list[Hit]:
    """Return everything of one kind that fits a question, the best first."""
    return sorted((hit for hit in _hits(viewer, question) if hit.entry.kind is kind), key=_order)


def _order(hit: Hit) -> tuple[int, bool, int, str]:
    return hit.order


def _hits(viewer: Viewer, question: str) -> Iterator[Hit]:
    asked = fold(question[:LONGEST_QUESTION])
    words = asked.split()
    if not words:
        return
    rarest = max(words, key=len)
    others = [word for word in words if word != rarest]
    for entry in everything(viewer):
        if rarest in entry.text and all(word in entry.text for word in others):
            yield Hit(_rank(entry, asked, words), all(word in entry.names for word in words), entry)


def _rank(entry: Entry, asked: str, words: list[str]) -> Rank:
    if entry.names.startswith(f"{BREAK}{asked}{BREAK}"):
        return Rank.IS_ID
    if BREAK + asked in entry.names:
        return Rank.NAME_STARTS
    if all(BREAK + word in entry.text or " " + word in entry.text for word in words):
        return Rank.WORDS_START
    return Rank.CONTAINS
