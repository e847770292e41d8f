"""The guards of the door, asked for every row of a load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domestique.exchange.files.cells import Problem
from domestique.exchange.rows import Entry, Incoming, Outcome, key_text
from domestique.records.act import Kind
from domestique.records.columns import Table
from domestique.records.door import judge_of
from domestique.records.guard import GuardedStep, Passed
from domestique.records.viewer import Viewer

SAVED = (Outcome.NEW, Outcome.CHANGED, Outcome.PUT_BACK)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load would save, for the guards: all its rows, of every table."""

    viewer: Viewer
    why: str
    incomings: Sequence[Incoming]
    is_load: bool = False
    is_typed: bool = True

    def steps(self, kind: Kind) -> Iterable[GuardedStep]:
        """Yield what becomes of the records of a kind."""
        for incoming in self.incomings:
            if incoming.table.model is kind:
                yield from (step for _, step in _steps(incoming))


@dataclass(frozen=True, slots=True)
class JudgedRows:
    """The rows this person may not save, each with who can; and what is listed of those she may, by table and key."""

    problems: Sequence[Problem]
    passed: Sequence[tuple[str, str, Passed]]


def judge_rows(load: Loaded) -> JudgedRows:
    """Ask the guards of every kind about the rows of a load."""
    problems: list[Problem] = []
    passed: list[tuple[str, str, Passed]] = []
    # Every guard fetches its facts before any row is refused: what is refused counts as what it would have been.
    # Who writes a row may name anybody in it: nobody gets a right by being named.
    judged = [incoming for incoming in load.incomings if not incoming.is_named]
    judges = [(incoming, judge_of(incoming.table.model, load)) for incoming in judged]
    for incoming, judge in judges:
        for entry, step in _steps(incoming) if judge else ():
            refusal = judge.refusal(step.before, step.after) if judge else None
            if refusal:
                column = _column_of(incoming.table, refusal.field)
                problems.append(incoming.refuse(entry, column, refusal.sentence))
            elif judge:
                key = key_text(incoming.table, entry.key or ())
                found = judge.passed(step.before, step.after)
                passed += [(incoming.table.name, key, one) for one in found]
    return JudgedRows(problems, passed)


def _steps(incoming: Incoming) -> Iterator[tuple[Entry, GuardedStep]]:
    table = incoming.table
    fields = table.fields
    empty = {field: table.empty_values[field] for field in fields}
    own = [column.field for column in incoming.columns]
    for entry in incoming.entries:
        if entry.outcome in SAVED:
            before = dict(zip(fields, entry.before, strict=True)) if entry.before else None
            after = {**(before or empty), **dict(zip(own, entry.values, strict=True))}
            # What was taken out is put back by who may enter it as it will stand.
            yield entry, GuardedStep(None if entry.out else before, after)


def _column_of(table: Table, field: str) -> str:
    return next((column.name for column in table.columns if column.field == field), "")
