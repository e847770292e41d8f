"""Who is let in, as whom, and to which pages: the one place where every request passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from domestique.access.actions import account_logged_in
from domestique.access.errors import NobodyByThatName
from domestique.access.models import Account
from domestique.access.permits import WITHOUT_LOG_IN, Permit, insist_on_permit, permit_of
from domestique.access.queries import names_while_looking, standing_on
from domestique.access.standing import Standing
from domestique.access.viewers import local_keeper, looking, present_viewer
from domestique.access.ways import ACCOUNTS
from domestique.parties.queries import today_of
from domestique.quantities.errors import Refusal
from domestique.quantities.person_id import PersonId
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.addressed import find_named
from domestique.web.asking import today
from domestique.web.permits import leads_on
from domestique.web.refusing import show_not_for_you
from domestique.web.ways import without_dead_ends
from domestique.web.whose import organisation_asked

NOBODY = Viewer("", frozenset(), frozenset())
ACCOUNT, STAMP, ACTING = "account", "stamp", "acting as"
AS_HERSELF = frozenset({"log-in", "log-out", "password", "act-as"})
"""What is done under one's own name, also while acting as somebody else or before the picture knows one."""


class PageNotForYou(PermissionDenied):
    """A page that is not open to whoever asks; ``sentence`` says who can."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the sentence for the page that says so."""
        super().__init__(str(refusal))
        self.sentence = refusal.sentence


class Entrance:
    """Let a request in as the person who makes it, or as the person she acts as, and only where that one may go."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request while this person looks."""
        viewer = viewer_of(request)
        with looking(viewer, names_while_looking()):
            return without_dead_ends(self.get_response(request), viewer)

    def process_view(
        self, request: HttpRequest, view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Turn away who may not go here: to the log-in, to a page of her own, or with a sentence that says who can."""
        match, needed = request.resolver_match, permit_of(view)
        if match is None or needed == WITHOUT_LOG_IN or leads_on(view):
            return None
        if is_with_accounts() and account_of(request) is None:
            here = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('log-in')}?{here}")
        viewer = present_viewer()
        if match.url_name == "today" and not viewer.may(Ability.SEE_PICTURE):
            return HttpResponseRedirect(home_of(viewer))
        try:
            _insist(request, viewer, needed, match.url_name or "")
            find_named(request, match, viewer)
        except Refusal as refusal:
            return show_not_for_you(request, PageNotForYou(refusal))
        return None


def _insist(request: HttpRequest, viewer: Viewer, needed: Permit | None, name: str) -> None:
    """Refuse a page that needs what the viewer does not have."""
    if name in AS_HERSELF:
        return
    if viewer == NOBODY:
        raise NobodyByThatName(name=name_of_herself(request))
    insist_on_permit(viewer, needed)


def home_of(viewer: Viewer) -> str:
    """Return where a person begins: Today, her customer's own page, or the catalogue."""
    if viewer.may(Ability.SEE_PICTURE):
        return reverse("today")
    if viewer.may(Ability.SEE_OWN) and viewer.customers:
        return reverse("own-page", args=[min(viewer.customers)])
    return reverse("catalogue" if viewer.may(Ability.SEE_CATALOGUE) else "what-may-i-see")


def is_with_accounts() -> bool:
    """Whether people log in; otherwise one person is at her own computer."""
    return bool(settings.DOMESTIQUE_LOGIN == ACCOUNTS)


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who looks in a request: who logged in, or whom the keeper at this computer acts as."""
    person = name_of_herself(request) if is_with_accounts() else acting_as(request)
    if not person:
        return NOBODY if is_with_accounts() else local_keeper()
    try:
        viewer = standing_of_person(request, person).viewer
    except NobodyByThatName:
        return NOBODY
    herself = name_of_herself(request)
    return viewer if is_with_accounts() else replace(viewer, hand=herself)


def name_of_herself(request: HttpRequest) -> str:
    """Return the name of who makes a request, whomever she acts as; empty before she has logged in."""
    if not is_with_accounts():
        return local_keeper().person
    account = account_of(request)
    return account.person if account else ""


def acting_as(request: HttpRequest) -> PersonId:
    """Return the person the keeper acts as; nobody if she is herself."""
    return PersonId("" if is_with_accounts() else request.session.get(ACTING, ""))


def account_of(request: HttpRequest) -> Account | None:
    """Return the account of who logged in, asked for once a request."""
    if "domestique.account" not in request.META:
        session = request.session
        request.META["domestique.account"] = account_logged_in(
            session.get(ACCOUNT, ""), session.get(STAMP, "")
        )
    found: Account | None = request.META["domestique.account"]
    return found


def standing_of_person(request: HttpRequest, person: str) -> Standing:
    """Tell what a person may see and do today, and why. Refuses a name nobody in the picture has."""
    return standing_on(person, today_of(organisation_asked(request), today()))
