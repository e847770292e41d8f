"""Requirements: which are met, which are not, and of which nobody knows (S2-15)."""

from __future__ import annotations

from collections.abc import Mapping

from domestique.answers.needs.requirements import requirements_page
from domestique.records.ability import Ability
from domestique.relations.needs.requirement_actions import (
    discuss,
    establish,
    reword,
    show_evidence,
    withdraw_requirement,
)
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, one_of, to, verb

VERBS: Mapping[str, Deed] = {
    "discuss": lambda sent: discuss(sent.viewer, sent.record),
    "establish": lambda sent: establish(sent.viewer, sent.record, on=sent.on),
    "reword": lambda sent: reword(
        sent.viewer,
        sent.record,
        sent.form.text("requirement"),
        reason=sent.form.text("reason"),
    ),
    "evidence": lambda sent: show_evidence(
        sent.viewer,
        sent.record,
        sent.form.text("evidence"),
        is_met=sent.form.text("met") == "yes",
        on=sent.on,
    ),
    "withdraw": lambda sent: withdraw_requirement(
        sent.viewer, sent.record, why=sent.form.text("why")
    ),
}


REQUIREMENTS = page(
    ("requirements/", "requirements"),
    Ability.SEE_OWN,
    lambda viewer, _: requirements_page(viewer),
    "requirements/requirements.html",
)
do_with_requirement = at(
    "requirements/<requirement:requirement_id>/<slug:verb>/", "requirement-do", Ability.SEE_OWN
)(verb(REQUIREMENTS.again, to("requirements"))(one_of(VERBS)))
