"""Answers that are reckoned once and remembered until something they rest on changes.

What an answer rests on is noted while it is reckoned: the tables it reads, and what it looks at in the viewer. Nobody
lists it, and all viewers who are alike in what was looked at share one answer. How much is remembered is bound by
memory; what was asked for longest ago is forgotten first.
"""

import gc
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from time import perf_counter
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import connection

from domestique.records.memory.freshness import FORGETTING, newest_changes
from domestique.records.memory.kept_rows import forget_rows, stamp_of
from domestique.records.memory.recording import (
    as_she_is,
    looked_at,
    note,
    readings,
    recording,
    watched,
)
from domestique.records.memory.stored import WORTH_SECONDS, Stored, store, stored
from domestique.records.memory.weight import weight_of
from domestique.records.viewer import Viewer

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(slots=True)
class Remembered:
    """An answer, and the newest change of everything it rests on; ``waits`` until it is written down for other processes."""

    answer: Any
    rests_on: Mapping[str, int | None]
    weight: int
    viewed: frozenset[str]
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A question, what was looked at in those who ask, and what was seen there."""

    question: Hashable
    viewed: frozenset[str]
    alike: tuple[object, ...]


class Memory:
    """What this process remembers."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._answers: OrderedDict[Key, Remembered] = OrderedDict()
        self._viewed: dict[Hashable, Counter[frozenset[str]]] = {}
        self._weight = 0
        self._forgotten: dict[str, int | None] = {}
        self._lock = Lock()

    def find(
        self, question: Hashable, viewers: list[Viewer], newest: Mapping[str, int | None]
    ) -> Remembered | None:
        """Return what is remembered of a question for such viewers, if it still holds."""
        with self._lock:
            for viewed in self._viewed.get(question, ()):
                key = Key(question, viewed, _alike(viewers, viewed))
                found = self._answers.get(key)
                if found and all(
                    stamp == stamp_of(rest, newest) for rest, stamp in found.rests_on.items()
                ):
                    self._answers.move_to_end(key)
                    note(found.rests_on, viewed)
                    return found
        return None

    def keep(self, question: Hashable, viewers: list[Viewer], found: Remembered) -> None:
        """Remember an answer for all viewers who are alike in what was looked at."""
        looked = found.viewed
        key = Key(question, looked, _alike(viewers, looked))
        with self._lock:
            if key in self._answers:
                self._drop(key)
            self._answers[key] = found
            self._viewed.setdefault(question, Counter())[looked] += 1
            self._weight += found.weight
            while (
                self._weight > settings.DOMESTIQUE_REMEMBERED_MB * 1_000_000
                and len(self._answers) > 1
            ):
                self._drop(next(iter(self._answers)))

    def _drop(self, key: Key) -> None:
        self._weight -= self._answers.pop(key).weight
        viewed = self._viewed[key.question]
        viewed[key.viewed] -= 1
        if not viewed[key.viewed]:
            del viewed[key.viewed]
        if not viewed:
            del self._viewed[key.question]

    def forget_if_told(self, newest: Mapping[str, int | None]) -> None:
        """Forget everything when somebody has given the order since it was last looked at."""
        name = str(connection.settings_dict["NAME"])
        with self._lock:
            is_told = self._forgotten.get(name, newest[FORGETTING]) != newest[FORGETTING]
            self._forgotten[name] = newest[FORGETTING]
            if is_told:
                self._answers.clear()
                self._viewed.clear()
                self._weight = 0
                forget_rows()


def _alike(viewers: list[Viewer], viewed: frozenset[str]) -> tuple[object, ...]:
    return tuple(looked_at(viewer, viewed) for viewer in viewers)


MEMORY = Memory()


def while_unchanged(reckon: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember the answers of a read; a change to anything it reads makes it reckon anew.

    The arguments must be hashable and the answers immutable, and nothing in them may be read later. What is read
    of whoever looks is read of the viewer among the arguments. Inside a transaction nothing is remembered: what is
    not committed yet may never have happened.
    """
    return _remembering(reckon, is_stored=False)


def stored_while_unchanged(reckon: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember answers as ``while_unchanged`` does; those that took long are written down for every other process too.

    The answers are made of plain values and classes of this program, and the arguments say all of themselves in ``repr``.
    """
    return _remembering(reckon, is_stored=True)


def _remembering(reckon: Callable[Asked, Answer], *, is_stored: bool) -> Callable[Asked, Answer]:
    @wraps(reckon)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        if connection.in_atomic_block:
            return reckon(*args, **kwargs)
        found: Answer = _answer(reckon, args, kwargs, is_stored=is_stored)
        return found

    return answer


def _answer(
    reckon: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    *,
    is_stored: bool,
) -> Any:
    under_way = readings()
    newest = under_way[-1].newest if under_way else newest_changes()
    if not under_way:
        MEMORY.forget_if_told(newest)
    every = [*args, *kwargs.values()]
    viewers = [Viewer(*as_she_is(one)) for one in every if isinstance(one, Viewer)]
    question = (connection.settings_dict["NAME"], reckon, *map(_apart, every), *kwargs)
    found = MEMORY.find(question, viewers, newest)
    if found is None and is_stored:
        found = _read(question, viewers, newest)
    if found is None:
        began = perf_counter()
        with recording(newest) as reading, nothing_tidied_up():
            answer = reckon(*map(_seen, args), **{name: _seen(one) for name, one in kwargs.items()})
        if not reading.is_lasting:
            return answer
        found = _remembered(answer, reading.rests_on, reading.viewed, newest)
        found.waits = is_stored and perf_counter() - began > WORTH_SECONDS
        MEMORY.keep(question, viewers, found)
    if found.waits:
        written = Stored(found.answer, found.viewed, frozenset(found.rests_on))
        found.waits = not store(question, viewers, written, newest)
    return found.answer


def _read(
    question: Hashable, viewers: list[Viewer], newest: Mapping[str, int | None]
) -> Remembered | None:
    """Remember what another process has written down."""
    with nothing_tidied_up():
        read = stored(question, viewers, newest)
    if read is None:
        return None
    note(read.rests_on, read.viewed)
    found = _remembered(read.answer, read.rests_on, read.viewed, newest)
    MEMORY.keep(question, viewers, found)
    return found


def _remembered(
    answer: Any,
    rests_on: Collection[str],
    viewed: Collection[str],
    newest: Mapping[str, int | None],
) -> Remembered:
    stamps = {rest: stamp_of(rest, newest) for rest in rests_on}
    return Remembered(answer, stamps, weight_of(answer), frozenset(viewed))


@contextmanager
def nothing_tidied_up() -> Iterator[None]:
    """Let Python not look for rings among values that are all kept, over and over while they are made."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


def _apart(one: object) -> object:
    """Leave the viewer out of a question: what of her matters is noted."""
    return Viewer if isinstance(one, Viewer) else one


def _seen(one: object) -> object:
    return watched(one) if isinstance(one, Viewer) else one
