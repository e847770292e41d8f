"""The ledger of promises: kept with one press, taken back with a reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.our_word.our_word import ledger
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.relations.meetings.contact_actions import keep_promise, take_back
from domestique.web.asking import shown, today
from domestique.web.form import Form
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb


@at("promised/", "promised", Ability.SEE_PICTURE)
@require_safe
def list_promises(request: HttpRequest) -> HttpResponse:
    """Show every open promise, overdue first."""
    return _page(request)


def _page(
    request: HttpRequest, promise_id: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    typed = {"wrong": promise_id, "reason": Form(request.POST).text("reason")} if promise_id else {}
    page = ledger(present_viewer(), today())
    return shown(request, "promised/promised.html", refusal, page=page, **typed)


@at("promised/<promised:promise_id>/kept/", "keep-promise", Ability.WORK_WITH_CUSTOMERS)
@verb(_page, to("promised"))
def keep(sent: Sent) -> None:
    """Say that a promise is kept."""
    keep_promise(sent.viewer, sent.record, today=sent.on)


@at("promised/<promised:promise_id>/taken-back/", "take-back-promise", Ability.WORK_WITH_CUSTOMERS)
@verb(_page, to("promised"))
def withdraw(sent: Sent) -> None:
    """Take a promise back, with the reason."""
    take_back(sent.viewer, sent.record, reason=sent.form.text("reason"), today=sent.on)
