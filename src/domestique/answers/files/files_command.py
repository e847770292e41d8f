"""Commands that move tables: load, export, template, demo."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from domestique.access.permits import ANY_PERSON, KEEPER_ONLY, permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson
from domestique.cli.printing import console, print_json, print_table
from domestique.cli.refusing import REFUSED
from domestique.exchange.report import LoadReport, total_of
from domestique.quantities.sentence import say_counted
from domestique.records.ability import Ability
from domestique.vocabulary.speech import spoken

SHOWN_CHANGES = 40
OnProgress = Callable[[str, int, int], None]


@permit(Ability.LOAD)
def load(
    path: Annotated[
        Path,
        typer.Argument(help="A folder of CSV files, a zip of it, or an .xlsx or .ods workbook."),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option("--map", help="A TOML file that maps someone else's sheets onto our tables."),
    ] = None,
    because: Annotated[
        str, typer.Option(help="The paper it stands in; shown beside everything that it brings.")
    ] = "",
    put_back: Annotated[
        bool,
        typer.Option("--put-back", help="Put back rows that were taken out; else they stay out."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Load tables: all of it or nothing. Loading the same thing twice changes nothing."""
    from domestique.exchange.choices import LoadSource
    from domestique.exchange.loading import load as load_tables

    report = with_progress(
        lambda on_progress: load_tables(
            path,
            viewer=present_viewer(),
            is_dry_run=dry_run,
            mapping=mapping,
            on_progress=on_progress,
            source=LoadSource.COMMAND_LINE,
            because=because,
            puts_back=put_back,
        ),
        is_shown=not as_json,
    )
    print_report(report, as_json=as_json, is_dry_run=dry_run)


@permit(KEEPER_ONLY)
def demo(as_json: AsJson = False) -> None:
    """Load the demo organisation that ships with Domestique: a bicycle maker, its services and its customers."""
    from domestique.exchange.choices import LoadSource
    from domestique.exchange.loading import load_demo

    report = with_progress(
        lambda on_progress: load_demo(present_viewer(), on_progress, LoadSource.COMMAND_LINE),
        is_shown=not as_json,
    )
    print_report(report, as_json=as_json)


@permit(Ability.SEE_RECORDS)
def export(
    path: Annotated[Path, typer.Argument(help="An .xlsx workbook, or a folder for CSV files.")],
    with_void: Annotated[
        bool, typer.Option("--with-void", help="Also what was taken out, in a sheet of its own.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write everything back as one clean workbook, or as a folder of CSV files, that loads again unchanged."""
    from domestique.exchange.export.exporting import export as write_tables

    tables = write_tables(path, viewer=present_viewer(), with_void=with_void)
    if as_json:
        print_json({"path": str(path), "tables": tables})
        return
    print_table(
        _("Written to %(path)s") % {"path": path},
        [_("table"), _("rows")],
        tables.items(),
        numeric=[1],
    )


@permit(ANY_PERSON)
def template(path: Annotated[Path, typer.Argument(help="The .xlsx workbook to write.")]) -> None:
    """Write an empty workbook of the three tables that are enough to start."""
    from domestique.exchange.export.template import write_template

    write_template(path)
    typer.echo(
        _("Written to %(path)s. Fill in the three sheets, then: domestique load %(path)s")
        % {"path": path}
    )


def with_progress(work: Callable[[OnProgress | None], LoadReport], *, is_shown: bool) -> LoadReport:
    """Do long work under a progress bar, where a person is looking."""
    if not is_shown or not console().is_terminal:
        return work(None)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, transient=True) as progress:
        tasks: dict[str, int] = {}

        def on_progress(table: str, done: int, total: int) -> None:
            if table not in tasks:
                tasks[table] = progress.add_task(table, total=total)
            progress.update(tasks[table], completed=done)  # type: ignore[arg-type]

        return work(on_progress)


def print_report(report: LoadReport, *, as_json: bool, is_dry_run: bool = False) -> None:
    """Print what a load did or would do, and stop with the status of refused input when it was refused."""
    if as_json:
        print_json(_answer(report))
    else:
        _print_for_people(report, is_dry_run=is_dry_run)
    if report.errors:
        raise typer.Exit(REFUSED)


def _answer(report: LoadReport) -> dict[str, object]:
    return {
        "tables": {name: asdict(counts) for name, counts in report.tables.items()},
        "errors": [asdict(one) | {"reason": one.reason} for one in report.errors],
        "notices": list(report.notices),
        "changes": list(map(asdict, report.changes)),
        "loaded": report.loaded,
    }


def _print_for_people(report: LoadReport, *, is_dry_run: bool) -> None:
    if report.loaded:
        columns = [_("table"), _("new"), _("changed"), _("unchanged"), _("refused")]
    else:
        columns = [_("table"), _("would be new"), _("would change"), _("unchanged"), _("refused")]
    rows = [[name, c.new, c.changed, c.unchanged, c.refused] for name, c in report.tables.items()]
    total = total_of(report.tables.values())
    for is_any, column, counts in (
        (total.put_back, _("put back"), [c.put_back for c in report.tables.values()]),
        (total.stays_out, _("stays out"), [c.stays_out for c in report.tables.values()]),
    ):
        if is_any:
            columns.append(column)
            rows = [[*row, count] for row, count in zip(rows, counts, strict=True)]
    numeric = range(1, len(columns))
    print_table(_outcome(report, is_dry_run=is_dry_run), columns, rows, numeric=numeric)
    for notice in report.notices:
        typer.echo(f"· {spoken(notice)}")
    if total_of(report.tables.values()).stays_out:
        typer.echo(_("· --put-back puts back what was taken out, as the file has it."))
    if report.changes:
        changes = [
            [c.table, c.key, c.column, c.old or "–", c.new or "–"]
            for c in report.changes[:SHOWN_CHANGES]
        ]
        print_table(_("Changes"), [_("table"), _("row"), _("column"), _("from"), _("to")], changes)
    if len(report.changes) > SHOWN_CHANGES:
        typer.echo(
            _("… and %(count)s more; --json shows all of them.")
            % {"count": len(report.changes) - SHOWN_CHANGES}
        )
    for problem in report.errors:
        place = " ".join(
            str(part) for part in (problem.file, problem.row, problem.column) if part is not None
        )
        typer.echo(f"✕ {place}: {spoken(problem.reason)}", err=True)


def _outcome(report: LoadReport, *, is_dry_run: bool) -> str:
    if report.errors:
        return spoken(
            say_counted(
                "Nothing was loaded: %(count)s thing must be mended first.",
                "Nothing was loaded: %(count)s things must be mended first.",
                len(report.errors),
            )
        )
    return _("This is what a load would do; nothing was changed.") if is_dry_run else _("Loaded.")
