"""Requirements: which are met, which are not, and of which nobody knows (S2-15)."""

from collections.abc import Mapping

from domestique.answers.needs.requirements import requirements_page
from domestique.records.ability import Ability
from domestique.relations.needs import requirement_actions
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, one_of, to, verb

VERBS: Mapping[str, Deed] = {
    "discuss": lambda sent: requirement_actions.discuss(sent.viewer, sent.record),
    "establish": lambda sent: requirement_actions.establish(sent.viewer, sent.record, on=sent.on),
    "reword": lambda sent: requirement_actions.reword(
        sent.viewer,
        sent.record,
        sent.form.text("requirement"),
        reason=sent.form.text("reason"),
    ),
    "evidence": lambda sent: requirement_actions.show_evidence(
        sent.viewer,
        sent.record,
        sent.form.text("evidence"),
        is_met=sent.form.text("met") == "yes",
        on=sent.on,
    ),
    "withdraw": lambda sent: requirement_actions.withdraw_requirement(
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
