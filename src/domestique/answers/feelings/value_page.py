"""The value worksheet: the customer's side says what each service is worth, nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from domestique.answers.feelings.value import value_sheet
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.satisfaction.actions import Worth, score_value
from domestique.satisfaction.errors import ScoreOutsideScale
from domestique.web.asking import NothingHere, shown
from domestique.web.form import Form
from domestique.web.pages import loaded
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb


def _show(request: HttpRequest, customer_id: str, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "sheet": loaded(request, value_sheet, customer_id),
        "at": request.POST.get("service", ""),
        "typed": request.POST,
        "scores": range(1, 6),
    }
    return shown(request, "value/value.html", refusal, **context)


@at("customers/<customer:customer_id>/value/", "value", Ability.SEE_OWN)
@verb(_show)
def show_value(sent: Sent) -> None:
    """Take the score of one service."""
    sheet, service = loaded(sent.request, value_sheet, sent.id), sent.form.text("service")
    if service not in {line.service for line in sheet.lines}:
        raise NothingHere(say("%(customer)s does not use that service.", customer=sheet.name))
    score_value(sent.viewer, sent.id, service, sent.on, _worth(sent.form))


def _worth(form: Form) -> Worth:
    written = form.text("score")
    if not (written.isascii() and written.isdigit() and len(written) == 1):
        raise ScoreOutsideScale(score=str(written or "–"))
    return Worth(
        int(written), form.amount("ceiling_price"), form.amount("benefit"), form.text("words")
    )
