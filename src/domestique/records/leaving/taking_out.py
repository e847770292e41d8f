"""Taking a row out with what refers to it, and putting it back: how it is done, and what it takes with it.

A row that cannot be without the one taken out goes along with it, and so do those that cannot be without that one; the
others lose the reference or, if that is wished, are moved to another row of the same kind. What was lost or moved comes
back with the row, where nobody has changed it since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from django.db.models import Max, QuerySet

from domestique.quantities.errors import Refusal, refuse
from domestique.quantities.sentence import say, say_counted
from domestique.records.columns import Column, Table
from domestique.records.door import why_stays
from domestique.records.fields import IdListField
from domestique.records.guard import GuardedStep
from domestique.records.models import Record, TakenOut
from domestique.records.others import links_of
from domestique.records.saving import (
    Deed,
    change,
    insist_it_may_go,
    insist_key_is_free,
    put_back_into_table,
    row_of,
    take_out_of_table,
)
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import CUSTOMERS

PUT_BACK = "Put back"
"""What the history says where no reason is given."""


class StillReferredTo(Refusal):
    """A row is taken out that others refer to, and nobody said what becomes of them."""

    text = say(
        "%(rows)s still refer to %(record)s, in %(tables)s. Take out along with it those that cannot be without it, or "
        "move them to another row."
    )


class ReferredToByOthers(Refusal):
    """What refers to a row is no longer what was shown."""

    text = say(
        "What refers to %(record)s is no longer what you were shown. Look at it as it is now, and take it out then."
    )


class NothingToMoveTo(Refusal):
    """References are to be moved to a row that is not there, or to the very row that is taken out."""

    text = say("There is no other “%(id)s” in %(table)s to move them to.")


class WouldReferToItself(Refusal):
    """References are moved so that a row would lead from something to itself."""

    text = say("%(record)s in %(table)s would lead from “%(id)s” to itself; take it out first.")


class NeedsWhatIsOut(Refusal):
    """A row is put back that refers to one that is out."""

    text = say("%(record)s refers to %(key)s in %(table)s, which is out too; put that back first.")


@dataclass(frozen=True, slots=True)
class Reference:
    """A row that refers to another by one of its columns; ``is_bound`` where it cannot be without it."""

    table: Table
    column: Column
    record: Record
    is_bound: bool

    @property
    def place(self) -> tuple[str, str, Any]:
        """Which row and column it is."""
        return self.table.name, self.column.name, self.record.pk


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is touched when a row is taken out: rows that go along, in the order they go, and references of those that stay."""

    record: Record
    along: tuple[Reference, ...]
    loose: tuple[Reference, ...]

    @property
    def every(self) -> tuple[Reference, ...]:
        """All of them: those that go along first."""
        return (*self.along, *self.loose)

    @property
    def place(self) -> tuple[str, Any]:
        """Which row is taken out."""
        return self.record.declared.table, self.record.pk

    @property
    def going(self) -> set[tuple[str, Any]]:
        """All rows that go, by table and primary key."""
        return {self.place, *((one.table.name, one.record.pk) for one in self.along)}

    @property
    def digest(self) -> str:
        """What stands for exactly these rows, as they stand."""
        told = sorted((*map(str, one.place), str(one.record.version)) for one in self.every)
        return sha256(repr(told).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to become of what refers to a row: nothing yet, ``along``, or moved ``to`` another; ``shown`` is its digest."""

    along: bool = False
    to: str = ""
    shown: str = ""


def surroundings_of(record: Record) -> Surroundings:
    """Find what refers to a record, and what goes along where that cannot be without it."""
    along: dict[tuple[str, Any], Reference] = {}
    loose: dict[tuple[str, str, Any], Reference] = {}
    met = [record]
    for one in met:
        for found in references_to(one):
            where = found.table.name, found.record.pk
            if not found.is_bound:
                loose[found.place] = found
            elif where not in along and found.record != record:
                along[where] = found
                met.append(found.record)
    going = [one for place, one in loose.items() if (place[0], place[2]) not in along]
    stays = [one for one in going if one.record != record]
    return Surroundings(record, tuple(reversed(along.values())), tuple(stays))


def references_to(record: Record) -> Iterator[Reference]:
    """Yield the rows that refer to a record, in one query for each column that may."""
    for table, column in _columns_to(record.declared.table):
        rows: QuerySet[Record] = QuerySet(table.model).order_by("pk")
        if isinstance(table.model._meta.get_field(column.field), IdListField):
            keys = rows.values_list("pk", column.field)
            rows = rows.filter(pk__in=[pk for pk, ids in keys if record.pk in ids])
        else:
            rows = rows.filter(**{column.field: record.pk})
        for row in rows:
            yield Reference(table, column, row, _is_bound(table, column, row))


def still_referred_to(found: Surroundings) -> StillReferredTo:
    """Return the refusal of taking out a row that others refer to, with how many there are."""
    count = len(found.every)
    rows = say_counted("%(count)s row", "%(count)s rows", count)
    tables = dict.fromkeys(one.table.name for one in found.every)
    return StillReferredTo(rows=rows, record=str(found.record), tables=tables)


def take_out_row(record: Record, viewer: Viewer, why: str, wish: Leaving) -> TakenOut:
    """Take a record out, and do with what refers to it as is wished; call it inside ``changing()``.

    Refuses ``StillReferredTo`` where nothing is wished, ``ReferredToByOthers``, ``NothingToMoveTo``, and what the guards
    refuse of any row that is touched.
    """
    insist_it_may_go(record, viewer, why)
    found = surroundings_of(record)
    if wish.shown and wish.shown != found.digest:
        raise ReferredToByOthers(record=str(record))
    if found.every and not (wish.along or wish.to):
        raise still_referred_to(found)
    act = (TakenOut.objects.aggregate(last=Max("act"))["last"] or 0) + 1
    if wish.to:
        _insist_it_is_another(record, wish.to)
        loosened = _loosen([*references_to(record)], {found.place}, wish.to, viewer, why)
    else:
        loosened = _loosen(found.loose, found.going, "", viewer, why)
        for one in found.along:
            take_out_of_table(one.record, viewer, why, act=act)
    return take_out_of_table(record, viewer, why, act=act, loosened=loosened)


def put_back_row(
    out: TakenOut, viewer: Viewer, why: str, *, with_all: bool = False
) -> tuple[list[Record], int]:
    """Put a record back, ``with_all`` that was taken out along with it; call it inside ``changing()``.

    What was loosened for it refers to it again, where nobody has changed that since. Returns the records, and how many
    references stay as they have become. Refuses ``NeedsWhatIsOut``, and what the guards refuse of any row that is touched.
    """
    alike = TakenOut.objects.filter(act=out.act).order_by("-id")
    rows = [*alike] if with_all else [out]
    loosened = [one for row in rows for one in row.loosened]
    why = why.strip() or PUT_BACK
    records = [put_back_into_table(row, viewer, why) for row in rows]
    for record in records:
        _insist_nothing_is_out(record)
    return records, sum(not _tied_again(one, viewer, why) for one in loosened)


def _loosen(
    references: Sequence[Reference],
    going: Collection[tuple[str, Any]],
    to: str,
    viewer: Viewer,
    why: str,
) -> list[dict[str, Any]]:
    """Let rows refer to another, or to nothing, in the place of what goes; tell what they said."""
    rows = {(one.table.name, one.record.pk): one.record for one in references}
    told = []
    for (name, pk), row in rows.items():
        columns = [
            one.column for one in references if (one.table.name, one.record.pk) == (name, pk)
        ]
        was = {column.field: getattr(row, column.field) for column in columns}
        now = {column.field: _without(row, column, going, to) for column in columns}
        _insist_it_may_change(row, viewer, why)
        if to and {*was} & {*type(row).key_fields()}:
            for field, value in now.items():
                setattr(row, field, value)
            _insist_it_leads_elsewhere(row, to)
            insist_key_is_free(row)
        change(row, viewer, why, **now)
        told.append({"table": name, "row": pk, "was": was, "version": row.version})
    return told


def _insist_it_leads_elsewhere(row: Record, to: str) -> None:
    ends = [getattr(row, name) for name in row.key_fields()]
    if ends.count(to) > 1:
        table = row.declared.table
        raise WouldReferToItself(record=row.key, table=table, id=to)


def _without(row: Record, column: Column, going: Collection[tuple[str, Any]], to: str) -> Any:
    value = getattr(row, column.field)
    if isinstance(value, list):
        stays = [to if (column.to, one) in going else one for one in value]
        return [*filter(None, dict.fromkeys(stays))]
    return to or (None if row._meta.get_field(column.field).null else "")


def _tied_again(loosened: Mapping[str, Any], viewer: Viewer, why: str) -> bool:
    kind = table_named(loosened["table"]).model
    rows: QuerySet[Record] = QuerySet(kind)
    row = rows.filter(pk=loosened["row"], version=loosened["version"]).first()
    if row is None:
        return False
    change(row, viewer, why, **loosened["was"])
    return True


def _insist_it_may_change(row: Record, viewer: Viewer, why: str) -> None:
    """What is never taken out never loses what it refers to either."""
    kind = type(row)
    refuse(why_stays(kind, Deed(viewer, why, kind, (GuardedStep(None, row_of(row)),))))


def _insist_it_is_another(record: Record, to: str) -> None:
    rows: QuerySet[Record] = QuerySet(type(record))
    if to == record.pk or not rows.filter(pk=to).exists():
        raise NothingToMoveTo(id=to, table=record.declared.table)


def _insist_nothing_is_out(record: Record) -> None:
    """Refuse a record that refers to one that is out."""
    for column in table_named(record.declared.table).columns:
        value = getattr(record, column.field)
        ids = value if isinstance(value, list) else [value]
        out = TakenOut.objects.filter(table=column.to, key__in=ids) if column.to else ()
        for one in out:
            raise NeedsWhatIsOut(record=str(record), key=one.key, table=one.table)


@cache
def _columns_to(name: str) -> tuple[tuple[Table, Column], ...]:
    return tuple(
        (table, column) for table in TABLES for column in table.columns if column.to == name
    )


def _is_bound(table: Table, column: Column, row: Record) -> bool:
    """Whether a row cannot be without the reference: it would be nothing, or nobody's in particular and so everybody's."""
    if isinstance(getattr(row, column.field), list):
        return column.name == CUSTOMERS and len(getattr(row, column.field)) == 1
    return column.required or column.field in links_of(table.model).owning
