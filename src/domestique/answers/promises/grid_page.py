"""Agreed against actual: customers, services and months in one grid."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.promises.grid_rows import grid_groups
from domestique.answers.promises.level_grid import GridAsked, GridPicture, grid_picture
from domestique.quantities.period import Month
from domestique.records.ability import Ability
from domestique.web.asking import shown, today, understood
from domestique.web.paging import address_with, page_asked
from domestique.web.routes import at

FIELDS = ("month", "customer", "service", "state")


@at("promises/", "promises", Ability.SEE_SERVICES)
@require_safe
def show_promises(request: HttpRequest) -> HttpResponse:
    """Show every promise over twelve months, fifty rows a page."""
    is_turned = bool(request.GET.get("turn"))
    typed = {name: request.GET.get(name, "").strip() for name in FIELDS}
    asked, refusal = understood(lambda: _picture(typed, is_turned=is_turned), None)
    picture = asked or grid_picture(present_viewer(), today(), GridAsked(is_turned=is_turned))
    page = page_asked(request, picture.standings)
    groups = grid_groups(present_viewer(), today(), picture, page.items, is_turned=is_turned)
    typed["month"] = typed["month"] or str(picture.month or "")
    context = {
        "picture": picture,
        "page": page,
        "groups": groups,
        "typed": typed,
        "is_turned": is_turned,
        "is_filtered": any(typed[name] for name in FIELDS[1:]),
        "turn_url": address_with(request, turn="" if is_turned else "1"),
    }
    return shown(request, "grid/promises.html", refusal or page.refusal, **context)


def _picture(typed: dict[str, str], *, is_turned: bool) -> GridPicture:
    month = Month.parse(typed["month"]) if typed["month"] else None
    asked = GridAsked(month, typed["customer"], typed["service"], typed["state"], is_turned)
    return grid_picture(present_viewer(), today(), asked)
