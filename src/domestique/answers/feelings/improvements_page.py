"""The register of improvements: listed, raised, split, finished, and asked about."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

from domestique.answers.feelings import improvements
from domestique.answers.feelings.choosing import offered
from domestique.exchange.past import told_changes
from domestique.improvement import improvement_actions as verbs
from domestique.improvement.improvement_actions import Idea
from domestique.improvement.models import Improvement
from domestique.parties.queries import customers_visible_to
from domestique.portfolio.queries import service_names
from domestique.records.ability import Ability
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, verb

FELT = {"felt": True, "not-felt": False, "not-asked": None}
MOST_WEEKS = 999


def _beside(request: HttpRequest, line: improvements.ImprovementLine) -> dict[str, object]:
    return offered(request) | {
        "changes": told_changes(Improvement, {"id": line.improvement.id}),
        "states": [(state.value, chip.text) for state, chip in improvements.STATE_CHIPS.items()],
    }


IMPROVEMENTS = page(
    None,
    Ability.SEE_PICTURE,
    improvements.improvements_page,
    "improvements/improvements.html",
    more=lambda request, _: offered(request),
)
IMPROVEMENT = page(
    None,
    Ability.SEE_PICTURE,
    lambda viewer, id_, _: improvements.improvement_line(viewer, id_),
    "improvements/improvement.html",
    "line",
    more=_beside,
)


@at("improvements/", "improvements", Ability.SEE_PICTURE)
@verb(IMPROVEMENTS.again)
def list_improvements(sent: Sent) -> str:
    """Raise an improvement, and open it."""
    raised = verbs.raise_improvement(sent.viewer, sent.on, _idea(sent))
    return reverse("improvement", args=[raised.id])


def _move_on(sent: Sent) -> None:
    state, after = sent.form.text("state"), sent.form.text("after")
    verbs.move_on(sent.viewer, sent.id, sent.form.seen, sent.on, state=state, after=after)


def _split(sent: Sent) -> None:
    parts = verbs.read_parts(sent.form.text("parts"))
    verbs.split(sent.viewer, sent.id, sent.form.seen, sent.on, parts)


def _felt(sent: Sent) -> None:
    is_felt, customer = sent.form.choice("felt", FELT), sent.form.text("customer")
    verbs.tell_felt(sent.viewer, sent.id, sent.form.seen, customer=customer, is_felt=is_felt)


DEEDS: Mapping[str, Deed] = {
    "change": lambda sent: verbs.change_improvement(
        sent.viewer, sent.id, sent.form.seen, _idea(sent)
    ),
    "move-on": _move_on,
    "split": _split,
    "felt": _felt,
}
show_improvement = at(
    "improvements/<improvement:improvement_id>/", "improvement", Ability.SEE_PICTURE
)(verb(IMPROVEMENT.again)(one_of(DEEDS)))


def _idea(sent: Sent) -> Idea:
    form, customers = sent.form, customers_visible_to(sent.viewer).values_list("id", flat=True)
    return Idea(
        title=form.text("title"),
        customers=form.ticked("customers", customers),
        services=form.ticked("services", service_names(sent.viewer)),
        value=form.text("value"),
        problem=form.text("problem"),
        weeks=form.whole("weeks", MOST_WEEKS),
        owner=form.text("owner"),
        measure=form.text("measure"),
        before=form.text("before"),
        target=form.text("target"),
    )
