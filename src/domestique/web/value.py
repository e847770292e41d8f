"""The value worksheet: the customer's side says what each service is worth, nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.overview.value import ValueSheet, value_sheet
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import amount_of
from domestique.records.viewer import Viewer
from domestique.satisfaction.actions import Worth, score_value
from domestique.satisfaction.errors import ScoreOutsideScale
from domestique.web.asking import NothingHere, today
from domestique.web.typed import text_in


@require_http_methods(["GET", "HEAD", "POST"])
def show_value(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show the worksheet, or take the score of one service."""
    viewer = present_viewer()
    sheet = _sheet(viewer, customer_id)
    if request.method != "POST":
        return _show(request, sheet)
    service = request.POST.get("service", "")
    try:
        if service not in {line.service for line in sheet.lines}:
            raise NothingHere(say("%(customer)s does not use that service.", customer=sheet.name))
        day = today_of(organisation_of(viewer), today())
        score_value(viewer, customer_id, service, day, _worth(request.POST))
    except Refusal as refusal:
        return _show(request, sheet, refusal.sentence, service)
    return redirect("value", customer_id)


def _worth(typed: QueryDict) -> Worth:
    written = text_in(typed, "score")
    if not (written.isascii() and written.isdigit() and len(written) == 1):
        raise ScoreOutsideScale(score=str(written or "–"))
    return Worth(
        int(written),
        amount_of(typed.get("ceiling_price", "")),
        amount_of(typed.get("benefit", "")),
        text_in(typed, "words"),
    )


def _sheet(viewer: Viewer, customer_id: str) -> ValueSheet:
    sheet = value_sheet(viewer, customer_id, today())
    if sheet is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return sheet


def _show(
    request: HttpRequest, sheet: ValueSheet, refusal: Sentence | None = None, at: str = ""
) -> HttpResponse:
    context = {
        "sheet": sheet,
        "refusal": refusal,
        "at": at,
        "typed": request.POST,
        "scores": range(1, 6),
    }
    return render(request, "value/value.html", context, status=400 if refusal else 200)
