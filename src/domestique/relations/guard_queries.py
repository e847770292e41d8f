"""What the guards of this room look at, fetched once for everything that is saved at once."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from domestique.costing.models import Price
from domestique.parties.models import Customer
from domestique.parties.queries import day_at_the_door
from domestique.portfolio.changing_live import AGround
from domestique.portfolio.choices import LifeCycle
from domestique.portfolio.models import Dependency, Package, Service
from domestique.quantities.errors import Refusal, refuse
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import say
from domestique.records.act import Act, Kind
from domestique.records.guard import Row, touched
from domestique.records.others import closed_among
from domestique.records.viewer import Viewer
from domestique.relations import models
from domestique.relations.choices import RequirementState
from domestique.relations.guards import AroundNeeds, works
from domestique.relations.needs.errors import NotThere
from domestique.relations.needs.need_state import STAGES, NeedStage
from domestique.relations.needs.need_steps import newest_step
from domestique.relations.queries import needs_visible_to, requirements_visible_to
from domestique.relations.service_guard import LiveFacts, LiveService, name_in

_MOST_IDS = 500


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


def around_services(act: Act) -> LiveFacts:
    """Return what the guard of services looks at: in up to six queries."""
    steps = list(act.steps(Service))
    was = [one for one in steps if one.before and one.before["state"] == LifeCycle.LIVE]
    going = {one.after["id"] for one in steps if one.after["state"] == LifeCycle.LIVE}
    going -= {one.after["id"] for one in was}
    priced: set[str] = set()
    if going:
        priced = {*Price.objects.values_list("service_id", flat=True)}
        priced |= {one.after["service_id"] for one in act.steps(Price)}
    live = {
        one.after["id"]: LiveService(name_in(row), row["owner"])
        for one in was
        if (row := one.before)
    }
    return LiveFacts(live, priced & going, grounds_named(act.viewer, act.why) if live else ())


def around_needs_of_services(act: Act) -> LiveFacts:
    """Return what the guard of dependencies looks at: which services said before what they need."""
    ids = {one.after["service_id"] for one in act.steps(Dependency)}
    said = Dependency.objects.values_list("service_id", flat=True)
    return _around_live(act, ids, dict.fromkeys(_among(said, "service_id", ids)))


def around_prices(act: Act) -> LiveFacts:
    """Return the newest price of each service, for the ground of another one."""
    ids = {one.after["service_id"] for one in act.steps(Price)}
    newest = Price.objects.order_by("starts").values_list("service_id", "unit_price")
    return _around_live(act, ids, dict(_among(newest, "service_id", ids)))


def around_packages(act: Act) -> LiveFacts:
    """Return what the guard of packages looks at: whether any was on record before."""
    rows = [row for one in act.steps(Package) for row in (one.before, one.after) if row]
    ids = {id_ for row in rows for id_ in row["services"]}
    said = {None: None} if Package.objects.exists() else {}
    return _around_live(act, ids, said)


def _among(rows: QuerySet[Any, Any], field: str, ids: Collection[str]) -> QuerySet[Any, Any]:
    """Return only the rows of these ids; of very many, all of them."""
    return rows.filter(**{f"{field}__in": ids}) if len(ids) < _MOST_IDS else rows


def _around_live(act: Act, ids: Collection[str], said: Mapping[Any, Any]) -> LiveFacts:
    if not said:
        return LiveFacts()
    found = _among(Service.objects.filter(state=LifeCycle.LIVE), "pk", ids)
    live = {one.id: LiveService(one.name, one.owner) for one in found}
    return LiveFacts(live, said=said, grounds=grounds_named(act.viewer, act.why) if live else ())


def grounds_named(viewer: Viewer, why: str) -> tuple[AGround, ...]:
    """Return the requirements and needs that a reason names and that are open to this person, in three queries."""
    written = set(re.findall(r"[\w.-]*\w", why))
    if not written:
        return ()
    required = requirements_visible_to(viewer).filter(pk__in=written)
    needs = list(needs_visible_to(viewer).filter(pk__in=written).select_related("raised_by"))
    steps = models.NeedStep.objects.filter(need__in=needs).order_by("date", "pk")
    taken = gathered((one.need_id, one) for one in steps)
    return (
        *(
            AGround(
                one.id,
                frozenset(filter(None, [one.service_id])),
                one.state == RequirementState.ESTABLISHED,
                frozenset({one.established_by}),
            )
            for one in required
        ),
        *(_ground_of_need(one, taken.get(one.id, [])) for one in needs),
    )


def _ground_of_need(need: models.Need, steps: Sequence[models.NeedStep]) -> AGround:
    """A need comes from the orderer behind it; where none is named, from who captured it."""
    step = newest_step([one.step for one in steps], need.state)
    raised = need.raised_by.person if need.raised_by_id and need.raised_by else ""
    source = raised or (steps[0].person if steps else "")
    holds = STAGES.get(step) is NeedStage.DECIDED
    return AGround(need.id, frozenset(need.services), holds, frozenset({source}))
