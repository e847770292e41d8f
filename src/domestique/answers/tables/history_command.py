"""``domestique history``: every change of a row, or how it stood on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, day_given
from domestique.cli.printing import print_json, print_table
from domestique.cli.refusing import tell_refusal
from domestique.exchange.past import changes_of_row, row_as_it_stood
from domestique.parties.queries import names_of_people_on
from domestique.quantities.person_id import told_by_name
from domestique.records.ability import Ability
from domestique.records.past.history import Change


@permit(Ability.SEE_RECORDS)
def history(
    table: Annotated[str, typer.Argument(help="The table, for example services.")],
    key: Annotated[
        str, typer.Argument(help="The row's id, for example S01; parts separated by spaces.")
    ],
    on: Annotated[str, typer.Option(help="Show the row as it stood at the end of this day.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show every change of a row: who, when, from what to what, and why; or how it stood on a day."""
    if on:
        _show_as_it_stood(table, key, on, as_json=as_json)
        return
    changes = changes_of_row(present_viewer(), table, key)
    if not changes:
        tell_refusal(
            _("There is no %(key)s in %(table)s, and there never was.")
            % {"table": table, "key": key}
        )
    if as_json:
        print_json({"table": table, "key": key, "changes": [asdict(one) for one in changes]})
        return
    columns = [_("when, UTC"), _("who"), _("column"), _("from"), _("to"), _("why")]
    print_table(f"{table} {key}", columns, [row for one in changes for row in _change_rows(one)])


def _show_as_it_stood(table: str, key: str, on: str, *, as_json: bool) -> None:
    day = day_given(on)
    stood = row_as_it_stood(present_viewer(), table, key, day)
    with told_by_name(lambda: names_of_people_on(day)):
        _show(table, key, on, stood, as_json=as_json)


def _show(table: str, key: str, on: str, stood: Mapping[str, Any] | None, *, as_json: bool) -> None:
    if stood is None:
        tell_refusal(
            _("%(table)s %(key)s was not there on %(day)s.")
            % {"table": table, "key": key, "day": on}
        )
    elif as_json:
        print_json({"table": table, "key": key, "on": on, "row": stood})
    else:
        print_table(f"{table} {key}, {on}", [_("column"), _("value")], stood.items())


def _change_rows(one: Change) -> Iterator[list[object]]:
    if one.is_out or one.is_back:
        told = _("taken out") if one.is_out else _("put back")
        yield [f"{one.at:%Y-%m-%d %H:%M}", one.who, told, "", "", one.why]
    for field in one.fields:
        old = "" if one.is_first else field.old
        who = _("%(hand)s, as %(person)s") % {"hand": one.hand, "person": one.who}
        who = who if one.hand else one.who
        yield [f"{one.at:%Y-%m-%d %H:%M}", who, field.field, old, field.new, one.why]
