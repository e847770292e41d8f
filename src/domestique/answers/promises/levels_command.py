"""``domestique levels``: agreed against actual in a month."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.cli.options import AsJson, Explained, today
from domestique.cli.printing import print_json, print_reckoning, print_table
from domestique.cli.refusing import tell_refusal
from domestique.delivery.level import Level
from domestique.delivery.level_figure import figure_of_level
from domestique.delivery.queries import LevelsOfMonth, levels_of_month
from domestique.portfolio.queries import service_names
from domestique.quantities.period import Month
from domestique.records.ability import Ability


@permit(Ability.SEE_SERVICES)
def levels(
    month: Annotated[str, typer.Option(help="The month, for example 2026-10.")],
    service: Annotated[
        list[str] | None, typer.Option(help="Only this service; may be given several times.")
    ] = None,
    as_json: AsJson = False,
    explain: Explained = False,
) -> None:
    """Show the level each service was promised and the level it delivered in a month."""
    viewer = present_viewer()
    found = levels_of_month(viewer, Month.parse(month), today(), service or None)
    names = service_names(viewer)
    for id_ in service or ():
        if id_ not in names:
            tell_refusal(_("There is no service %(service)s.") % {"service": id_})
    if as_json:
        unknown = [_without_hours(id_, target) for id_, target in found.without_hours.items()]
        print_json(
            {
                "month": str(found.month),
                "month_is_over": found.is_over,
                "levels": [_answer(level) for level in found.levels.values()] + unknown,
            }
        )
        return
    _print_levels(found, names)
    for level in found.levels.values() if explain else ():
        print_reckoning(f"{level.case.service} {names[level.case.service]}", figure_of_level(level))


def _print_levels(found: LevelsOfMonth, names: Mapping[str, str]) -> None:
    rows = [
        [
            level.case.service, names[level.case.service], level.case.time.hours,
            _shown(level.service_minutes), _shown(level.downtime_minutes), _percent(level),
            level.case.target, _(level.state.value),
        ]
        for level in found.levels.values()
    ]  # fmt: skip
    rows += [
        [id_, names[id_], "–", "–", "–", _("not known"), target, _("no service hours stated")]
        for id_, target in found.without_hours.items()
    ]
    columns = [
        _("id"),
        _("service"),
        _("hours"),
        _("service min"),
        _("down min"),
        _("available %"),
        _("promised %"),
        _("state"),
    ]
    print_table(
        _("Agreed against actual, %(month)s") % {"month": found.month},
        columns,
        rows,
        numeric=[3, 4, 5, 6],
    )


def _answer(level: Level) -> dict[str, Any]:
    return {
        "service": level.case.service,
        "service_minutes": _whole(level.service_minutes),
        "agreed_downtime_minutes": _whole(level.agreed_downtime_minutes),
        "downtime_minutes": _whole(level.downtime_minutes),
        "availability": level.availability_percent,
        "month_is_over": level.is_over,
        "so_far": None if level.is_over else level.availability_percent,
        "availability_exact": None if level.availability is None else str(level.availability),
        "target": level.case.target,
        "met": level.is_met,
        "interruptions": level.interruptions,
        "state": level.state,
        "not_sure_for": [outage.id for outage in level.doubts],
        "mtrs_minutes": _whole(level.mtrs_minutes),
        "mtbf_minutes": _whole(level.mtbf_minutes),
        "mtbsi_minutes": _whole(level.mtbsi_minutes),
        "lost_user_minutes": _whole(level.lost_user_minutes),
        "allowed_downtime_minutes": _whole(level.allowed_downtime_minutes),
        "error_budget_used": level.consumed_share,
    }


def _without_hours(service: str, target: object) -> dict[str, Any]:
    """Answer for a service whose target holds at hours nobody has stated: nothing is known."""
    unknown = (
        "service_minutes",
        "agreed_downtime_minutes",
        "downtime_minutes",
        "availability",
        "met",
        "interruptions",
    )
    return {"service": service, "target": target, "state": "not known"} | dict.fromkeys(unknown)


def _whole(minutes: Fraction | None) -> int | Fraction | None:
    """Return whole minutes as an integer."""
    return int(minutes) if minutes is not None and minutes.denominator == 1 else minutes


def _shown(minutes: Fraction | None) -> str:
    return "–" if minutes is None else f"{float(minutes):,.0f}"


def _percent(level: Level) -> str:
    return _("not known") if level.availability_percent is None else str(level.availability_percent)
