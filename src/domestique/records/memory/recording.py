"""What an answer rests on, noted while it is reckoned: the tables it asked, and what it looked at in the viewer."""

import re
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import connection

from domestique.records.memory.freshness import tables_with_history
from domestique.records.viewer import Viewer

_here = threading.local()
_VIEWED = frozenset(one.name for one in fields(Viewer))
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Reading:
    """What has been read so far, on top of the newest changes that were known when it began.

    ``rests_on`` are tables, or columns of one (``portfolio_service.state``); ``viewed`` are attributes of the viewer.
    ``is_lasting`` is untrue when something was read that has no history, so that nobody could tell when it changes.
    """

    newest: Mapping[str, int | None]
    rests_on: set[str] = field(default_factory=set)
    viewed: set[str] = field(default_factory=set)
    is_lasting: bool = True


def readings() -> list[Reading]:
    """Return the readings under way in this thread, the outermost first."""
    try:
        found: list[Reading] = _here.readings
    except AttributeError:
        found = _here.readings = []
    return found


def note(
    rests_on: Collection[str], viewed: Collection[str] = (), *, is_lasting: bool = True
) -> None:
    """Note for everything under way what was read."""
    for reading in readings():
        reading.rests_on.update(rests_on)
        reading.viewed.update(viewed)
        reading.is_lasting = reading.is_lasting and is_lasting


@contextmanager
def recording(newest: Mapping[str, int | None]) -> Iterator[Reading]:
    """Note all that is read inside, in this reading and in those it is part of."""
    under_way = readings()
    reading = Reading(newest)
    under_way.append(reading)
    try:
        if len(under_way) > 1:
            yield reading
        else:
            with connection.execute_wrapper(_note_query):
                yield reading
    finally:
        under_way.pop()


@contextmanager
def unrecorded() -> Iterator[None]:
    """Read something inside that is accounted for in another way."""
    under_way, _here.readings = readings(), []
    try:
        yield
    finally:
        _here.readings = under_way


def _note_query(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    known, is_lasting = _tables_in(sql)
    note(known, is_lasting=is_lasting)
    return execute(sql, *rest)


@lru_cache(2_000)
def _tables_in(sql: str) -> tuple[frozenset[str], bool]:
    """Return the tables with history that a query names, and whether it names no other ones."""
    named = _every_table() & set(_WORD.findall(sql))
    kept = tables_with_history()
    return frozenset(kept[name] for name in named if name in kept), named <= kept.keys()


@lru_cache(1)
def _every_table() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))


class WatchedViewer(Viewer):
    """A viewer who notes what is looked at in her, so that an answer is shared by all who are alike in that."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        """Return an attribute, and note it."""
        if name in _VIEWED:
            note((), (name,))
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        """Compare as the viewer she is."""
        return isinstance(other, Viewer) and looked_at(self, _VIEWED) == looked_at(other, _VIEWED)

    def __hash__(self) -> int:
        """Hash as the viewer she is."""
        return hash(looked_at(self, _VIEWED))


def looked_at(viewer: Viewer, names: Iterable[str]) -> tuple[object, ...]:
    """Return some attributes of a viewer, in the order of their names."""
    return tuple(getattr(viewer, name) for name in sorted(names))


def watched(viewer: Viewer) -> WatchedViewer:
    """Return the same viewer, watched."""
    return viewer if isinstance(viewer, WatchedViewer) else WatchedViewer(*as_she_is(viewer))


def as_she_is(viewer: Viewer) -> tuple[Any, ...]:
    """Return all about a viewer without noting that it was looked at."""
    return tuple(object.__getattribute__(viewer, one.name) for one in fields(Viewer))
