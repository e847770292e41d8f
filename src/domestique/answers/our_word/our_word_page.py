"""The ledger of promises: kept with one press, taken back with a reason."""

from domestique.answers.our_word.our_word import ledger
from domestique.records.ability import Ability
from domestique.relations.meetings.contact_actions import keep_promise, take_back
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb

LEDGER = page(("promised/", "promised"), Ability.SEE_PICTURE, ledger, "promised/promised.html")
of_promise = verb(LEDGER.again, to("promised"))


@at("promised/<promised:promise_id>/kept/", "keep-promise", Ability.WORK_WITH_CUSTOMERS)
@of_promise
def keep(sent: Sent) -> None:
    """Say that a promise is kept."""
    keep_promise(sent.viewer, sent.record, today=sent.on)


@at("promised/<promised:promise_id>/taken-back/", "take-back-promise", Ability.WORK_WITH_CUSTOMERS)
@of_promise
def withdraw(sent: Sent) -> None:
    """Take a promise back, with the reason."""
    take_back(sent.viewer, sent.record, reason=sent.form.text("reason"), today=sent.on)
