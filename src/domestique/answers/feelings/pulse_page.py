"""How a customer feels: one tap, then words; on the page of IT and on the customer's own."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from domestique.answers.feelings.pulse import (
    CONTEMPLATIONS,
    WHOSE_WORDS,
    PulsePage,
    asks_more,
    pulse_page,
)
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.satisfaction.actions import Doubt, tell_face, tell_words
from domestique.satisfaction.choices import WhoseWords
from domestique.satisfaction.models import Pulse
from domestique.web.asking import shown
from domestique.web.form import plain_number
from domestique.web.pages import loaded
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb


def _show(request: HttpRequest, customer_id: str, refusal: Refusal | None = None) -> HttpResponse:
    page = loaded(request, pulse_page, customer_id)
    pulse = _asked(request, page)
    context = {
        "page": page,
        "pulse": pulse,
        "asks_more": pulse is not None and asks_more(pulse),
        "history": [(one, WHOSE_WORDS[WhoseWords(one.whose)]) for one in page.history],
    }
    return shown(request, "pulse/pulse.html", refusal, **context, **_choices(request))


@at("customers/<customer:customer_id>/pulse/", "pulse", Ability.SEE_PICTURE)
@verb(_show)
def show_pulse(sent: Sent) -> str:
    """Note the face that was tapped, and ask for words."""
    page = loaded(sent.request, pulse_page, sent.id)
    face, whose, person = (sent.form.text(name) for name in ("face", "whose", "person"))
    pulse = tell_face(sent.viewer, sent.id, page.today, face=face, whose=whose, person=person)
    return f"{reverse('pulse', args=[sent.id])}?said={pulse.pk}#words"


@at("customers/<customer:customer_id>/pulse/words/", "pulse-words", Ability.SEE_PICTURE)
@verb(_show, to("pulse", "customer_id"))
def put_words(sent: Sent) -> None:
    """Put words to the face that was tapped last."""
    _put_words(sent, loaded(sent.request, pulse_page, sent.id).today)


def _say(request: HttpRequest, customer_id: str, refusal: Refusal | None = None) -> HttpResponse:
    page = loaded(request, pulse_page, customer_id)
    context = {"own": page, "pulse": _asked(request, page), **_choices(request)}
    return shown(request, "own_page/say.html", refusal, **context)


@at("for/<customer:customer_id>/say/", "own-page-say", Ability.SEE_OWN)
@verb(_say, to("own-page", "customer_id"))
def say_on_own_page(sent: Sent) -> str:
    """Take the tap of the customer herself on her own page, and then her words."""
    page = loaded(sent.request, pulse_page, sent.id)
    if "face" not in sent.form.typed:
        _put_words(sent, page.today)
        return _to_own_page(sent.id, "thanks=1")
    pulse = tell_face(sent.viewer, sent.id, page.today, face=sent.form.text("face"))
    return _to_own_page(sent.id, f"said={pulse.pk}")


def _put_words(sent: Sent, on: date) -> None:
    """Write what was typed behind a face."""
    form, number = sent.form, plain_number(sent.form.text("pulse")) or 0
    doubt = Doubt(
        form.text("words"),
        form.text("contemplating"),
        form.text("would_turn"),
        form.amount("at_stake"),
    )
    tell_words(sent.viewer, number, form.seen, on, doubt)


def asked_for_words(request: HttpRequest, customer_id: str) -> dict[str, object]:
    """Return what the customer's own page needs to ask: whether she speaks here, and the pulse she has just given."""
    page = loaded(request, pulse_page, customer_id)
    return {"own": page, "pulse": _asked(request, page), "thanks": "thanks" in request.GET} | (
        _choices(request)
    )


def _asked(request: HttpRequest, page: PulsePage) -> Pulse | None:
    """Return the pulse that is to get words: the one just given, or the one chosen in the history."""
    wanted = plain_number(request.POST.get("pulse") or request.GET.get("said", ""))
    return next((one for one in page.history if one.pk == wanted), None)


def _to_own_page(customer_id: str, query: str) -> str:
    return f"{reverse('own-page', args=[customer_id])}?{query}#say"


def _choices(request: HttpRequest) -> dict[str, object]:
    return {"contemplations": CONTEMPLATIONS, "typed": request.POST}
