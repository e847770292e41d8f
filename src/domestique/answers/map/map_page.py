"""The dependency map of one service."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.map.map_drawing import draw_map
from domestique.answers.map.map_of import GREATEST_DEPTH, USUAL_DEPTH, map_of
from domestique.answers.map.map_words import Direction
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, asked_number
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
    refusal: Sentence | None = None
    depth, direction = USUAL_DEPTH, Direction.BOTH
    try:
        depth = asked_number(request, "depth", USUAL_DEPTH, GREATEST_DEPTH)
        direction = _asked_direction(request)
    except Refusal as refused:
        refusal = refused.sentence
    page = map_of(present_viewer(), service_id, depth, direction)
    if page is None:
        raise NothingHere(say("There is no service %(id)s.", id=service_id))
    is_lost = bool(request.GET.get("lost", "").strip())
    context = {
        "page": page,
        "drawing": draw_map(page, is_lost=is_lost),
        "is_lost": is_lost,
        "refusal": refusal,
        "depth": request.GET.get("depth", "").strip() or depth,
        "direction": request.GET.get("direction", "").strip() or direction,
        "directions": DIRECTIONS,
        "depths": range(1, GREATEST_DEPTH + 1),
    }
    return render(request, "map/map.html", context, status=400 if refusal else 200)


def _asked_direction(request: HttpRequest) -> Direction:
    text = request.GET.get("direction", "").strip()
    try:
        return Direction(text or Direction.BOTH)
    except ValueError:
        raise DirectionNotUnderstood(written=text) from None
