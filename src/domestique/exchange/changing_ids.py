"""Ids as they are typed: a record renamed, two merged, one taken apart; rehearsed first, and held to what a load is held to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db import transaction

from domestique.exchange.checks.checking import check_rows, check_tables
from domestique.exchange.past import known_table
from domestique.exchange.reading.texts import read_id
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.parties.queries import day_at_the_door
from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import say
from domestique.records.columns import Table
from domestique.records.ids.actions import (
    Deciding,
    merge_records,
    plan_merging,
    plan_renaming,
    rename_record,
    take_apart,
    why_not_change_ids,
)
from domestique.records.ids.errors import HasNoIdOfItsOwn
from domestique.records.ids.plan import Plan, WhereBoth
from domestique.records.ids.plan_queries import has_own_id, rows_naming
from domestique.records.models import Merging
from domestique.records.saving import changing
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer


class IdLeftEmpty(Refusal):
    """No id where one must be."""

    text = say("Write the id it is to have.")


def renamed(
    viewer: Viewer, table: str, old: str, new: str, *, why: str = "", is_rehearsed: bool = False
) -> Plan:
    """Give a record another id, or tell what would follow. Refuses an id that could not stand in a file."""
    found = _with_ids(table)
    if not new.strip():
        raise IdLeftEmpty
    id_ = read_id(found.key_columns[0], new.strip())
    if is_rehearsed:
        return plan_renaming(viewer, found, old, id_)
    return rename_record(Deciding(viewer, why), found, old, id_)


def merged(
    viewer: Viewer,
    table: str,
    gone: str,
    survivor: str,
    *,
    where_both: Mapping[str, WhereBoth] | None = None,
    why: str = "",
) -> Plan:
    """Let a record go into another that is the same thing; refused where anything would contradict another."""
    found = _with_ids(table)
    deciding = _deciding(viewer, where_both, why)
    with changing():
        plan = merge_records(deciding, found, gone, survivor)
        for contradiction in _contradictions(found, survivor):
            raise contradiction
    return plan


def rehearsed_merging(
    viewer: Viewer,
    table: str,
    gone: str,
    survivor: str,
    *,
    where_both: Mapping[str, WhereBoth] | None = None,
) -> tuple[Plan, Refusal | None]:
    """Return what would follow if a record went into another, and why it cannot be done as it stands."""
    found = _with_ids(table)
    deciding = _deciding(viewer, where_both, "")
    plan = plan_merging(deciding, found, gone, survivor)
    refusal = plan.refusal()
    if refusal is None:
        with transaction.atomic():  # tried, and taken back
            try:
                merged(viewer, table, gone, survivor, where_both=where_both)
            except Refusal as refused:
                refusal = refused
            transaction.set_rollback(True)
    return plan, refusal


def taken_apart(viewer: Viewer, table: str, gone: str, why: str = "") -> Merging:
    """Make two records of one again, while no row of the merging has changed since."""
    return take_apart(Deciding(viewer, why), _with_ids(table), gone)


def may_change_ids(viewer: Viewer, table: Table) -> bool:
    """Whether somebody may rename and merge rows of a table."""
    return why_not_change_ids(viewer, table) is None


def _with_ids(name: str) -> Table:
    table = known_table(name)
    if not has_own_id(table):
        raise HasNoIdOfItsOwn(table=table.name)
    return table


def _deciding(viewer: Viewer, where_both: Mapping[str, WhereBoth] | None, why: str) -> Deciding:
    running = day_at_the_door(viewer).replace(day=1)
    return Deciding(viewer, why, where_both, running)


def _contradictions(table: Table, survivor: str) -> Iterator[Refusal]:
    """Yield what rows of a survivor contradict, by the rules of a load."""
    incomings = [
        _as_coming(there, table.name, survivor)
        for there in TABLES
        if there.name in ("dependencies", "units", "cost_shares", "prices", "services")
    ]
    for problem in (*check_rows(incomings), *check_tables(incomings)):
        yield Worded(problem.reason)


def _as_coming(there: Table, target: str, id_: str) -> Incoming:
    rows = rows_naming(there, target, id_)
    columns = there.columns
    entries = [
        Entry(
            at,
            tuple([row[column.field] for column in there.key_columns]),
            tuple([row[column.field] for column in columns]),
            Outcome.CHANGED,
        )
        for at, row in enumerate(rows, 1)
    ]
    return Incoming(there, "", columns, tuple(one.name for one in columns), entries)
