"""Roles: what the money shows, what is on record, and the steps of one customer role."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.people.roles import role_page, roles_page
from domestique.parties import actions
from domestique.parties.errors import NothingToRepair
from domestique.parties.follow_the_money import Mismatch, Role
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.web.asking import asked_number, shown
from domestique.web.pages import loaded
from domestique.web.paging import page_of
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb


@at("roles/", "roles", Ability.SEE_PICTURE)
@require_safe
def show_roles(request: HttpRequest) -> HttpResponse:
    """Show the proposals, how many units are covered, and what differs."""
    try:
        return _roles(request, number=asked_number(request, "page", 1))
    except Refusal as refusal:
        return _roles(request, refusal=refusal)


@at("customers/<customer:customer_id>/role/", "role", Ability.SEE_OWN)
@require_safe
def show_role(request: HttpRequest, customer_id: str) -> HttpResponse:
    """Show one customer role: its steps, its mandates, and who may decide while she is away."""
    return _role(request, customer_id)


def _roles(
    request: HttpRequest, *, refusal: Refusal | None = None, number: int = 1
) -> HttpResponse:
    page = roles_page(present_viewer())
    proposals = page_of(request, page.proposals, number)
    context = {"page": page, "proposals": proposals, "typed": request.POST}
    return shown(request, "roles/roles.html", refusal, **context)


def _role(request: HttpRequest, customer_id: str, refusal: Refusal | None = None) -> HttpResponse:
    page = loaded(request, role_page, customer_id)
    return shown(request, "roles/role.html", refusal, page=page, typed=request.POST)


of_roles = verb(_roles, to("roles"))
of_role = verb(_role, to("role", "customer_id"))


@at("roles/take/", "roles-take", Ability.WORK_WITH_CUSTOMERS)
@of_roles
def take_role(sent: Sent) -> None:
    """Take a role as the money proposes it."""
    actions.take_proposal(sent.viewer, sent.form.text("unit"))


@at("roles/overrule/", "roles-overrule", Ability.WORK_WITH_CUSTOMERS)
@of_roles
def overrule_role(sent: Sent) -> None:
    """Say another role than the money does, with a note."""
    role = sent.form.choice("role", {role.value: role for role in Role}) or Role.NONE
    unit, note = sent.form.text("unit"), sent.form.text("note")
    actions.overrule(sent.viewer, unit, role=role, note=note)


@at("roles/follow-the-money/", "roles-follow", Ability.WORK_WITH_CUSTOMERS)
@of_roles
def follow_money(sent: Sent) -> None:
    """Follow the money again for a unit that was overruled."""
    actions.follow_money_again(sent.viewer, sent.form.text("unit"))


@at("roles/repair/", "roles-repair", Ability.WORK_WITH_CUSTOMERS)
@of_roles
def repair_role(sent: Sent) -> None:
    """Mend one thing that differs between the roles and the money."""
    kind, subject = sent.form.text("kind"), sent.form.text("subject")
    if kind not in set(Mismatch):
        raise NothingToRepair(subject=subject)
    actions.repair(sent.viewer, Mismatch(kind), subject)


@at("customers/<customer:customer_id>/role/identify/", "role-identify", Ability.WORK_WITH_CUSTOMERS)
@of_role
def identify_role(sent: Sent) -> None:
    """Say that the person suggested is the customer."""
    actions.identify(sent.viewer, sent.id)


@at("customers/<customer:customer_id>/role/accept/", "role-accept", Ability.SEE_OWN)
@of_role
def accept_role(sent: Sent) -> None:
    """Accept a role, as the person in it."""
    actions.accept_role(sent.viewer, sent.id, on=sent.on, seen=sent.form.seen)


@at("customers/<customer:customer_id>/role/step-down/", "role-step-down", Ability.SEE_OWN)
@of_role
def step_down(sent: Sent) -> None:
    """End a role, with the reason."""
    actions.step_down(sent.viewer, sent.id, sent.form.text("why"))


@at("customers/<customer:customer_id>/role/suggest/", "role-suggest", Ability.WORK_WITH_CUSTOMERS)
@of_role
def suggest_role(sent: Sent) -> None:
    """Suggest another person for a role."""
    actions.suggest(sent.viewer, sent.id, sent.form.text("person"), sent.form.text("why"))


@at("customers/<customer:customer_id>/role/lend/", "role-lend", Ability.SEE_OWN)
@of_role
def lend_mandate(sent: Sent) -> None:
    """Lend a mandate to a deputy until a day."""
    to_whom, until = sent.form.text("deputy"), sent.form.day("until")
    actions.lend_mandate(sent.viewer, sent.id, to=to_whom, until=until, on=sent.on)
