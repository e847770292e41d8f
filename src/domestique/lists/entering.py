"""Entering one row and changing one row: what was typed goes in by the rules of a file, each error at its column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domestique.exchange.checks.incoming import read_rows
from domestique.exchange.checks.outages import IS_YEAR_RIGHT
from domestique.exchange.files.cells import Row, Sheet
from domestique.exchange.loading import Request, load_sheets
from domestique.exchange.report import LoadReport
from domestique.exchange.rows import Found, key_text
from domestique.exchange.written import as_text
from domestique.lists.errors import KeyStays, NothingChanged, RowStandsAlready, TableHasItsRow
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Table
from domestique.records.leaving.taken_out import taken_out_visible_to
from domestique.records.models import Record, TakenOut
from domestique.records.saving import was_taken_out
from domestique.records.viewer import Viewer

Cells = Mapping[str, str]
NEVER_SEEN = 0
FORM = "form"
ENTERED, CHANGED = "Entered in a form", "Changed in a form"


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What came of it: the row's key, or what is wrong, by column; what is about no column is under ``""``.

    ``out`` is the row that has its key and was taken out, if she may see it.
    It ``asks`` where what was typed is taken once it is confirmed.
    """

    key: str = ""
    errors: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict)
    out: TakenOut | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A row as it was when its form was opened: the texts of its cells, and its version."""

    cells: Cells
    version: int


def load_typed(
    table: Table, header: Sequence[str], rows: list[Row], request: Request
) -> LoadReport:
    """Load typed rows of one table; whatever is wrong, and what this person may not save, stands in the report."""
    return load_sheets([Sheet(FORM, table.name, tuple(header), rows, is_typed=True)], request)


def enter_row(
    viewer: Viewer, table: Table, cells: Cells, why: str, *, asks: bool = True
) -> EntryResult:
    """Enter a new row. Refuses a key that is there already; ``asks`` about what may be mistyped."""
    header = [column.name for column in table.columns]
    row: Row = (1, [cells.get(name, "") for name in header])
    key = _key_typed(table, header, row)
    dry = load_typed(table, header, [row], Request(viewer, why.strip(), is_dry_run=True, asks=asks))
    if dry.errors:
        return _refused(table, dry)
    if dry.tables[table.name].stays_out:
        out = TakenOut.objects.get(table=table.name, key=key)
        seen = [one.out for one in taken_out_visible_to(viewer, table.name)]
        sentence = was_taken_out(out).sentence
        return EntryResult(errors={"": (sentence,)}, out=out if out in seen else None)
    if not dry.tables[table.name].new:
        raise (
            RowStandsAlready(table=table.name, key=key)
            if table.key
            else TableHasItsRow(table=table.name)
        )
    # Should somebody enter the same row in this moment, it is not overwritten.
    request = Request(viewer, why.strip(), {key: NEVER_SEEN}, unless_said=ENTERED)
    return _result(table, key, load_typed(table, header, [row], request))


def change_row(
    viewer: Viewer,
    record: Record,
    table: Table,
    typed: Cells,
    opened: Opened,
    why: str,
    *,
    asks: bool = True,
) -> EntryResult:
    """Change what was typed over; columns left as they were when the form was opened are left alone.

    Refuses a changed key, a form in which nothing was changed, and a row somebody changed meanwhile.
    """
    changed = changed_columns(table, typed, opened.cells)
    for name in changed:
        if name in table.key:
            raise KeyStays(column=name)
    if not changed:
        raise NothingChanged
    standing = cells_of(table, record)
    key = " ".join(standing[name] for name in table.key)
    header = [*table.key, *changed]
    row = [*(standing[name] for name in table.key), *(typed[name] for name in changed)]
    request = Request(viewer, why.strip(), {key: opened.version}, unless_said=CHANGED, asks=asks)
    report = load_typed(table, header, [(1, list(row))], request)
    return _result(table, key, report)


def changed_columns(table: Table, typed: Cells, opened: Cells) -> list[str]:
    """Return the columns whose text is another one than when the form was opened."""
    return [
        column.name
        for column in table.columns
        if column.name in typed and typed[column.name].strip() != opened.get(column.name, "")
    ]


def cells_of(table: Table, record: Record) -> dict[str, str]:
    """Return the texts of a row's cells, as a file has them."""
    return {
        column.name: as_text(getattr(record, column.field), column.kind) for column in table.columns
    }


def opened_at(table: Table, record: Record, version: int) -> Opened | None:
    """Return a row as it was in a version, out of its history; ``None`` if it never had that version."""
    known_by = {table.primary_key: record.pk}
    stages = table.model.history.filter(version=version, **known_by)
    stage = stages.order_by("-history_id").first()
    return None if stage is None else Opened(cells_of(table, stage), version)


def _key_typed(table: Table, header: list[str], row: Row) -> str:
    found = Found(table, FORM, table.columns, tuple(header), [row], is_typed=True)
    incoming, _ = read_rows(found)
    key = incoming.entries[0].key
    return "" if key is None else key_text(table, key)


def _result(table: Table, key: str, report: LoadReport) -> EntryResult:
    if report.errors:
        return _refused(table, report)
    return EntryResult(key)


def _refused(table: Table, report: LoadReport) -> EntryResult:
    asks = any(problem.reason == IS_YEAR_RIGHT for problem in report.errors)
    return EntryResult(errors=_by_column(table, report), asks=asks)


def _by_column(table: Table, report: LoadReport) -> dict[str, tuple[Sentence, ...]]:
    """Gather the errors at the columns they are about."""
    errors = gathered(
        (problem.column if problem.column in table.by_name else "", problem.reason)
        for problem in report.errors
    )
    return {column or "": tuple(reasons) for column, reasons in errors.items()}
