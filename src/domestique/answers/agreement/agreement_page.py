"""An agreement as a document, and its steps: proposed, accepted, put in force, ended, renewed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.agreements import actions
from domestique.answers.agreement.agreement import AgreementPage, agreement_page
from domestique.answers.agreement.agreement_paper import agreement_pdf
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere, shown, today
from domestique.web.printed import printed
from domestique.web.verbs import Sent, View, to, verb

UNSEEN = "-"
"""What counts as read by whom sends no stamp: no text at all."""


@permit(Ability.SEE_OWN)
@require_safe
def show_agreement(request: HttpRequest, agreement_id: str) -> HttpResponse:
    """Show the document with its lines and what is new in it."""
    return _show(request, agreement_id)


@permit(Ability.SEE_OWN)
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
    return shown(request, "agreement/agreement.html", refusal, page=_page(agreement_id))


def _step(needed: Ability, step: Callable[..., object]) -> View:
    """Make the view of a step that needs only the day, over the text that was read."""

    def do(sent: Sent) -> None:
        step(sent.viewer, sent.id, on=sent.on, seen=sent.form.text("seen") or UNSEEN)

    return permit(needed)(of_agreement(do))


of_agreement = verb(_show, to("agreement", "agreement_id"))
propose_agreement = _step(Ability.WORK_WITH_CUSTOMERS, actions.propose)
take_agreement_back = _step(Ability.WORK_WITH_CUSTOMERS, actions.take_back)
accept_agreement = _step(Ability.SEE_OWN, actions.accept)
begin_agreement = _step(Ability.WORK_WITH_CUSTOMERS, actions.begin)


@permit(Ability.SEE_OWN)
@of_agreement
def end_agreement(sent: Sent) -> None:
    """End an agreement, with the reason."""
    seen = sent.form.text("seen") or UNSEEN
    actions.end(sent.viewer, sent.id, on=sent.on, why=sent.form.text("why"), seen=seen)


@permit(Ability.WORK_WITH_CUSTOMERS)
@of_agreement
def renew_agreement(sent: Sent) -> str:
    """Write the one that follows, and open it."""
    return reverse("agreement", args=[actions.renew(sent.viewer, sent.id, on=sent.on).id])
