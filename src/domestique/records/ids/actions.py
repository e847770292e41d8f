"""Renaming a record, merging two of one thing, and taking them apart: whole or not at all, with all that refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Field, Model, QuerySet
from django.utils import timezone
from django.utils.encoding import is_protected_type

from domestique.quantities.errors import Refusal, insist, refuse
from domestique.records.ability import Ability
from domestique.records.columns import Table
from domestique.records.guard import Gate, GuardedStep, Row, keeper_sets, may_not
from domestique.records.ids.errors import (
    ChangedSinceMerged,
    HasNoIdOfItsOwn,
    IdIsTaken,
    IdMeansAnother,
    NoSuchId,
    NothingToTakeApart,
    OnlyWithAll,
    SameThing,
)
from domestique.records.ids.former_queries import former_ids_of
from domestique.records.ids.plan import Plan, WhereBoth, key_of_values
from domestique.records.ids.plan_queries import (
    anything_names,
    has_own_id,
    is_without_history,
    kept_apart,
    merging_plan,
    renaming_plan,
    row_with,
)
from domestique.records.memory.freshness import order_to_forget
from domestique.records.models import FormerId, Merging, Record, TakenOut
from domestique.records.past.stages import MOST_KEYS, Entered, enter_stages
from domestique.records.saving import as_it_was, ask_guard, changing, key_kept, was_taken_out
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer

WITH_ROLES = frozenset({"people", "customers", "units"})
"""Tables whose ids rights hang on: they are renamed and merged by who gives roles."""

GATES = (
    Gate(
        "the id of a record; two of one thing made one",
        "who gives roles, for people, customers and units; whoever keeps the picture, for the rest",
        "she sees all customers; rows both have are decided for each table",
        "what counts in months that are over never moves; the old id is given to nothing new",
    ),
)


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who changes ids, why, and for two of one thing what becomes of rows both have; ``running`` is the open month."""

    viewer: Viewer
    why: str = ""
    where_both: Mapping[str, WhereBoth] | None = None
    running: date = date.min


def why_not_change_ids(viewer: Viewer, table: Table) -> Refusal | None:
    """Return why somebody may not rename or merge rows of a table, or ``None``."""
    if not has_own_id(table):
        return HasNoIdOfItsOwn(table=table.name)
    if viewer.abilities is None:
        return None
    if table.name not in WITH_ROLES:
        return keeper_sets(viewer)
    if not viewer.may(Ability.GIVE_ROLES):
        return may_not(viewer, Ability.GIVE_ROLES)
    return None if viewer.customers is None else OnlyWithAll(person=viewer.person)


def plan_renaming(viewer: Viewer, table: Table, old: str, new: str) -> Plan:
    """Return what would follow if a record got another id. Refuses what renaming it refuses."""
    refuse(why_not_change_ids(viewer, table))
    own = insist(row_with(table, old), NoSuchId(id=old, table=table.name))
    if old == new:
        raise SameThing(id=new)
    means = former_ids_of(table.name).meaning(new)
    if means is not None and means != old:
        raise IdMeansAnother(id=new, means=means, table=table.name)
    if row_with(table, new) is not None or anything_names(table, new):
        raise IdIsTaken(id=new, table=table.name)
    for out in TakenOut.objects.filter(table=table.name, key=new):
        raise was_taken_out(out)
    return renaming_plan(table, own, new)


def rename_record(deciding: Deciding, table: Table, old: str, new: str) -> Plan:
    """Give a record another id; all that refers to it follows, and the old id goes on meaning it."""
    with changing():
        plan = plan_renaming(deciding.viewer, table, old, new)
        writing = _Writing(deciding, _told("Renamed from %s to %s", old, new, deciding.why))
        writing.move(plan)
        for model, field in kept_apart(table):
            QuerySet(model).filter(**{field.attname: old}).update(**{field.attname: new})
        after = {**plan.own, "id": new}
        ask_guard(deciding.viewer, deciding.why, table.model, GuardedStep(plan.own, after))
        writing.tell("-", table, [old])
        rows: QuerySet[Record] = QuerySet(table.model)
        rows.filter(pk=old).update(id=new, version=F("version") + 1)  # type: ignore[misc]  # every kind here has one
        writing.tell("+", table, [new])
        FormerId.objects.filter(table=table.name, old=new).delete()
        writing.remember(table, old, new)
        _follow_taken_out(table)
    return plan


