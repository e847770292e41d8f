"""What the rules found."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.findings.grouped import (
    findings_seen_by,
    group_by_customer,
    group_by_rule,
)
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import shown, today
from domestique.web.routes import at

GROUPINGS = {
    "rule": say("By rule"),
    "customer": say("By customer"),
}


class GroupingNotUnderstood(Refusal):
    """A word that is no way to group findings."""

    text = say(
        "Findings are not grouped by “%(written)s”; rule or customer; whose work they are is nobody’s count."
    )


@at("findings/", "findings", Ability.SEE_PICTURE)
@require_safe
def list_findings(request: HttpRequest) -> HttpResponse:
    """List the findings by rule or customer, each with what to do and the place it is about."""
    viewer = present_viewer()
    found = findings_seen_by(viewer, today())
    by = request.GET.get("by", "rule")
    kinds = group_by_customer(viewer, found) if by == "customer" else group_by_rule(found)
    context = {"kinds": kinds, "total": len(found), "by": by, "groupings": GROUPINGS.items()}
    wrong = None if by in GROUPINGS else GroupingNotUnderstood(written=by)
    return shown(request, "findings/findings.html", wrong, **context)
