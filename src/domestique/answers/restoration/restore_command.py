"""``domestique restore``: in which order everything comes back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.restoration.season import say_season, season_of
from domestique.cli.options import AsJson, CrewsAtWork, During, Explained, Lost, ids_given
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.impact.critical_path import explain_earliest
from domestique.impact.queries import Crews, restoration_plan
from domestique.impact.restoration import RestorationPlan
from domestique.impact.wish import ConflictKind
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import say_counted
from domestique.records.ability import Ability
from domestique.telling.briefly import clock_time
from domestique.vocabulary.speech import spoken

# What nobody wished for or promised is told as a number only: it is long, and rarely news.
TOLD = (ConflictKind.WISHED_AFTER_DEPENDANT, ConflictKind.PROMISE_TOO_LOOSE)


@permit(Ability.SEE_SERVICES)
def restore(
    lost: Lost,
    crews: CrewsAtWork = None,
    assume: Annotated[
        int | None,
        typer.Option(
            help="Minutes to assume for what nobody has estimated; such steps are marked."
        ),
    ] = None,
    during: During = "",
    as_json: AsJson = False,
    explain: Explained = False,
) -> None:
    """Show the order in which everything comes back after a loss, and which promises that breaks."""
    viewer = present_viewer()
    ids = ids_given(lost)
    season = season_of(viewer, during)
    plan = restoration_plan(viewer, ids, Crews(crews, assume), season.services if season else ())
    if as_json:
        print_json(_answer(plan))
        return
    names = service_names(viewer)
    if season:
        typer.echo(spoken(say_season(season, names)))
    _print_plan(plan, names)
    for service in plan.affected if explain else ():
        print_reckoning(names.get(service, service), explain_earliest(plan, service))


def _answer(plan: RestorationPlan) -> dict[str, Any]:
    return {
        "lost": list(plan.lost),
        "crews": plan.crews,
        "affected": list(plan.affected),
        "impossible": list(map(asdict, plan.impossible)),
        "finish_minutes": plan.finish_minutes,
        "steps": [
            {
                "service": step.service, "start": step.start, "end": step.end,
                "crew": step.crew, "wave": step.wave, "assumed": step.is_assumed,
            }
            for step in plan.steps
        ],
        "late": list(map(asdict, plan.late)),
        "earliest": plan.earliest,
        "waves": [list(wave) for wave in plan.waves],
        "not_known": list(plan.not_known),
        "conflicts": [{"kind": one.kind, "service": one.service, "text": one.sentence} for one in plan.conflicts],
    }  # fmt: skip


def _print_plan(plan: RestorationPlan, names: Mapping[str, str]) -> None:
    late = {one.service: one for one in plan.late}
    rows = [
        [
            clock_time(step.start), clock_time(step.end), step.crew, step.service, names.get(step.service, step.service),
            _("assumed") if step.is_assumed else "",
            _("late, promised %(time)s") % {"time": clock_time(late[step.service].promised)} if step.service in late else "",
        ]
        for step in plan.steps
    ]  # fmt: skip
    columns = [_("starts"), _("back"), _("crew"), _("id"), _("service"), "", ""]
    print_table(
        _("Lost: %(lost)s") % {"lost": ", ".join(names.get(id_, id_) for id_ in plan.lost)},
        columns,
        rows,
        numeric=[0, 1, 2],
    )
    _tell_outcome(plan, names)


def _tell_outcome(plan: RestorationPlan, names: Mapping[str, str]) -> None:
    if plan.finish_minutes is not None:
        typer.echo(
            _("Everything is back after %(time)s (hours:minutes).")
            % {"time": clock_time(plan.finish_minutes)}
        )
    if plan.not_known:
        unknown = say_counted(
            "How long %(count)s service takes, or what it stands on, is not known; --assume gives a time.",
            "How long %(count)s services take, or what they stand on, is not known; --assume gives a time.",
            len(plan.not_known),
        )
        typer.echo(spoken(unknown))
    for one in plan.impossible:
        typer.echo(
            _("✕ %(service)s %(name)s: %(minutes)s minutes short even with all hands.")
            % {
                "service": one.service,
                "name": names.get(one.service, ""),
                "minutes": -one.slack_minutes,
            }
        )
    told = [one for one in plan.conflicts if one.kind in TOLD]
    for conflict in told:
        typer.echo(f"· {spoken(conflict.sentence.naming(names))}")
    if len(told) < len(plan.conflicts):
        left = say_counted(
            "%(count)s more service is neither wished nor promised, though others stand on it; --json lists it.",
            "%(count)s more services are neither wished nor promised, though others stand on them; --json lists them.",
            len({one.service for one in plan.conflicts} - {one.service for one in told}),
        )
        typer.echo(f"· {spoken(left)}")
