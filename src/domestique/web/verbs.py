"""A verb on a page: sent by a form, done once, and led back; what is refused is said on the same page.

There is one way. A view made here refuses to do anything by being read, notices a change in between by the version
that was seen, and keeps what was typed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Any, TypeAlias

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import looking, present_viewer
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.past.past_gates import MayGoOn
from domestique.records.viewer import Viewer
from domestique.web.addressed import record_named
from domestique.web.asking import NothingHere
from domestique.web.form import Form
from domestique.web.whose import day_of


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sends to a verb: who she is, what she typed, what the address names, and the day it is done on.

    ``record`` is what the address names last, in the version that was seen of it: a change over another is refused.
    """

    request: HttpRequest
    viewer: Viewer
    form: Form
    on: date
    named: Mapping[str, str]
    record: Any

    @property
    def id(self) -> str:
        """The id in the address, as it is written there."""
        return next(iter(self.named.values()))


PAST = "past_gate"
"""The field in which one who keeps the picture alone says why she goes on past a gate."""
CONFLICT = 409
Deed: TypeAlias = Callable[[Sent], object]
"""Does something with what was sent; an address it returns is where to go on to, an answer is given as it is."""
View: TypeAlias = Callable[..., HttpResponse]
Back: TypeAlias = Callable[[Mapping[str, str]], str]


def verb(show: View, back: Back | None = None) -> Callable[[Deed], View]:
    """Make a deed the view of its address.

    Who merely reads the address is led ``back``, or sees the page where the page stands at the same address. What is
    refused is shown by the page, which is given the refusal.
    """

    def of(deed: Deed) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(deed)
        def view(request: HttpRequest, **named: str) -> HttpResponse:
            """Do it if it is sent, and lead on; show the page if it is read or refused."""
            if request.method != "POST":
                return redirect(back(named)) if back else show(request, **named)
            try:
                done = _done(deed, request, named)
            except MayGoOn as advice:
                return render(request, "past_gate.html", _advice(request, advice), status=CONFLICT)
            except Refusal as refusal:
                return show(request, refusal=refusal, **named)
            if isinstance(done, HttpResponse):
                return done
            here = back(named) if back else escape_uri_path(request.path)
            asked_back = address_of_ours(request, request.POST.get("next", ""))
            return redirect(asked_back or (done if isinstance(done, str) else here))

        return view

    return of


def _done(deed: Deed, request: HttpRequest, named: Mapping[str, str]) -> object:
    """Do it, with the word why she goes on past what the guards would refuse, if she keeps the picture alone."""
    viewer, word = present_viewer(), request.POST.get(PAST, "").strip()
    with looking(replace(viewer, past=word) if viewer.is_advised else viewer):
        return deed(_sent(request, named))


def _advice(request: HttpRequest, advice: MayGoOn) -> dict[str, object]:
    """Return what the page shows on which she may go on: what would be refused, and all that was sent."""
    left_out = {PAST, "csrfmiddlewaretoken"}
    sent = [(name, text) for name, texts in request.POST.lists() for text in texts]
    kept = [(name, text) for name, text in sent if name not in left_out]
    why = request.POST.get("why", "")
    return {"sentences": advice.sentences, "sent": kept, "word": PAST, "why": why}


def one_of(deeds: Mapping[str, Deed]) -> Deed:
    """Do the deed that the address calls its ``verb``, or that the button pressed is called; a button of no deed does none."""

    def deed(sent: Sent) -> object:
        chosen = deeds.get(sent.named.get("verb") or sent.form.text("do"))
        if chosen is None and "verb" in sent.named:
            raise NothingHere(
                say("There is nothing called %(verb)s to do here.", verb=sent.named["verb"])
            )
        return chosen(sent) if chosen else None

    return deed


def to(route: str, *names: str) -> Back:
    """Return what leads back to a route, with these of the names in the address."""
    return lambda named: reverse(route, args=[named[name] for name in names])


def _sent(request: HttpRequest, named: Mapping[str, str]) -> Sent:
    form, record = Form(request.POST), record_named(request)
    if record is not None:
        record.version = form.seen
    return Sent(request, present_viewer(), form, day_of(request), named, record)


def address_of_ours(request: HttpRequest, wanted: str) -> str:
    """Return an address somebody asks to be led to, if it is one of ours, else nothing."""
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else ""
