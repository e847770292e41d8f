"""Who is hit when one service is lost."""

from typing import TypeAlias

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.answers.impact.impact_of import impact_of
from domestique.answers.impact.impact_rows import AgreementHit, CustomerHit, HitService
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import shown
from domestique.web.pages import loaded
from domestique.web.paging import page_asked
from domestique.web.routes import at

USUAL_SIDE = "customers"
SIDES = {
    "customers": say("By customer"),
    "agreements": say("By agreement"),
    "services": say("By service"),
}
Rows: TypeAlias = "tuple[CustomerHit, ...] | tuple[AgreementHit, ...] | tuple[HitService, ...]"


class SideNotUnderstood(Refusal):
    """A way to sort the impact that there is not."""

    text = say("“%(written)s” is no list of an impact; write customers, agreements or services.")


@at("services/<service:service_id>/impact/", "impact", Ability.SEE_SERVICES)
@require_safe
def show_impact(request: HttpRequest, service_id: str) -> HttpResponse:
    """Show the loss of a service in one sentence, in four sums, and row by row, fifty a page."""
    impact = loaded(request, impact_of, service_id)
    typed = request.GET.get("by", "").strip() or USUAL_SIDE
    wrong = None if typed in SIDES else SideNotUnderstood(written=typed)
    by = USUAL_SIDE if wrong else typed
    lists: dict[str, Rows] = {side: getattr(impact, side) for side in SIDES}
    page = page_asked(request, lists[by])
    context: dict[str, object] = {
        "impact": impact,
        "by": by,
        "page": page,
        "rows": page.items,
        "sides": [(side, words, len(lists[side])) for side, words in SIDES.items()],
    }
    if by == "services":
        ways = impact.ways([hit.id for hit in page.items if isinstance(hit, HitService)])
        context["rows"] = list(zip(page.items, map(" → ".join, ways), strict=True))
    return shown(request, "impact/impact.html", wrong or page.refusal, **context)
