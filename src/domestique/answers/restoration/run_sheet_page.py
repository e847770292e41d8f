"""The run sheet of a restoration, to print while the system is still up."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.restoration.restoration_page import asked_loss
from domestique.answers.restoration.run_sheet import run_sheet
from domestique.answers.restoration.run_sheet_paper import run_sheet_pdf
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.web.asking import today
from domestique.web.pages import printed
from domestique.web.routes import at


@at("restoration/run-sheet.pdf", "run-sheet", Ability.SEE_SERVICES)
@require_safe
def print_run_sheet(request: HttpRequest) -> HttpResponse:
    """Answer with the run sheet; what cannot be played through is said on the restoration page."""
    viewer = present_viewer()
    asked = asked_loss(request, viewer)
    try:
        sheet = (
            run_sheet(viewer, asked.lost, asked.crews, today(), during=asked.during)
            if asked.lost
            else None
        )
    except Refusal:
        sheet = None
    if sheet is None:
        return redirect(f"{reverse('restoration')}?{request.GET.urlencode()}")
    return printed(run_sheet_pdf(sheet), f"run-sheet-{'-'.join(asked.lost)}")
