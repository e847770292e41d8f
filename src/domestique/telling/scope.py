"""Whose sums a page tells: of all customers, or of those that whoever looks may see."""

from domestique.parties.choices import RoleStatus
from domestique.parties.models import Customer
from domestique.parties.queries import customers_visible_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@while_unchanged
def scope_of(viewer: Viewer) -> Sentence | None:
    """Say which customers the sums of a page are of, in two queries; ``None`` where they are of all of them."""
    if viewer.customers is None:
        return None
    served = Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN)
    hers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    every, shown = served.count(), list(hers.select_related("team", "unit"))
    if len(shown) == every:
        return None
    teams = sorted({one.team.name for one in shown if one.team})
    if len(shown) == 1:
        whose = shown[0].name
    elif len(teams) == 1:
        whose = teams[0]
    else:
        return say("Yours · %(own)s of %(every)s customers", own=len(shown), every=every)
    return say(
        "%(whose)s · %(own)s of %(every)s customers", whose=whose, own=len(shown), every=every
    )
