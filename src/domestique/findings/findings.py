"""All that the rules found: counted and looked up at once, put into words one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter
from typing import TypeVar, overload

from domestique.findings.finding import Finding, Names, Sketch

Key = TypeVar("Key")
Place = tuple[str, str]

# The rules that answers look for by name.
WAITS_FOR_DECISION = "R08"
ROLE_NOT_ACCEPTED = "R03"
PROMISE_ABOVE_WHAT_CARRIES_IT = "R16"
USE_AND_AGREEMENT = "R24"
SAME_ASK = "S1-30"
NOTICE_DATE = "S3-09"


class Told(Sequence[Finding]):
    """Some findings, each put into words when it is read."""

    def __init__(self, sketches: Sequence[Finding | Sketch], names: Names) -> None:
        """Keep them as they were found."""
        self.sketches = sketches
        self._names = names

    def __len__(self) -> int:
        """How many there are."""
        return len(self.sketches)

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Finding]: ...
    def __getitem__(self, place: int | slice) -> Finding | Sequence[Finding]:
        """Return one, or some of them."""
        if isinstance(place, slice):
            return Told(self.sketches[place], self._names)
        return self.sketches[place].told(self._names)

    def only(self, keep: Callable[[Finding | Sketch], bool]) -> Told:
        """Return some of them, chosen before they are put into words."""
        return Told([one for one in self.sketches if keep(one)], self._names)

    def __iter__(self) -> Iterator[Finding]:
        """Put one after the other into words."""
        return (one.told(self._names) for one in self.sketches)


@dataclass(eq=False)
class Pile:
    """The findings of one rule, by the row they are about."""

    rule: str
    found: Sequence[Finding | Sketch]

    @cached_property
    def by_place(self) -> dict[Place, list[Finding | Sketch]]:
        """The findings by table and id of what they are about, and by the customer they touch."""
        places: dict[Place, list[Finding | Sketch]] = defaultdict(list)
        for one in self.found:
            here, hers = (one.table, one.subject), ("customers", one.customer)
            places[here].append(one)
            if here != hers:
                places[hers].append(one)
        return dict(places)


def _pile_of(rule: str, found: Iterable[Finding | Sketch]) -> Pile:
    """Sort the findings of a rule; of one row they stay in the order in which they were found."""
    return Pile(rule, tuple(sorted(found, key=attrgetter("subject"))))


def piled(found: Iterable[Finding | Sketch]) -> tuple[Pile, ...]:
    """Return findings as one pile a rule."""
    by_rule: dict[str, list[Finding | Sketch]] = defaultdict(list)
    for one in found:
        by_rule[one.rule].append(one)
    return tuple(_pile_of(rule, some) for rule, some in by_rule.items())


class Findings(Told):
    """All findings, by rule and then by row."""

    is_weighed_apart = True

    def __init__(self, piles: Iterable[Pile], names: Names) -> None:
        """Put the piles of each rule together, in the order of the rules."""
        by_rule: dict[str, list[Pile]] = defaultdict(list)
        for pile in piles:
            by_rule[pile.rule].append(pile)
        self._piles = {rule: _one_pile(rule, by_rule[rule]) for rule in sorted(by_rule)}
        super().__init__(_Chained([pile.found for pile in self._piles.values()]), names)

    def by_rule(self) -> dict[str, Told]:
        """Return the findings of every rule that found something."""
        return {rule: Told(pile.found, self._names) for rule, pile in self._piles.items()}

    def of(self, rule: str) -> Told:
        """Return the findings of one rule."""
        pile = self._piles.get(rule)
        return Told(pile.found if pile else (), self._names)

    def about(self, table: str, id_: str) -> tuple[Finding, ...]:
        """Return the findings about a row; about a customer, also those that touch her elsewhere."""
        piles = self._piles.values()
        found = chain.from_iterable(pile.by_place.get((table, id_), ()) for pile in piles)
        return tuple(one.told(self._names) for one in found)

    def grouped(self, key: Callable[[Finding | Sketch], Key]) -> dict[Key, Told]:
        """Return the findings by something that is known before they are put into words."""
        groups: dict[Key, list[Finding | Sketch]] = defaultdict(list)
        for one in self.sketches:
            groups[key(one)].append(one)
        return {which: Told(some, self._names) for which, some in groups.items()}


def needs_waiting(found: Findings) -> frozenset[str]:
    """Return the ids of the needs that wait for their customer's decision."""
    return frozenset(
        one.subject for one in found.of(WAITS_FOR_DECISION).sketches if one.table == "needs"
    )


def _one_pile(rule: str, piles: list[Pile]) -> Pile:
    return (
        piles[0] if len(piles) == 1 else _pile_of(rule, chain.from_iterable(p.found for p in piles))
    )


class _Chained(Sequence[Finding | Sketch]):
    """Several sequences as one, without a copy."""

    def __init__(self, parts: Sequence[Sequence[Finding | Sketch]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> Finding | Sketch: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Finding | Sketch]: ...
    def __getitem__(self, place: int | slice) -> Finding | Sketch | Sequence[Finding | Sketch]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        for part, end in zip(self._parts, self._ends, strict=True):
            if place < end:
                return part[place - end + len(part)]
        raise IndexError(place)

    def __iter__(self) -> Iterator[Finding | Sketch]:
        return chain.from_iterable(self._parts)
