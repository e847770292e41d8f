"""The meetings a viewer may see as a calendar that her own calendar program subscribes to.

A calendar program cannot log in. So who has an account makes a secret address for it, which opens her meetings and
nothing else, and which she can take back.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from domestique.access import actions as accounts
from domestique.access.errors import NobodyByThatName
from domestique.access.models import Account
from domestique.access.permits import WITHOUT_LOG_IN
from domestique.access.viewers import present_viewer
from domestique.answers.meetings.calendar_feed import calendar_of
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, shown
from domestique.web.entrance import account_of, is_with_accounts, standing_of_person
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb


@at("meetings/calendar.ics", "calendar", Ability.SEE_PICTURE)
@require_safe
def show_calendar(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the calendar of the viewer."""
    return _calendar(present_viewer())


@at("calendar/<str:secret>.ics", "calendar-by-link", WITHOUT_LOG_IN)
@never_cache
@require_safe
def show_calendar_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer with the calendar of her whose secret address this is, as far as she may see meetings today."""
    viewer = _viewer_by(request, secret)
    if viewer is None or not viewer.may(Ability.SEE_PICTURE):
        raise NothingHere(
            say(
                "No calendar has this address, or none any more; who may see meetings makes a new one under her name."
            )
        )
    return _calendar(viewer)


def _address_page(request: HttpRequest, address: str = "") -> HttpResponse:
    has_address = bool(address or _account(request).calendar_hash)
    return shown(request, "who/calendar.html", address=address, has_address=has_address)


@at("me/calendar/", "calendar-address", Ability.SEE_PICTURE)
@never_cache
@verb(_address_page)
def keep_calendar_address(sent: Sent) -> HttpResponse | None:
    """Make a secret address for one's own calendar, shown this once, or take it back."""
    account = _account(sent.request)
    if sent.form.text("do") == "take back":
        accounts.take_back_calendar(account)
        return None
    path = reverse("calendar-by-link", args=[accounts.give_calendar(account)])
    return _address_page(sent.request, sent.request.build_absolute_uri(path))


def _account(request: HttpRequest) -> Account:
    account = account_of(request)
    if account is None:
        raise NothingHere(
            say(
                "Nobody logs in here, so the calendar needs no secret: subscribe to /meetings/calendar.ics."
            )
        )
    return account


def _viewer_by(request: HttpRequest, secret: str) -> Viewer | None:
    """Return whose calendar a secret opens, as she stands today; nobody who has left, and nobody without accounts."""
    account = accounts.account_of_calendar(secret) if is_with_accounts() else None
    try:
        return standing_of_person(request, account.person).viewer if account else None
    except NobodyByThatName:
        return None


def _calendar(viewer: Viewer) -> HttpResponse:
    headers = {"Content-Disposition": 'inline; filename="meetings.ics"'}
    return HttpResponse(
        calendar_of(viewer), content_type="text/calendar; charset=utf-8", headers=headers
    )
