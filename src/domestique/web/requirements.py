"""Requirements: which are met, which are not, and of which nobody knows (S2-15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.requirements import requirements_page
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.models import Requirement
from domestique.relations.queries import requirements_visible_to
from domestique.relations.requirement_actions import (
    discuss,
    establish,
    reword,
    show_evidence,
    withdraw_requirement,
)
from domestique.web.asking import NothingHere
from domestique.web.sending import as_seen, day_of_viewer, sent

Verb = Callable[[Viewer, Requirement, QueryDict, date], object]
VERBS: Mapping[str, Verb] = {
    "discuss": lambda viewer, one, _typed, day: discuss(viewer, one, on=day),
    "establish": lambda viewer, one, _typed, day: establish(viewer, one, on=day),
    "reword": lambda viewer, one, typed, day: reword(
        viewer, one, typed.get("requirement", ""), on=day, reason=typed.get("reason", "")
    ),
    "evidence": lambda viewer, one, typed, day: show_evidence(
        viewer, one, typed.get("evidence", ""), is_met=typed.get("met") == "yes", on=day
    ),
    "withdraw": lambda viewer, one, typed, day: withdraw_requirement(
        viewer, one, on=day, why=typed.get("why", "")
    ),
}


@require_safe
def show_requirements(request: HttpRequest) -> HttpResponse:
    """Show the requirements by whether they are met."""
    return _shown(request)


def do_with_requirement(request: HttpRequest, requirement_id: str, verb: str) -> HttpResponse:
    """Do something with a requirement: discuss, establish, reword, show evidence, withdraw."""
    viewer = present_viewer()
    found = requirements_visible_to(viewer).select_related("replaces").filter(pk=requirement_id)
    requirement = found.first()
    if requirement is None or verb not in VERBS:
        raise NothingHere(say("There is no requirement %(id)s.", id=requirement_id))
    if request.method != "POST":
        return redirect("requirements")
    typed = request.POST

    def do() -> HttpResponse:
        VERBS[verb](viewer, as_seen(requirement, typed), typed, day_of_viewer())
        return redirect("requirements")

    return sent(
        do,
        lambda refusal, status: _shown(request, verb, requirement_id, refusal, status),
    )


def _shown(
    request: HttpRequest,
    verb: str = "",
    at: str = "",
    refusal: Sentence | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": requirements_page(present_viewer()),
        "verb": verb,
        "at": at,
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "requirements/requirements.html", context, status=status)
