"""An agreement as a document, and its steps: proposed, accepted, put in force, ended, renewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.agreements import actions
from domestique.overview.agreement import AgreementPage, agreement_page
from domestique.paper.agreement import agreement_pdf
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, today
from domestique.web.printed import printed
from domestique.web.verbs import day_of, verb


@require_safe
def show_agreement(request: HttpRequest, agreement_id: str) -> HttpResponse:
    """Show the document with its lines and what is new in it."""
    return _show(request, agreement_id)


@require_safe
def print_agreement(request: HttpRequest, agreement_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the document as a PDF."""
    return printed(agreement_pdf(_page(agreement_id)), f"agreement-{agreement_id}")


def _page(agreement_id: str) -> AgreementPage:
    page = agreement_page(present_viewer(), agreement_id, today())
    if page is None:
        raise NothingHere(say("There is no agreement %(id)s.", id=agreement_id))
    return page


def _show(request: HttpRequest, agreement_id: str, refusal: Refusal | None = None) -> HttpResponse:
    context: dict[str, object] = {"page": _page(agreement_id)}
    if refusal:
        context["refusal"] = refusal.sentence
    return render(request, "agreement/agreement.html", context, status=400 if refusal else 200)


def _to_agreement(agreement_id: str) -> str:
    return reverse("agreement", args=[agreement_id])


def _step(step: Callable[..., object]) -> Callable[..., HttpResponse]:
    """Make the view of a step that needs only the day, over the text that was read."""

    def doing(viewer: Viewer, typed: QueryDict, agreement_id: str) -> str:
        step(viewer, agreement_id, on=day_of(viewer), seen=typed.get("seen", ""))
        return _to_agreement(agreement_id)

    return verb(doing, _show, _to_agreement)


def _end(viewer: Viewer, typed: QueryDict, agreement_id: str) -> str:
    on: date = day_of(viewer)
    seen, why = typed.get("seen", ""), typed.get("why", "")
    actions.end(viewer, agreement_id, on=on, why=why, seen=seen)
    return _to_agreement(agreement_id)


def _renew(viewer: Viewer, _: QueryDict, agreement_id: str) -> str:
    return _to_agreement(actions.renew(viewer, agreement_id, on=day_of(viewer)).id)


propose_agreement = _step(actions.propose)
take_agreement_back = _step(actions.take_back)
accept_agreement = _step(actions.accept)
begin_agreement = _step(actions.begin)
end_agreement = verb(_end, _show, _to_agreement)
renew_agreement = verb(_renew, _show, _to_agreement)