def _follow_taken_out(table: Table) -> None:
    """Let rows that were taken out be known by the ids of today."""
    kinds = {there.name for there in TABLES for one in there.key_columns if one.to == table.name}
    for out in TakenOut.objects.filter(table__in=kinds):
        key = key_kept(as_it_was(out))
        if key != out.key:
            TakenOut.objects.filter(pk=out.pk).update(key=key)


def plan_merging(deciding: Deciding, table: Table, gone: str, survivor: str) -> Plan:
    """Return what would follow if a record went into another; what stands against it is the plan's ``refusal``."""
    refuse(why_not_change_ids(deciding.viewer, table))
    if gone == survivor:
        raise SameThing(id=gone)
    going = insist(row_with(table, gone), NoSuchId(id=gone, table=table.name))
    stays = insist(row_with(table, survivor), NoSuchId(id=survivor, table=table.name))
    return merging_plan(table, going, stays, deciding.where_both or {}, deciding.running)


def merge_records(deciding: Deciding, table: Table, gone: str, survivor: str) -> Plan:
    """Let a record go into another that is the same thing; its id goes on meaning the survivor."""
    with changing():
        plan = plan_merging(deciding, table, gone, survivor)
        refuse(plan.refusal())
        writing = _Writing(deciding, _told("Merged %s into %s", gone, survivor, deciding.why))
        for met in plan.met:
            step = GuardedStep(met.stays, {**met.stays, **met.after})
            ask_guard(deciding.viewer, deciding.why, met.table.model, step)
        for one in plan.lapsed:
            writing.take_away(one.table, [one.row])
        for met in plan.met:
            writing.take_away(met.table, [met.gone])
            writing.change(met.table, met.stays, met.after)
        writing.move(plan)
        _hang_apart(table, gone, survivor)
        writing.take_away(table, [plan.own])
        merging = Merging.objects.create(
            table=table.name,
            gone=gone,
            survivor=survivor,
            at=writing.at,
            person=deciding.viewer.person,
            why=deciding.why,
            undo={"changed": writing.changed, "gone": writing.gone},
        )
        writing.remember(table, gone, survivor, merging)
    return plan


def _hang_apart(table: Table, gone: str, survivor: str) -> None:
    for model, field in kept_apart(table):
        if not field.unique:  # a log-in hangs on its person; a letter stays as it was sent
            continue
        rows: QuerySet[Model] = QuerySet(model)
        if rows.filter(**{field.attname: survivor}).exists():
            rows.filter(**{field.attname: gone}).delete()
        rows.filter(**{field.attname: gone}).update(**{field.attname: survivor})


def take_apart(deciding: Deciding, table: Table, gone: str) -> Merging:
    """Make two records of one again, each as it was, while no row of the merging has changed since."""
    refuse(why_not_change_ids(deciding.viewer, table))
    with changing():
        found = FormerId.objects.filter(table=table.name, old=gone).select_related("merging")
        former = insist(found.first(), NothingToTakeApart(id=gone, table=table.name))
        merging: Merging = insist(former.merging, NothingToTakeApart(id=gone, table=table.name))
        refuse(_why_changed(table, merging))
        told = _told("Taken apart: %s is not %s", gone, merging.survivor, deciding.why)
        writing = _Writing(deciding, told)
        for one in merging.undo["changed"]:
            there = table_named(one["table"])
            before = _read(there, one["before"])
            row: QuerySet[Record] = QuerySet(there.model).filter(pk=one["pk"])
            row.update(**before, version=F("version") + 1)
            writing.tell("~", there, [one["pk"]])
        for one in merging.undo["gone"]:
            there = table_named(one["table"])
            values = _read(there, one["row"])
            every: QuerySet[Any] = QuerySet(there.model)
            every.bulk_create([there.model(**values)])
            writing.tell("+", there, [values[there.primary_key]])
        merging.delete()
        order_to_forget(deciding.viewer.person)
    return merging


