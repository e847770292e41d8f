"""Who am I: logging in and out, one's own password, acting as somebody, and what one may see with the reasons."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from domestique.access import actions as accounts
from domestique.access.errors import PasswordsDiffer
from domestique.access.models import Account
from domestique.access.permits import ANY_PERSON, WITHOUT_LOG_IN
from domestique.access.queries import names_known
from domestique.access.viewers import present_viewer
from domestique.answers.log_in.may_see import may_see
from domestique.parties.queries import customers_visible_to
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.web import entrance
from domestique.web.asking import NothingHere, shown
from domestique.web.routes import at
from domestique.web.verbs import address_of_ours


@at("log-in/", "log-in", WITHOUT_LOG_IN)
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password, and let in who knows both."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    onward = address_of_ours(request, wanted) or reverse("today")
    if not entrance.is_with_accounts() or (
        request.method != "POST" and entrance.account_of(request)
    ):
        return redirect(onward)
    if request.method != "POST":
        return shown(request, "who/log_in.html", next=onward)
    name = request.POST.get("name", "")
    try:
        account = accounts.log_in(name, request.POST.get("password", ""))
    except Refusal as refusal:
        return shown(request, "who/log_in.html", refusal, next=onward, typed=name)
    _remember(request, account)
    request.session.clear_expired()
    return redirect(onward)


def _remember(request: HttpRequest, account: Account) -> None:
    """Give the log-in a new session, so that no older one leads into it."""
    request.session.flush()
    request.session[entrance.ACCOUNT], request.session[entrance.STAMP] = account.pk, account.stamp
    rotate_token(request)


@at("log-out/", "log-out", WITHOUT_LOG_IN)
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Forget who was here."""
    request.session.flush()
    return redirect("log-in" if entrance.is_with_accounts() else "today")


@at("me/password/", "password", ANY_PERSON)
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Take a new password from who knows the present one."""
    account = entrance.account_of(request)
    if account is None:
        raise NothingHere(say("Nobody logs in here, so there is no password to change."))
    if request.method != "POST":
        return render(request, "who/password.html", {"is_changed": "changed" in request.GET})
    present, new, again = (request.POST.get(name, "") for name in ("present", "new", "again"))
    try:
        if new != again:
            raise PasswordsDiffer
        _remember(request, accounts.change_password(account, present, new))
    except Refusal as refusal:
        return shown(request, "who/password.html", refusal)
    return redirect(f"{reverse('password')}?changed")


@at("act-as/", "act-as", ANY_PERSON)
@require_http_methods(["GET", "HEAD", "POST"])
def act_as(request: HttpRequest) -> HttpResponse:
    """Let the person at her own computer see the picture as somebody else, or as herself again."""
    if entrance.is_with_accounts():
        raise NothingHere(
            say("People log in here, each as herself; acting as somebody is for one person alone.")
        )
    if request.method != "POST":
        return _show_people(request)
    person = " ".join(request.POST.get("person", "").split())
    request.session.flush()
    if not person:
        return redirect("today")
    try:
        standing = entrance.standing_of_person(request, person)
    except Refusal as refusal:
        return _show_people(request, refusal, person)
    request.session[entrance.ACTING] = standing.viewer.person
    return HttpResponseRedirect(entrance.home_of(standing.viewer))


def _show_people(
    request: HttpRequest, refusal: Refusal | None = None, typed: str = ""
) -> HttpResponse:
    context = {"names": names_known(), "typed": typed, "herself": entrance.name_of_herself(request)}
    return shown(request, "who/act_as.html", refusal, **context)


@at("me/", "what-may-i-see", ANY_PERSON)
@require_safe
def show_what_i_may_see(request: HttpRequest) -> HttpResponse:
    """Show what the viewer may see and do, each with the reason; who keeps the picture at her own computer needs none."""
    viewer = present_viewer()
    context: dict[str, object] = {}
    if entrance.acting_as(request) or entrance.is_with_accounts():
        names = {one.id: one.name for one in customers_visible_to(viewer)}
        context["shown"] = may_see(entrance.standing_of_person(request, viewer.person), names)
    return render(request, "who/may_see.html", context)
