"""Roles: what the money shows, what is on record, and the steps of one customer role."""

from domestique.answers.people.roles import role_page, roles_page
from domestique.parties import actions
from domestique.parties.errors import NothingToRepair
from domestique.parties.follow_the_money import Mismatch, Role
from domestique.records.ability import Ability
from domestique.web.pages import page
from domestique.web.paging import page_of
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb

ROLES = page(
    ("roles/", "roles"),
    Ability.SEE_PICTURE,
    lambda viewer, _: roles_page(viewer),
    "roles/roles.html",
    more=lambda request, found: {"proposals": page_of(request, found.proposals)},
)
ROLE = page(
    ("customers/<customer:customer_id>/role/", "role"),
    Ability.SEE_OWN,
    role_page,
    "roles/role.html",
)
of_roles = verb(ROLES.again, to("roles"))
of_role = verb(ROLE.again, to("role", "customer_id"))


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
