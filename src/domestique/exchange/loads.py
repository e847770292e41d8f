"""The loads there were, and what each of them changed, as the histories tell it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from domestique.exchange.choices import LoadSource
from domestique.exchange.models import LoadRun
from domestique.exchange.report import Counts, LoadedChange, LoadReport
from domestique.exchange.rows import key_text
from domestique.exchange.written import as_text
from domestique.records.columns import Table
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer

MOST_ROWS = 100
Stage = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a load of files comes from: who asked, the files' names, and the name of a mapping file."""

    source: LoadSource
    files: tuple[str, ...]
    mapping: str = ""


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What a load did in one table: the keys of its first new rows, and the changes of the first it changed."""

    table: Table
    counts: Counts
    new: tuple[str, ...]
    changes: tuple[LoadedChange, ...]
    rows_told: int

    @property
    def new_untold(self) -> int:
        """How many new rows there are beside those."""
        return self.counts.added - len(self.new)

    @property
    def changed_untold(self) -> int:
        """How many changed rows there are beside those."""
        return max(self.counts.changed - self.rows_told, 0)


def enter_run(
    origin: Origin | None, report: LoadReport, viewer: Viewer, at: datetime, why: str
) -> int | None:
    """Enter a load in the transaction that wrote it; ``None`` for rows that come from no file."""
    if origin is None:
        return None
    run = LoadRun.objects.create(
        at=at,
        person=viewer.person,
        source=origin.source,
        files=list(origin.files),
        mapping=origin.mapping,
        why=why,
        counts={name: asdict(counts) for name, counts in report.tables.items()},
        changes=len(report.changes),
    )
    return run.pk


def runs_visible_to(viewer: Viewer) -> QuerySet[LoadRun]:
    """Return the loads, the newest first; none to who may not see all customers, for loads are about all."""
    runs = LoadRun.objects.order_by("-at", "-id")
    return runs if viewer.customers is None else runs.none()


def changes_of_run(run: LoadRun) -> list[TableChanges]:
    """Return what a load did to each table it changed, in at most three queries a table."""
    counted = run.counted
    return [
        _changes_in(table, counted[table.name], run)
        for table in TABLES
        if table.name in counted and (counted[table.name].added or counted[table.name].changed)
    ]


def _changes_in(table: Table, counts: Counts, run: LoadRun) -> TableChanges:
    new = _entered(table, run, "+") if counts.added else []
    after = _entered(table, run, "~") if counts.changed or counts.put_back else []
    return TableChanges(
        table,
        counts,
        tuple(_key(table, stage) for stage in new),
        tuple(_differences(table, _before(table, after), after)),
        len(after),
    )


def _entered(table: Table, run: LoadRun, kind: str) -> list[Stage]:
    """Return the first rows that a load entered into a history, as created (+) or as changed (~)."""
    entered = table.model.history.filter(
        history_date=run.at, history_user_id=run.person, history_type=kind
    )
    return list(entered.order_by("history_id").values()[:MOST_ROWS])


def _before(table: Table, after: Sequence[Stage]) -> dict[int, Stage]:
    """Return how each row stood before, by the number of the stage that followed."""
    pk = table.primary_key
    followed = {stage[pk]: stage["history_id"] for stage in after}
    if not followed:
        return {}
    stages = table.model.history.filter(
        **{f"{pk}__in": list(followed)}, history_id__lt=max(followed.values())
    )
    return {
        followed[stage[pk]]: stage
        for stage in stages.order_by("history_id").values()
        if stage["history_id"] < followed[stage[pk]]
    }


def _differences(
    table: Table, before: Mapping[int, Stage], after: Iterable[Stage]
) -> Iterator[LoadedChange]:
    for stage in after:
        stood = before.get(stage["history_id"], {})
        for column in table.columns:
            old, new = stood.get(column.field), stage[column.field]
            if old != new:
                key = _key(table, stage)
                told = as_text(old, column.kind), as_text(new, column.kind)
                yield LoadedChange(table.name, key, column.name, *told)


def _key(table: Table, stage: Stage) -> str:
    """Return a row's key; that of a table with one row is its first column."""
    if not table.key:
        return str(stage[table.columns[0].field])
    return key_text(table, tuple(stage[column.field] for column in table.key_columns))
