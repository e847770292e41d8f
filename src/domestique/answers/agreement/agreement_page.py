"""An agreement as a document, and its steps: proposed, accepted, put in force, ended, renewed."""

from collections.abc import Callable

from django.urls import reverse

from domestique.agreements import actions
from domestique.answers.agreement.agreement import agreement_page
from domestique.answers.agreement.agreement_paper import agreement_pdf
from domestique.records.ability import Ability
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Sent, View, to, verb

UNSEEN = "-"
"""What counts as read by whom sends no stamp: no text at all."""


AGREEMENT = page(
    ("agreements/<agreement:agreement_id>/", "agreement"),
    Ability.SEE_OWN,
    agreement_page,
    "agreement/agreement.html",
    paper=(agreement_pdf, "agreement-{}"),
)
of_agreement = verb(AGREEMENT.again, to("agreement", "agreement_id"))


def _step(name: str, needs: Ability, step: Callable[..., object]) -> View:
    """Make the view of a step that needs only the day, over the text that was read."""

    def do(sent: Sent) -> None:
        step(sent.viewer, sent.id, on=sent.on, seen=sent.form.text("seen") or UNSEEN)

    address = f"agreements/<agreement:agreement_id>/{name}/"
    return at(address, f"agreement-{name}", needs)(of_agreement(do))


propose_agreement = _step("propose", Ability.WORK_WITH_CUSTOMERS, actions.propose)
take_agreement_back = _step("take-back", Ability.WORK_WITH_CUSTOMERS, actions.take_back)
accept_agreement = _step("accept", Ability.SEE_OWN, actions.accept)
begin_agreement = _step("begin", Ability.WORK_WITH_CUSTOMERS, actions.begin)


@at("agreements/<agreement:agreement_id>/end/", "agreement-end", Ability.SEE_OWN)
@of_agreement
def end_agreement(sent: Sent) -> None:
    """End an agreement, with the reason."""
    seen = sent.form.text("seen") or UNSEEN
    actions.end(sent.viewer, sent.id, on=sent.on, why=sent.form.text("why"), seen=seen)


@at("agreements/<agreement:agreement_id>/renew/", "agreement-renew", Ability.WORK_WITH_CUSTOMERS)
@of_agreement
def renew_agreement(sent: Sent) -> str:
    """Write the one that follows, and open it."""
    return reverse("agreement", args=[actions.renew(sent.viewer, sent.id, on=sent.on).id])
