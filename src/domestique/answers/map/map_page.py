"""The dependency map of one service."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.map.map_drawing import draw_map
from domestique.answers.map.map_of import GREATEST_DEPTH, USUAL_DEPTH, map_of
from domestique.answers.map.map_words import Direction
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import asked_number, shown, understood
from domestique.web.pages import there
from domestique.web.routes import at

DIRECTIONS = (
    (Direction.BOTH, say("both ways")),
    (Direction.UP, say("what falls with it")),
    (Direction.DOWN, say("what it stands on")),
)


class DirectionNotUnderstood(Refusal):
    """A direction that is neither up, down nor both."""

    text = say("“%(written)s” is no direction; write up, down or both.")


@at("services/<service:service_id>/map/", "map", Ability.SEE_SERVICES)
@require_safe
def show_map(request: HttpRequest, service_id: str) -> HttpResponse:
    """Draw what falls with a service and what it stands on, with the list beside it."""
    depth, too_deep = understood(
        lambda: asked_number(request, "depth", USUAL_DEPTH, GREATEST_DEPTH), USUAL_DEPTH
    )
    direction, neither = understood(lambda: _asked_direction(request), Direction.BOTH)
    page = there(request, map_of(present_viewer(), service_id, depth, direction))
    is_lost = bool(request.GET.get("lost", "").strip())
    return shown(
        request,
        "map/map.html",
        too_deep or neither,
        page=page,
        drawing=draw_map(page, is_lost=is_lost),
        is_lost=is_lost,
        depth=request.GET.get("depth", "").strip() or depth,
        direction=request.GET.get("direction", "").strip() or direction,
        directions=DIRECTIONS,
        depths=range(1, GREATEST_DEPTH + 1),
    )


def _asked_direction(request: HttpRequest) -> Direction:
    text = request.GET.get("direction", "").strip()
    try:
        return Direction(text or Direction.BOTH)
    except ValueError:
        raise DirectionNotUnderstood(written=text) from None
