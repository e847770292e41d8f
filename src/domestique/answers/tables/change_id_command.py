"""``domestique rename``, ``merge`` and ``take-apart``: another id, two of one thing made one, and two of one again."""

from typing import Annotated, TypeAlias

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, ids_given
from domestique.cli.printing import console, print_json, print_table
from domestique.cli.refusing import tell_refusal
from domestique.exchange.changing_ids import merged, rehearsed_merging, renamed, taken_apart
from domestique.records.ability import Ability
from domestique.records.ids.plan import Plan, WhereBoth
from domestique.vocabulary.speech import spoken

Because: TypeAlias = Annotated[str, typer.Option(help="Why; stands in the history.")]
Rehearse: TypeAlias = Annotated[
    bool, typer.Option("--rehearse", help="Only show what would follow.")
]


@permit(Ability.GIVE_ROLES)
def rename(
    table: Annotated[str, typer.Argument(help="The table, for example services.")],
    old: Annotated[str, typer.Argument(help="The id it has, for example S01.")],
    new: Annotated[str, typer.Argument(help="The id it is to have, for example ERP.")],
    because: Because = "",
    rehearse: Rehearse = False,
    as_json: AsJson = False,
) -> None:
    """Give a record another id: all that refers to it follows, and the old id goes on meaning it."""
    plan = renamed(present_viewer(), table, old, new, why=because, is_rehearsed=rehearse)
    if as_json:
        print_json(_told(plan, is_done=not rehearse))
        return
    values = {"table": table, "old": old, "new": plan.new}
    if rehearse:
        _print(_("If %(old)s of %(table)s becomes %(new)s:") % values, plan)
    else:
        _print(_("%(old)s of %(table)s is %(new)s now.") % values, plan)


@permit(Ability.GIVE_ROLES)
def merge_two(
    table: Annotated[str, typer.Argument(help="The table, for example customers.")],
    gone: Annotated[str, typer.Argument(help="The id that goes.")],
    survivor: Annotated[str, typer.Argument(help="The id that stays.")],
    add_up: Annotated[
        list[str], typer.Option(help="A table in which amounts both have are added up.")
    ] = [],  # noqa: B006 - as typer has it
    keep: Annotated[
        list[str], typer.Option(help="A table in which the survivor's rows are kept.")
    ] = [],  # noqa: B006 - the same
    take: Annotated[
        list[str], typer.Option(help="A table in which the other's rows are taken instead.")
    ] = [],  # noqa: B006 - the same
    because: Because = "",
    rehearse: Rehearse = False,
    as_json: AsJson = False,
) -> None:
    """Make two records of one thing one: what refers to the one that goes refers to the survivor."""
    ways = {WhereBoth.ADD_UP: add_up, WhereBoth.KEEP: keep, WhereBoth.TAKE: take}
    both = {one: way for way, tables in ways.items() for one in ids_given(tables)}
    viewer, refusal = present_viewer(), None
    if rehearse:
        plan, refusal = rehearsed_merging(viewer, table, gone, survivor, where_both=both)
    else:
        plan = merged(viewer, table, gone, survivor, where_both=both, why=because)
    if as_json:
        told = _told(plan, is_done=not rehearse)
        print_json({**told, "refused": spoken(refusal.sentence) if refusal else None})
        return
    values = {"table": table, "gone": gone, "survivor": survivor}
    if rehearse:
        _print(_("If %(gone)s of %(table)s goes into %(survivor)s:") % values, plan)
    else:
        _print(_("%(gone)s of %(table)s is %(survivor)s now.") % values, plan)
    if refusal:
        tell_refusal(spoken(refusal.sentence))


@permit(Ability.GIVE_ROLES)
def take_apart(
    table: Annotated[str, typer.Argument(help="The table, for example customers.")],
    gone: Annotated[str, typer.Argument(help="The id that was merged into another.")],
    because: Because = "",
) -> None:
    """Make two records of one again, while no row of the merging has changed since."""
    merging = taken_apart(present_viewer(), table, gone, because)
    values = {"table": table, "gone": gone, "survivor": merging.survivor}
    said = _("%(gone)s and %(survivor)s of %(table)s are two again.") % values
    console().print(said, markup=False)


def _print(said: str, plan: Plan) -> None:
    console().print(said, markup=False)
    rows: list[tuple[object, ...]] = [
        *((name, count, _("follow")) for name, count in plan.counts.items()),
        *((name, len(met), met[0].how.value) for name, met in plan.met_by_table.items()),
        *((one.table.name, one.key, _("goes: the survivor has its own")) for one in plan.lapsed),
    ]
    if rows:
        print_table(_("Rows"), [_("table"), _("rows"), _("what becomes of them")], rows)


def _told(plan: Plan, *, is_done: bool) -> dict[str, object]:
    return {
        "table": plan.table.name,
        "old": plan.old,
        "new": plan.new,
        "done": is_done,
        "follow": plan.counts,
        "both": {name: [one.key for one in met] for name, met in plan.met_by_table.items()},
        "lapsed": [f"{one.table.name} {one.key}" for one in plan.lapsed],
    }
