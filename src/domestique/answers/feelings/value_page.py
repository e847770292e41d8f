"""The value worksheet: the customer's side says what each service is worth, nobody else."""

from domestique.answers.feelings.value import value_sheet
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.satisfaction.actions import Worth, score_value
from domestique.satisfaction.errors import ScoreOutsideScale
from domestique.web.asking import NothingHere
from domestique.web.form import Form
from domestique.web.pages import loaded, page
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb

VALUE = page(
    None,
    Ability.SEE_OWN,
    value_sheet,
    "value/value.html",
    "sheet",
    more=lambda request, _: {"at": request.POST.get("service", ""), "scores": range(1, 6)},
)


@at("customers/<customer:customer_id>/value/", "value", Ability.SEE_OWN)
@verb(VALUE.again)
def show_value(sent: Sent) -> None:
    """Take the score of one service."""
    sheet, service = loaded(sent.request, value_sheet, sent.id), sent.form.text("service")
    if service not in {line.service.id for line in sheet.lines}:
        raise NothingHere(say("%(customer)s does not use that service.", customer=sheet.name))
    score_value(sent.viewer, sent.id, service, sent.on, _worth(sent.form))


def _worth(form: Form) -> Worth:
    written = form.text("score")
    if not (written.isascii() and written.isdigit() and len(written) == 1):
        raise ScoreOutsideScale(score=str(written or "–"))
    return Worth(
        int(written), form.amount("ceiling_price"), form.amount("benefit"), form.text("words")
    )
