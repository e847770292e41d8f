"""References from one record to another: each must be there as soon as its table has any row.

The id of a record whose table has not been loaded yet is kept, and a notice tells so. When that
table arrives, what was kept is checked and a notice names what is still missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from domestique.exchange.checks.already_there import ids_standing, values_standing
from domestique.exchange.files.cells import Problem
from domestique.exchange.nearest import nearest
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Incoming, Key
from domestique.quantities.hours import ServiceHours
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.columns import Column, Kind, Table
from domestique.records.ids.former_queries import former_ids_of
from domestique.records.ids.plan_queries import is_without_history
from domestique.records.models import TakenOut
from domestique.records.tables import TABLES

# Finding the nearest of many thousand ids takes a while; a file full of errors can do without.
_MOST_SUGGESTIONS = 100
_MOST_NAMED = 10


class References:
    """Which ids there are, in the database and the load together, and which tables arrive now."""

    def __init__(self, incomings: Sequence[Incoming]) -> None:
        """Take the rows of the load; what stands is read when it is first asked for."""
        self._incomings = incomings
        self._standing: dict[str, set[str]] = {}
        self._after: dict[str, set[str]] = {}
        self._out: dict[str, dict[str, TakenOut]] = {}
        self._suggestions: dict[tuple[str, str], str] = {}

    def check(self) -> tuple[list[Problem], list[Sentence]]:
        """Return the ids that are not there, and what is kept until it can be checked."""
        problems: list[Problem] = []
        kept: dict[tuple[str, str, str], int] = defaultdict(int)
        for incoming in self._incomings:
            for at, column in enumerate(incoming.columns):
                if not _target(column) or column.kind in (Kind.PERSON, Kind.PEOPLE):
                    continue  # whom a row names was settled when its names were read
                ids = self._known(_target(column))
                if ids and is_without_history(incoming.table):
                    # Nothing moves there, so the id of what was merged into another stays.
                    ids = ids | former_ids_of(_target(column)).merged
                if ids:
                    problems += self._dangling(incoming, column, at, ids)
                else:
                    place = (incoming.table.name, column.name, _target(column))
                    kept[place] += sum(
                        len(_ids(column, entry.values[at])) for entry in incoming.entries
                    )
        return problems, [_kept(*place, count) for place, count in kept.items() if count]

    def check_arrivals(self) -> Iterator[Sentence]:
        """Yield what is missing of the ids kept earlier, for each table that arrives now."""
        for name in dict.fromkeys(incoming.table.name for incoming in self._incomings):
            referring = list(_referring(name))
            arrived = self._known(name) if referring else set()
            if not arrived or self._stands(name):
                continue
            for table, column in referring:
                missing = self._missing_earlier(table, column, arrived)
                if missing:
                    yield _missing(name, table, column, sorted(missing))

    def _dangling(
        self, incoming: Incoming, column: Column, at: int, ids: set[str]
    ) -> Iterator[Problem]:
        for entry in incoming.entries:
            value = entry.values[at]
            if column.kind == Kind.LINK and (value is None or value in ids):
                continue
            for id_ in _ids(column, value):
                if id_ not in ids:
                    reason = self._not_there(_target(column), id_, ids)
                    yield incoming.refuse(entry, column.name, reason)

    def _known(self, name: str) -> set[str]:
        """Return the ids of a table after the load, rows refused for something else included."""
        if name not in self._after:
            loaded = {
                entry.key[0]
                for incoming in self._incomings
                if incoming.table.name == name
                for entry in incoming.entries
                if entry.key
            }
            self._after[name] = self._stands(name) | loaded
        return self._after[name]

    def _stands(self, name: str) -> set[str]:
        if name not in self._standing:
            self._standing[name] = ids_standing(name)
        return self._standing[name]

    def _missing_earlier(self, table: Table, column: Column, arrived: set[str]) -> set[str]:
        """Return what records this load does not touch refer to and has not arrived."""
        loaded = self._keys_loaded(table, column)
        missing: set[str] = set()
        for *key, value in values_standing(table, [*table.key, column.name]):
            if tuple(key) not in loaded:
                missing.update(id_ for id_ in _ids(column, value) if id_ not in arrived)
        return missing

    def _keys_loaded(self, table: Table, column: Column) -> set[Key]:
        return {
            entry.key
            for incoming in self._incomings
            if incoming.table is table and column in incoming.columns
            for entry in incoming.entries
            if entry.key is not None
        }

    def _taken_out(self, name: str) -> dict[str, TakenOut]:
        if name not in self._out:
            self._out[name] = {one.key: one for one in TakenOut.objects.filter(table=name)}
        return self._out[name]

    def _not_there(self, name: str, id_: str, ids: Iterable[str]) -> Sentence:
        out = self._taken_out(name).get(id_)
        if out:
            return say(
                "“%(id)s” was taken out of %(table)s on %(day)s by %(person)s; put it back, or write another.",
                id=id_,
                table=name,
                day=out.at.date(),
                person=out.person,
            )
        asked = (name, id_)
        if asked not in self._suggestions and len(self._suggestions) < _MOST_SUGGESTIONS:
            self._suggestions[asked] = nearest(id_, ids)
        meant = self._suggestions.get(asked)
        if meant:
            return say(
                "There is no “%(id)s” in %(table)s; did you mean %(meant)s?",
                id=id_,
                table=name,
                meant=meant,
            )
        return say(
            "There is no “%(id)s” in %(table)s; write an id that is there, or add it there.",
            id=id_,
            table=name,
        )


def _target(column: Column) -> str:
    """Return the table a column refers to, empty for none; service hours refer to calendars."""
    return "calendar_days" if column.kind == Kind.HOURS else column.to


def _referring(name: str) -> Iterator[tuple[Table, Column]]:
    for table in TABLES:
        for column in table.columns:
            if _target(column) == name and column.kind not in (Kind.PERSON, Kind.PEOPLE):
                yield table, column


def _ids(column: Column, value: Value) -> Sequence[str]:
    """Return the ids a value refers to."""
    if not value:
        return ()
    if column.kind in (Kind.LINKS, Kind.PEOPLE):
        return list(value)
    return _calendars(value) if column.kind == Kind.HOURS else (value,)


@lru_cache(maxsize=10_000)
def _calendars(hours: str) -> tuple[str, ...]:
    return ServiceHours.parse(hours).calendars


def _kept(table: str, column: str, target: str, count: int) -> Sentence:
    return say_counted(
        "%(target)s is not loaded yet: %(count)s reference from %(table)s.%(column)s is kept "
        "and will be checked when it is.",
        "%(target)s is not loaded yet: %(count)s references from %(table)s.%(column)s are kept "
        "and will be checked when it is.",
        count,
        target=target,
        table=table,
        column=column,
    )


def _missing(arrived: str, table: Table, column: Column, missing: Sequence[str]) -> Sentence:
    named = ", ".join(missing[:_MOST_NAMED]) + (" …" if len(missing) > _MOST_NAMED else "")
    return say_counted(
        "%(arrived)s has come, and %(count)s id that %(table)s.%(column)s refers to is not in it: "
        "%(missing)s.",
        "%(arrived)s has come, and %(count)s ids that %(table)s.%(column)s refers to are not in "
        "it: %(missing)s.",
        len(missing),
        arrived=arrived,
        table=table.name,
        column=column.name,
        missing=named,
    )
