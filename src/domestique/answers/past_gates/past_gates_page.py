"""Entered past a gate: confirmed by who may, and given its ground."""

from collections.abc import Mapping

from domestique.answers.past_gates.past_gates import past_gates
from domestique.exchange.past_gates import confirm, give_ground
from domestique.records.ability import Ability
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, one_of, to, verb

VERBS: Mapping[str, Deed] = {
    "confirm": lambda sent: confirm(sent.viewer, sent.id),
    "ground": lambda sent: give_ground(sent.viewer, sent.id, sent.form.text("ground")),
}
PAST_GATES = page(
    ("past-gates/", "past-gates"),
    Ability.SEE_OWN,
    lambda viewer, _: past_gates(viewer),
    "past_gates/past_gates.html",
)
do_with_past_gate = at("past-gates/<slug:number>/<slug:verb>/", "past-gate-do", Ability.SEE_OWN)(
    verb(PAST_GATES.again, to("past-gates"))(one_of(VERBS))
)