def _why_changed(table: Table, merging: Merging) -> Refusal | None:
    """Return which rows of a merging do not stand any more as it left them."""
    changed = []
    for one in merging.undo["changed"]:
        there = table_named(one["table"])
        rows: QuerySet[Record] = QuerySet(there.model)
        if not rows.filter(pk=one["pk"], version=one["version"]).exists():
            changed.append(f"{there.name} {one['key']}")
    if row_with(table, merging.survivor) is None:
        changed.append(f"{table.name} {merging.survivor}")
    return ChangedSinceMerged(rows=changed) if changed else None


def _told(text: str, one: str, other: str, why: str) -> str:
    """Return the reason as the history keeps it."""
    return f"{text % (one, other)}: {why}" if why else text % (one, other)


class _Writing:
    """What one change of ids writes, at one moment and for one reason, and what it takes to undo it."""

    def __init__(self, deciding: Deciding, reason: str) -> None:
        self.at: datetime = timezone.now()
        self.changed: list[dict[str, Any]] = []
        self.gone: list[dict[str, Any]] = []
        self._deciding, self._reason = deciding, reason

    def move(self, plan: Plan) -> None:
        """Let the rows that refer to the old id refer to the new one."""
        for one in plan.following:
            self._note(one.table, one.row, one.after)
        together: dict[tuple[str, str], list[Any]] = {}
        rows = {(one.table.name, repr(one.after)): one for one in plan.following}
        for one in plan.following:
            key = one.row[one.table.primary_key]
            together.setdefault((one.table.name, repr(one.after)), []).append(key)
        for place, keys in together.items():
            self._update(rows[place].table, keys, rows[place].after)

    def change(self, table: Table, row: Row, after: Row) -> None:
        """Give a row other values; one that says so already stays as it is."""
        if after:
            self._note(table, row, after)
            self._update(table, [row[table.primary_key]], after)

    def take_away(self, table: Table, rows: Iterable[Row]) -> None:
        """Take rows out of their table; their history stays."""
        for row in rows:
            key = row[table.primary_key]
            self.gone.append({"table": table.name, "row": _written(table, row)})
            record: Any = QuerySet(table.model).get(pk=key)
            record._history_user = self._deciding.viewer.person  # noqa: SLF001 - simple-history's own way
            record._change_reason = self._reason  # noqa: SLF001 - the same
            record._history_date = self.at  # noqa: SLF001 - the same
            record.delete()

    def tell(self, type_: str, table: Table, keys: Sequence[Any]) -> None:
        """Enter rows into their history as they stand now."""
        person = self._deciding.viewer.person
        enter_stages(table.model, keys, Entered(type_, person, self._reason, self.at))

    def remember(self, table: Table, old: str, new: str, merging: Merging | None = None) -> None:
        """Keep what an id means that was a record's until now, and let nobody believe what she remembers."""
        FormerId.objects.create(
            table=table.name,
            old=old,
            means=new,
            at=self.at,
            person=self._deciding.viewer.person,
            why=self._deciding.why,
            merging=merging,
        )
        order_to_forget(self._deciding.viewer.person)

    def _note(self, table: Table, row: Row, after: Row) -> None:
        before = {name: row[name] for name in after}
        self.changed.append(
            {
                "table": table.name,
                "pk": row[table.primary_key],
                "key": key_of_values(table, {**row, **after}),
                "version": row["version"] + 1,
                "before": _written(table, before),
            }
        )

    def _update(self, table: Table, keys: Sequence[Any], after: Row) -> None:
        is_told = not is_without_history(table)
        counted = {"version": F("version") + 1} if is_told else {}
        for start in range(0, len(keys), MOST_KEYS):
            rows: QuerySet[Record] = QuerySet(table.model)
            rows.filter(pk__in=keys[start : start + MOST_KEYS]).update(**after, **counted)
        if is_told:
            self.tell("~", table, keys)


def _fields(table: Table) -> dict[str, Field[Any, Any]]:
    return {field.attname: field for field in table.model._meta.concrete_fields}


def _written(table: Table, row: Row) -> dict[str, Any]:
    """Write values so that they can be kept in a list of texts and numbers."""
    fields = _fields(table)
    return {
        name: value
        if is_protected_type(value)
        else fields[name].value_to_string(table.model(**{name: value}))
        for name, value in row.items()
    }


def _read(table: Table, written: Row) -> dict[str, Any]:
    fields = _fields(table)
    return {name: fields[name].to_python(value) for name, value in written.items()}
