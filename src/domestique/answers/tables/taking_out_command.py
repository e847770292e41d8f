"""``domestique take-out``, ``put-back`` and ``taken-out``: rows that are to count nowhere."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson
from domestique.cli.printing import print_json, print_table
from domestique.exchange.past import key_of_row, known_table
from domestique.lists.leaving import (
    Referring,
    acts_visible_to,
    leave_of,
    put_row_back,
    row_out,
    row_standing,
    take_row_out,
)
from domestique.records.ability import Ability
from domestique.records.leaving.taken_out import OutRow
from domestique.records.leaving.taking_out import Leaving

TableNamed = Annotated[str, typer.Argument(help="The table, for example needs.")]
KeyWritten = Annotated[
    str, typer.Argument(help="The row's whole key, for example N02; parts separated by spaces.")
]


@permit(Ability.CHANGE_RECORDS)
def take_row_out_of_its_table(
    table: TableNamed,
    key: KeyWritten,
    because: Annotated[str, typer.Option(help="Why; stands in the history beside your name.")] = "",
    along: Annotated[
        bool,
        typer.Option(
            "--along",
            help="Take out along with it what cannot be without it; the rest loses the reference.",
        ),
    ] = False,
    move_to: Annotated[
        str, typer.Option(help="The id of the row that what refers to it is moved to.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what refers to it, and change nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take a row out: it counts nowhere, its history stays, and it can be put back."""
    viewer, found = present_viewer(), known_table(table)
    record = row_standing(viewer, found, key_of_row(found, key))
    leave = leave_of(viewer, record)
    if not dry_run:
        take_row_out(viewer, record, because, Leaving(along=along and not move_to, to=move_to))
    if as_json:
        told = {"table": table, "key": key, "taken_out": not dry_run}
        print_json({**told, "referring": [_as_json(one) for one in leave.referring]})
        return
    columns = [_("table"), _("by"), _("rows"), _("if taken along")]
    rows = [
        [
            one.table.name,
            one.column,
            one.count,
            _("goes out too") if one.is_bound else _("stays, without it"),
        ]
        for one in leave.referring
    ]
    named = {"table": table, "key": key}
    title = (
        _("What refers to %(table)s %(key)s") if dry_run else _("%(table)s %(key)s is taken out.")
    )
    print_table(title % named, columns, rows, numeric=[2])


def _as_json(one: Referring) -> dict[str, Any]:
    return {
        "table": one.table.name,
        "column": one.column,
        "rows": one.count,
        "goes_along": one.is_bound,
    }


@permit(Ability.CHANGE_RECORDS)
def put_row_back_into_its_table(
    table: TableNamed,
    key: KeyWritten,
    because: Annotated[str, typer.Option(help="Why; stands in the history beside your name.")] = "",
    with_all: Annotated[
        bool, typer.Option("--with-all", help="Put back all that was taken out along with it too.")
    ] = False,
) -> None:
    """Put a row back that was taken out, as it stood."""
    viewer, found = present_viewer(), known_table(table)
    row = row_out(viewer, found, key_of_row(found, key))
    left = put_row_back(viewer, row.out, because, with_all=with_all)
    typer.echo(_("%(table)s %(key)s is back.") % {"table": table, "key": key})
    if left:
        typer.echo(
            _("Changed since, and so not referring to it again: %(count)s.") % {"count": left}
        )


@permit(Ability.SEE_RECORDS)
def taken_out(
    table: Annotated[str, typer.Option(help="Only of this table.")] = "", as_json: AsJson = False
) -> None:
    """List what was taken out: which row, when, by whom and why."""
    if table:
        known_table(table)
    acts = acts_visible_to(present_viewer(), table)
    if as_json:
        told = [_told(act.row) | {"along": [_told(row) for row in act.along]} for act in acts]
        print_json({"taken_out": told})
        return
    columns = [_("row"), _("when, UTC"), _("who"), _("why"), _("along")]
    rows = [
        [
            str(act.row.out),
            f"{act.row.out.at:%Y-%m-%d %H:%M}",
            act.row.out.person,
            act.row.out.why,
            len(act.along),
        ]
        for act in acts
    ]
    print_table(_("Taken out"), columns, rows, numeric=[4])


def _told(row: OutRow) -> dict[str, Any]:
    out = row.out
    return {"table": out.table, "key": out.key, "at": out.at, "person": out.person, "why": out.why}
