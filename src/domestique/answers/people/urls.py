"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.people.roles_page import (
    accept_role,
    follow_money,
    identify_role,
    lend_mandate,
    overrule_role,
    repair_role,
    show_role,
    show_roles,
    step_down,
    suggest_role,
    take_role,
)
from domestique.answers.people.teams_page import HAND_OVER, TEAM, TEAMS

urlpatterns = [
    path("roles/", show_roles, name="roles"),
    path("roles/take/", take_role, name="roles-take"),
    path("roles/overrule/", overrule_role, name="roles-overrule"),
    path("roles/follow-the-money/", follow_money, name="roles-follow"),
    path("roles/repair/", repair_role, name="roles-repair"),
    path("customers/<customer:customer_id>/role/", show_role, name="role"),
    path("customers/<customer:customer_id>/role/identify/", identify_role, name="role-identify"),
    path("customers/<customer:customer_id>/role/accept/", accept_role, name="role-accept"),
    path("customers/<customer:customer_id>/role/step-down/", step_down, name="role-step-down"),
    path("customers/<customer:customer_id>/role/suggest/", suggest_role, name="role-suggest"),
    path("customers/<customer:customer_id>/role/lend/", lend_mandate, name="role-lend"),
    path("customers/<customer:customer_id>/hand-over/", HAND_OVER.show, name="hand-over"),
    path("customers/<customer:customer_id>/hand-over.pdf", HAND_OVER.print, name="hand-over-pdf"),
    path("teams/", TEAMS.show, name="teams"),
    path("teams/<team:team_id>/", TEAM.show, name="team"),
]
