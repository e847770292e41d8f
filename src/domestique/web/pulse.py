"""How a customer feels: one tap, then words; on the page of IT and on the customer's own."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.overview.pulse import (
    CONTEMPLATIONS,
    WHOSE_WORDS,
    PulsePage,
    asks_more,
    pulse_page,
)
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.quantities.written_number import amount_of
from domestique.records.viewer import Viewer
from domestique.satisfaction.actions import Doubt, tell_face, tell_words
from domestique.satisfaction.models import Pulse, Whose
from domestique.web.asking import NothingHere, today
from domestique.web.typed import text_in, version_in

DIGITS = 10


@require_http_methods(["GET", "HEAD", "POST"])
def show_pulse(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show how a customer feels and has felt, or note the face that was tapped."""
    viewer = present_viewer()
    page = _page(viewer, customer_id)
    if request.method != "POST":
        return _show(request, page)
    typed = request.POST
    try:
        pulse = tell_face(
            viewer,
            customer_id,
            page.today,
            face=typed.get("face", ""),
            whose=typed.get("whose", ""),
            person=text_in(typed, "person"),
        )
    except Refusal as refusal:
        return _show(request, page, refusal)
    return HttpResponseRedirect(f"{reverse('pulse', args=[customer_id])}?said={pulse.pk}#words")


@require_http_methods(["GET", "HEAD", "POST"])
def put_words(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Put words to the face that was tapped last."""
    viewer = present_viewer()
    page = _page(viewer, customer_id)
    if request.method != "POST":
        return redirect("pulse", customer_id)
    try:
        words_from(request, viewer, page.today)
    except Refusal as refusal:
        return _show(request, page, refusal)
    return redirect("pulse", customer_id)


@require_http_methods(["GET", "HEAD", "POST"])
def say_on_own_page(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Take the tap of the customer herself on her own page, and then her words."""
    viewer = present_viewer()
    page = _page(viewer, customer_id)
    if request.method != "POST":
        return redirect("own-page", customer_id)
    try:
        if "face" not in request.POST:
            words_from(request, viewer, page.today)
            return _to_own_page(customer_id, "thanks=1")
        pulse = tell_face(viewer, customer_id, page.today, face=request.POST["face"])
    except Refusal as refusal:
        context = {"own": page, "refusal": refusal.sentence, "pulse": _asked(request, page)}
        return render(request, "own_page/say.html", context | _choices(request), status=400)
    return _to_own_page(customer_id, f"said={pulse.pk}")


def words_from(request: HttpRequest, viewer: Viewer, on: date) -> Pulse:
    """Write what was typed behind a face."""
    typed = request.POST
    number = typed.get("pulse", "")
    doubt = Doubt(
        text_in(typed, "words"),
        text_in(typed, "contemplating"),
        text_in(typed, "would_turn"),
        amount_of(typed.get("at_stake", "")),
    )
    return tell_words(viewer, _number(number), version_in(typed), on, doubt)


def asked_for_words(request: HttpRequest, customer_id: str) -> dict[str, object]:
    """Return what the customer's own page needs to ask: whether she speaks here, and the pulse she has just given."""
    page = _page(present_viewer(), customer_id)
    return {"own": page, "pulse": _asked(request, page), "thanks": "thanks" in request.GET} | (
        _choices(request)
    )


def _page(viewer: Viewer, customer_id: str) -> PulsePage:
    page = pulse_page(viewer, customer_id, today())
    if page is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    return page


def _asked(request: HttpRequest, page: PulsePage) -> Pulse | None:
    """Return the pulse that is to get words: the one just given, or the one chosen in the history."""
    wanted = _number(request.POST.get("pulse") or request.GET.get("said", ""))
    return next((one for one in page.history if one.pk == wanted), None)


def _number(written: str) -> int:
    is_number = written.isascii() and written.isdigit() and len(written) < DIGITS
    return int(written) if is_number else 0


def _to_own_page(customer_id: str, query: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('own-page', args=[customer_id])}?{query}#say")


def _choices(request: HttpRequest) -> dict[str, object]:
    return {"contemplations": CONTEMPLATIONS, "typed": request.POST}


def _show(request: HttpRequest, page: PulsePage, refusal: Refusal | None = None) -> HttpResponse:
    pulse = _asked(request, page)
    history = [(one, WHOSE_WORDS[Whose(one.whose)]) for one in page.history]
    context = {
        "page": page,
        "pulse": pulse,
        "asks_more": pulse is not None and asks_more(pulse),
        "history": history,
        "refusal": refusal.sentence if refusal else None,
    }
    return render(
        request, "pulse/pulse.html", context | _choices(request), status=400 if refusal else 200
    )
