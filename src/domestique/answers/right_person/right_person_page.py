"""Right question, right person: who to talk to, who prepares and who decides. Everybody may ask."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import ANY_PERSON
from domestique.access.viewers import present_viewer
from domestique.answers.right_person.right_person import (
    Wanted,
    own_unit,
    right_person,
    units_to_ask_for,
)
from domestique.parties.questions import QUESTIONS
from domestique.quantities.errors import Refusal
from domestique.web.asking import shown, today
from domestique.web.form import Form
from domestique.web.routes import at

TEMPLATE = "right_person/right_person.html"
MOST_OFFERED = 400


@at("who/", "right-person", ANY_PERSON)
@require_safe
def show_right_person(request: HttpRequest) -> HttpResponse:
    """Show who is the right person for a question about a unit; without a unit, the question how to ask."""
    viewer = present_viewer()
    unit, question = request.GET.get("unit", "").strip(), request.GET.get("question", "").strip()
    context = {
        "unit": unit or own_unit(viewer),
        "question": question,
        "on": request.GET.get("on", "").strip(),
        "questions": [(one.value, said) for one, said in QUESTIONS.items()],
        "units": units_to_ask_for(viewer)[:MOST_OFFERED],
    }
    try:
        wanted = Wanted(unit, question, Form(request.GET).day("on"))
        found = right_person(viewer, wanted, today()) if unit else None
    except Refusal as refusal:
        return shown(request, TEMPLATE, refusal, **context)
    return render(request, TEMPLATE, {**context, "found": found})
