"""An agreement as a document, and its steps: proposed, accepted, put in force, ended, renewed."""

from collections.abc import Callable

from django.urls import reverse

from domestique.agreements import actions
from domestique.agreements.amending import LineText
from domestique.agreements.amendment_actions import (
    accept_amendment,
    propose_amendment,
    withdraw_amendment,
)
from domestique.answers.agreement.agreement import agreement_page
from domestique.answers.agreement.agreement_paper import agreement_pdf
from domestique.records.ability import Ability
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Sent, View, one_of, to, verb

UNSEEN = "-"
"""What counts as read by whom sends no stamp: no text at all."""


AGREEMENT = page(
    ("agreements/<agreement:agreement_id>/", "agreement"),
    Ability.SEE_OWN,
    agreement_page,
    "agreement/agreement.html",
    paper=(agreement_pdf, "agreement-{}"),
)
ACCEPTED_TEXT = page(
    ("agreements/<agreement:agreement_id>/text/", "agreement-text"),
    Ability.SEE_OWN,
    agreement_page,
    "agreement/text.html",
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


@at("agreements/<agreement:agreement_id>/worth/", "agreement-worth", Ability.SEE_OWN)
@of_agreement
def say_worth(sent: Sent) -> None:
    """Say whether a line is worth its price."""
    service, is_worth = sent.form.text("service"), sent.form.text("worth") == "yes"
    actions.confirm_value(sent.viewer, sent.id, service, is_worth=is_worth, on=sent.on)


def _propose_amendment(sent: Sent) -> None:
    """Propose what a line says from a day on."""
    form = sent.form
    text = LineText(
        form.text("content"), form.amount("level"), form.amount("units"), form.amount("price")
    )
    propose_amendment(
        sent.viewer,
        sent.id,
        form.text("service"),
        form.day("valid_from"),
        text,
        on=sent.on,
        taken_out=bool(form.text("taken_out")),
    )


def _accept_amendment(sent: Sent) -> None:
    """Accept what is proposed from a day on."""
    accept_amendment(sent.viewer, sent.id, sent.form.day("valid_from"), on=sent.on)


def _withdraw_amendment(sent: Sent) -> None:
    """Take back what is proposed from a day on, or decline it."""
    why = sent.form.text("why")
    withdraw_amendment(sent.viewer, sent.id, sent.form.day("valid_from"), why=why)


amend_agreement = at(
    "agreements/<agreement:agreement_id>/amend/", "agreement-amend", Ability.SEE_OWN
)(
    of_agreement(
        one_of(
            {
                "propose": _propose_amendment,
                "accept": _accept_amendment,
                "withdraw": _withdraw_amendment,
            }
        )
    )
)


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
