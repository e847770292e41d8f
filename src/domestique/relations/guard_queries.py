"""What the guards of this room look at, fetched once for everything that is saved at once."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from django.core.exceptions import ObjectDoesNotExist

from domestique.costing.models import Price
from domestique.parties.models import Customer
from domestique.parties.queries import day_at_the_door
from domestique.portfolio.choices import LifeCycle
from domestique.portfolio.models import Service
from domestique.quantities.errors import Refusal, refuse
from domestique.quantities.sentence import say
from domestique.records.act import Act, Kind
from domestique.records.guard import Row, touched
from domestique.records.others import closed_among
from domestique.records.viewer import Viewer
from domestique.relations import models
from domestique.relations.choices import RequirementState
from domestique.relations.guards import AroundNeeds, works
from domestique.relations.needs.errors import NotThere
from domestique.relations.queries import needs_visible_to, requirements_visible_to
from domestique.relations.service_guard import GroundsOfService

GONE = (RequirementState.WITHDRAWN, RequirementState.CHANGED)


def around_needs(act: Act) -> AroundNeeds:
    """Return what the guard of needs looks at, in a fixed number of queries."""
    steps = list(act.steps(models.Need))
    wholes = {row["merged_into_id"] for one in steps for row in (one.before, one.after) if row} - {
        None
    }
    is_open = (
        frozenset(wholes - closed_among(models.Need, wholes, act))
        if act.viewer.customers
        else frozenset()
    )
    if works(act.viewer):
        return AroundNeeds(open=is_open)
    ids = {one.after["id"] for one in steps} | wholes
    taken = models.NeedStep.objects.filter(need_id__in=ids).order_by("pk")
    newest = dict(taken.values_list("need_id", "person"))
    stepped = frozenset(id_ for id_, person in newest.items() if person == act.viewer.person)
    return AroundNeeds(managers_concerned(act, models.Need), stepped, open=is_open)


def around_steps(act: Act) -> AroundNeeds:
    """Return what the guard of steps looks at, in a fixed number of queries; in none for the team."""
    if works(act.viewer):
        return AroundNeeds()
    ids = {one.after["need_id"] for one in act.steps(models.NeedStep)}
    hers = models.Decision.objects.filter(need_id__in=ids, decided_by=act.viewer.person)
    decided = frozenset(hers.values_list("need_id", flat=True))
    return AroundNeeds(managers_concerned(act, models.NeedStep), decided=decided)


def around_requirements(act: Act) -> AroundNeeds:
    """Return what the guard of requirements looks at: in a fixed number of queries, and some for each she establishes."""
    steps = list(act.steps(models.Requirement))
    ids = {one.after["id"] for one in steps}
    hers = models.Requirement.objects.filter(replaces_id__in=ids, established_by=act.viewer.person)
    replaced = frozenset(hers.values_list("replaces_id", flat=True))
    own = [one.after for one in steps if touched(one.before, one.after, ("established_by",))]
    refused = _refused(act.viewer, own, "established_by", _establish)
    named = frozenset() if works(act.viewer) else managers_concerned(act, models.Requirement)
    return AroundNeeds(named, replaced=replaced, refused=refused)


def around_decisions(act: Act) -> AroundNeeds:
    """Return what the guard of decisions looks at: in a fixed number of queries, and some for each she takes."""
    own = [one.after for one in act.steps(models.Decision) if one.before is None]
    named = frozenset() if works(act.viewer) else managers_concerned(act, models.Decision)
    return AroundNeeds(named, refused=_refused(act.viewer, own, "decided_by", _decide))


def _refused(
    viewer: Viewer, rows: Iterable[Row], by: str, gate: Callable[[Viewer, Row, date], None]
) -> dict[str, Refusal]:
    """Return why the gate refuses what this person enters in her own name, by id."""
    on = day_at_the_door(viewer)
    refused: dict[str, Refusal] = {}
    for row in rows:
        if row[by] == viewer.person:
            try:
                gate(viewer, row, on)
            except Refusal as refusal:
                refused[row["id"]] = refusal
            except ObjectDoesNotExist:
                refused[row["id"]] = NotThere(what=say("question or option"), id=row["id"])
    return refused


def _decide(viewer: Viewer, row: Row, on: date) -> None:
    # It knows of money, which a start need not.
    from domestique.relations.needs.decision_queries import check_decision

    check_decision(viewer, models.Decision(**row), on)


def _establish(viewer: Viewer, row: Row, on: date) -> None:
    from domestique.relations.needs.actions import customer_for
    from domestique.relations.needs.decision_queries import why_not_establish

    customer = customer_for(viewer, row["customer_id"])
    refuse(why_not_establish(viewer, customer, models.Requirement(**row), on))


def managers_around(kind: Kind) -> Callable[[Act], AroundNeeds]:
    """Return what fetches whom a refusal about a record of this kind names; in no query for the team."""
    return lambda act: (
        AroundNeeds() if works(act.viewer) else AroundNeeds(managers_concerned(act, kind))
    )


def managers_concerned(act: Act, kind: Kind) -> frozenset[str]:
    """Return the managers of the customers that records of a kind are about, in five queries."""
    rows = [one.after for one in act.steps(kind)]
    needs = models.Need.objects.filter(pk__in=_named(rows, "need_id"))
    questions = models.Escalation.objects.filter(pk__in=_named(rows, "escalation_id"))
    ids = {
        *_named(rows, "customer_id"),
        *needs.values_list("customer_id", flat=True),
        *questions.values_list("customer_id", flat=True),
    }
    # It knows of money, which a start need not.
    from domestique.relations.people_queries import dated_members, managers

    dated = dated_members(day_at_the_door(act.viewer))
    customers = Customer.objects.filter(pk__in=ids).select_related("team")
    named = (managers(one.team if one.team_id else None, dated) for one in customers)
    return frozenset(person for two in named for person in two if person)


def _named(rows: Iterable[Row], field: str) -> set[str]:
    return {row[field] for row in rows if row.get(field)}


def around_services(act: Act) -> GroundsOfService:
    """Return which services have a price, also one of the same load, and whether the reason is one; in four queries."""
    was_live = False
    going: set[str] = set()
    for one in act.steps(Service):
        if one.before is not None and one.before["state"] == LifeCycle.LIVE:
            was_live = True
        elif one.after["state"] == LifeCycle.LIVE:
            going.add(one.after["id"])
    priced: set[str] = set()
    if going:
        priced = {*Price.objects.values_list("service_id", flat=True)}
        priced |= {one.after["service_id"] for one in act.steps(Price)}
    return GroundsOfService(priced & going, was_live and _names_a_ground(act.viewer, act.why))


def _names_a_ground(viewer: Viewer, why: str) -> bool:
    """Whether a reason names a requirement that still stands, or a need, that is open to this person."""
    written = set(re.findall(r"[\w.-]*\w", why))
    if not written:
        return False
    standing = requirements_visible_to(viewer).filter(pk__in=written).exclude(state__in=GONE)
    return standing.exists() or needs_visible_to(viewer).filter(pk__in=written).exists()
