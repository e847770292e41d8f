"""How a customer feels: one tap, then words; on the page of IT and on the customer's own."""

from django.http import HttpRequest
from django.urls import reverse

from domestique.answers.feelings.pulse import WHOSE_WORDS, PulsePage, pulse_page
from domestique.parties.queries import clock_now
from domestique.records.ability import Ability
from domestique.satisfaction.actions import About, Doubt, tell_face, tell_words
from domestique.satisfaction.choices import Face, WhoseWords
from domestique.satisfaction.contemplation import CALLED
from domestique.satisfaction.models import Pulse
from domestique.web.form import plain_number
from domestique.web.pages import loaded, page
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb

MEANT = {str(code): str(code) for code in CALLED}


def _beside(request: HttpRequest, shown: PulsePage) -> dict[str, object]:
    pulse = _asked(request, shown)
    return {
        "pulse": pulse,
        "asks_more": pulse is not None and pulse.face != Face.POSITIVE,  # R20
        "history": [(one, WHOSE_WORDS[WhoseWords(one.whose)]) for one in shown.history],
        "contemplations": CALLED.items(),
    }


def _said(request: HttpRequest, shown: PulsePage) -> dict[str, object]:
    return {"pulse": _asked(request, shown), "contemplations": CALLED.items()}


PULSE = page(None, Ability.SEE_PICTURE, pulse_page, "pulse/pulse.html", more=_beside)
SAY = page(None, Ability.SEE_OWN, pulse_page, "own_page/say.html", "own", more=_said)


@at("customers/<customer:customer_id>/pulse/", "pulse", Ability.SEE_PICTURE)
@verb(PULSE.again)
def show_pulse(sent: Sent) -> str:
    """Note the face that was tapped, and ask for words."""
    face, whose, person = (sent.form.text(name) for name in ("face", "whose", "person"))
    pulse = tell_face(
        sent.viewer,
        sent.id,
        sent.on,
        face=face,
        whose=whose,
        person=person,
        about=_about(sent),
    )
    return f"{reverse('pulse', args=[sent.id])}?said={pulse.pk}#words"


@at("customers/<customer:customer_id>/pulse/words/", "pulse-words", Ability.SEE_PICTURE)
@verb(PULSE.again, to("pulse", "customer_id"))
def put_words(sent: Sent) -> None:
    """Put words to the face that was tapped last."""
    _put_words(sent)


@at("for/<customer:customer_id>/say/", "own-page-say", Ability.SEE_OWN)
@verb(SAY.again, to("own-page", "customer_id"))
def say_on_own_page(sent: Sent) -> str:
    """Take the tap of the customer herself on her own page, and then her words."""
    if "face" not in sent.form.typed:
        _put_words(sent)
        return _to_own_page(sent.id, "thanks=1")
    pulse = tell_face(
        sent.viewer, sent.id, sent.on, face=sent.form.text("face"), about=_about(sent)
    )
    return _to_own_page(sent.id, f"said={pulse.pk}")


def _about(sent: Sent) -> About:
    """Read what a face is about; one about a service has the time it was shown, so that several fit in a day."""
    time, service = sent.form.text("time"), sent.form.text("service")
    return About(time or (f"{clock_now(sent.viewer):%H:%M}" if service else ""), service)


def _put_words(sent: Sent) -> None:
    """Write what was typed behind a face."""
    form, number = sent.form, plain_number(sent.form.text("pulse")) or 0
    doubt = Doubt(
        form.text("words"),
        form.text("contemplating"),
        form.text("would_turn"),
        form.amount("at_stake"),
        considers=form.choice("considers", MEANT) or "",
    )
    tell_words(sent.viewer, number, form.seen, sent.on, doubt)


def asked_for_words(request: HttpRequest, customer_id: str) -> dict[str, object]:
    """Return what the customer's own page needs to ask: whether she speaks here, and the pulse she has just given."""
    own = loaded(request, pulse_page, customer_id)
    return _said(request, own) | {"own": own, "thanks": "thanks" in request.GET}


def _asked(request: HttpRequest, shown: PulsePage) -> Pulse | None:
    """Return the pulse that is to get words: the one just given, or the one chosen in the history."""
    wanted = plain_number(request.POST.get("pulse") or request.GET.get("said", ""))
    return next((one for one in shown.history if one.pk == wanted), None)


def _to_own_page(customer_id: str, query: str) -> str:
    return f"{reverse('own-page', args=[customer_id])}?{query}#say"
