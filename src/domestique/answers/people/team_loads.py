"""How much lies on each customer team: counts over its customers, never over persons (S1-15, R18)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.choices import AgreementStatus
from domestique.agreements.queries import agreements_visible_to
from domestique.answers.today.today import today_for
from domestique.parties.models import Customer
from domestique.parties.queries import day_for
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer
from domestique.relations.meetings.queries import meetings_visible_to, promises_visible_to
from domestique.relations.needs.need_state import NeedStage, stage_of
from domestique.relations.queries import needs_visible_to, open_escalations

OPEN = frozenset({NeedStage.WAITING, NeedStage.DECIDED})


@dataclass(frozen=True, slots=True)
class Load:
    """How much lies on a team: counts over its customers, and what they are to pay in a year (``None``: not known)."""

    customers: int = 0
    needs: int = 0
    escalations: int = 0
    promises: int = 0
    late: int = 0
    meetings: int = 0
    reviews: int = 0
    charge: Decimal | None = None


def loads_of_teams(viewer: Viewer, customers: list[Customer], clock: date) -> dict[str, Load]:
    """Count what lies on each team, over the customers it answers for."""
    day = day_for(viewer, clock)
    team_of = {one.id: one.team_id or "" for one in customers}
    escalated = open_escalations(viewer).values_list("customer_id", flat=True)
    counts = {
        "customers": Counter(team_of.values()),
        "needs": _by_team(team_of, _open_needs(viewer)),
        "escalations": _by_team(team_of, escalated),
        "meetings": _by_team(team_of, _meetings(viewer, day)),
        "reviews": _by_team(team_of, _reviews(viewer, day)),
    }
    promises, late = _promises(viewer, day)
    counts |= {"promises": _by_team(team_of, promises), "late": _by_team(team_of, late)}
    charges = _charges(viewer, team_of, clock)
    return {
        team: Load(charge=charges.get(team), **{name: by[team] for name, by in counts.items()})
        for team in set(team_of.values())
    }


def _by_team(team_of: Mapping[str, str], customers: Iterable[str]) -> Counter[str]:
    return Counter(team_of[one] for one in customers if one in team_of)


def _open_needs(viewer: Viewer) -> Iterable[str]:
    rows = needs_visible_to(viewer).filter(merged_into=None).values_list("customer_id", "state")
    return [customer for customer, state in rows if stage_of(state) in OPEN]


def _promises(viewer: Viewer, day: date) -> tuple[list[str], list[str]]:
    rows = promises_visible_to(viewer).filter(kept_on=None, taken_back_on=None)
    pairs = list(rows.values_list("customer_id", "due_on"))
    return [one for one, _ in pairs], [one for one, due in pairs if due and due < day]


def _meetings(viewer: Viewer, day: date) -> Iterable[str]:
    month = Month.of(day)
    rows = meetings_visible_to(viewer).filter(
        cancelled_on=None,
        starts__gte=month.first_day.isoformat(),
        starts__lt=month.first_day_after.isoformat(),
    )
    return rows.values_list("customer_id", flat=True)


def _reviews(viewer: Viewer, day: date) -> Iterable[str]:
    rows = agreements_visible_to(viewer).filter(review_on__lte=day)
    return rows.exclude(status=AgreementStatus.ENDED).values_list("customer_id", flat=True)


def _charges(viewer: Viewer, team_of: Mapping[str, str], clock: date) -> dict[str, Decimal]:
    today = today_for(viewer, clock)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in (*today.rows, *today.quiet):
        if row.charge and row.charge.year_plan is not None:
            sums[team_of.get(row.id, "")] += from_minor(row.charge.year_plan, row.charge.currency)
    return sums
