"""Roles: what the money shows, what is on record, and the steps of one customer role."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.roles import role_page, roles_page
from domestique.parties import actions
from domestique.parties.errors import NothingToRepair
from domestique.parties.follow_the_money import Mismatch, Role
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, asked_number, number_in, today
from domestique.web.paging import page_of
from domestique.web.verbs import day_of, typed_day, verb

MOST_VERSIONS = 1_000_000


@require_safe
def show_roles(request: HttpRequest) -> HttpResponse:
    """Show the proposals, how many units are covered, and what differs."""
    try:
        return _roles(request, number=asked_number(request, "page", 1))
    except Refusal as refusal:
        return _roles(request, refusal=refusal)


@require_safe
def show_role(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show one customer role: its steps, its mandates, and who may decide while she is away."""
    return _role(request, customer_id)


def _roles(
    request: HttpRequest, _: str = "", refusal: Refusal | None = None, *, number: int = 1
) -> HttpResponse:
    page = roles_page(present_viewer())
    context: dict[str, object] = {
        "page": page,
        "proposals": page_of(request, page.proposals, number),
        "typed": request.POST,
    }
    if refusal:
        context["refusal"] = refusal.sentence
    return render(request, "roles/roles.html", context, status=400 if refusal else 200)


def _role(request: HttpRequest, customer_id: str, refusal: Refusal | None = None) -> HttpResponse:
    page = role_page(present_viewer(), customer_id, today())
    if page is None:
        raise NothingHere(say("There is no customer %(id)s.", id=customer_id))
    context: dict[str, object] = {"page": page, "typed": request.POST}
    if refusal:
        context["refusal"] = refusal.sentence
    return render(request, "roles/role.html", context, status=400 if refusal else 200)


def _to_roles(_: str = "") -> str:
    return reverse("roles")


def _to_role(customer_id: str) -> str:
    return reverse("role", args=[customer_id])


def _take(viewer: Viewer, typed: QueryDict, _: str) -> str:
    actions.take_proposal(viewer, typed.get("unit", ""))
    return _to_roles()


def _overrule(viewer: Viewer, typed: QueryDict, _: str) -> str:
    written = typed.get("role", "")
    role = Role(written) if written in set(Role) else Role.NONE
    actions.overrule(viewer, typed.get("unit", ""), role=role, note=typed.get("note", ""))
    return _to_roles()


def _follow(viewer: Viewer, typed: QueryDict, _: str) -> str:
    actions.follow_money_again(viewer, typed.get("unit", ""))
    return _to_roles()


def _repair(viewer: Viewer, typed: QueryDict, _: str) -> str:
    kind, subject = typed.get("kind", ""), typed.get("subject", "")
    if kind not in set(Mismatch):
        raise NothingToRepair(subject=subject)
    actions.repair(viewer, Mismatch(kind), subject)
    return _to_roles()


def _identify(viewer: Viewer, _: QueryDict, customer_id: str) -> str:
    actions.identify(viewer, customer_id)
    return _to_role(customer_id)


def _accept(viewer: Viewer, typed: QueryDict, customer_id: str) -> str:
    seen = typed.get("seen", "")
    version = number_in(seen, 1, MOST_VERSIONS) if seen else None
    actions.accept_role(viewer, customer_id, on=day_of(viewer), seen=version)
    return _to_role(customer_id)


def _step_down(viewer: Viewer, typed: QueryDict, customer_id: str) -> str:
    actions.step_down(viewer, customer_id, typed.get("why", ""))
    return _to_role(customer_id)


def _suggest(viewer: Viewer, typed: QueryDict, customer_id: str) -> str:
    actions.suggest(viewer, customer_id, typed.get("person", ""), typed.get("why", ""))
    return _to_role(customer_id)


def _lend(viewer: Viewer, typed: QueryDict, customer_id: str) -> str:
    until = typed_day(typed, "until")
    actions.lend_mandate(
        viewer, customer_id, to=typed.get("deputy", ""), until=until, on=day_of(viewer)
    )
    return _to_role(customer_id)


take_role = verb(_take, _roles, _to_roles)
overrule_role = verb(_overrule, _roles, _to_roles)
follow_money = verb(_follow, _roles, _to_roles)
repair_role = verb(_repair, _roles, _to_roles)
identify_role = verb(_identify, _role, _to_role)
accept_role = verb(_accept, _role, _to_role)
step_down = verb(_step_down, _role, _to_role)
suggest_role = verb(_suggest, _role, _to_role)
lend_mandate = verb(_lend, _role, _to_role)
