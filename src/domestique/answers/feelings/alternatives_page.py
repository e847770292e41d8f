"""The register of what customers turn to instead: listed, noted, and written on."""

from django.http import HttpRequest
from django.urls import reverse

from domestique.answers.feelings import alternatives
from domestique.answers.feelings.choosing import offered
from domestique.exchange.past import told_changes
from domestique.portfolio.queries import service_names
from domestique.records.ability import Ability
from domestique.satisfaction.actions import Elsewhere, change_alternative, note_alternative
from domestique.satisfaction.models import Alternative
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb

STATES = [(state.value, chip.text) for state, chip in alternatives.STATE_CHIPS.items()]
ALTERNATIVES = page(
    None,
    Ability.SEE_PICTURE,
    alternatives.alternatives_page,
    "alternatives/alternatives.html",
    more=lambda request, _: offered(request) | {"states": STATES},
)


def _beside(request: HttpRequest, line: alternatives.AlternativeLine) -> dict[str, object]:
    changes = told_changes(Alternative, {"id": line.alternative.id})
    return offered(request) | {"states": STATES, "changes": changes}


ALTERNATIVE = page(
    None,
    Ability.SEE_PICTURE,
    alternatives.alternative_line,
    "alternatives/alternative.html",
    "line",
    more=_beside,
)


@at("alternatives/", "alternatives", Ability.SEE_PICTURE)
@verb(ALTERNATIVES.again)
def list_alternatives(sent: Sent) -> str:
    """Note an alternative, and open it."""
    told = _told(sent)
    noted = note_alternative(sent.viewer, sent.form.text("customer"), sent.on, told)
    return reverse("alternative", args=[noted.id])


@at("alternatives/<alternative:alternative_id>/", "alternative", Ability.SEE_PICTURE)
@verb(ALTERNATIVE.again)
def show_alternative(sent: Sent) -> None:
    """Write down what became of an alternative."""
    change_alternative(sent.viewer, sent.id, sent.form.seen, _told(sent))


def _told(sent: Sent) -> Elsewhere:
    form = sent.form
    return Elsewhere(
        form.ticked("services", service_names(sent.viewer)),
        form.text("alternative"),
        form.text("state"),
        form.text("reason"),
        form.text("would_turn"),
        form.amount("at_stake"),
        form.text("learned"),
    )
