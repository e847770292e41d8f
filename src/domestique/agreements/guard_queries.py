"""What the guards of this room look at, fetched once for everything that is saved at once."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from domestique.agreements.acceptance import LineOf, Proposed
from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.guards import ENDING, FROZEN, AgreementGates
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.parties.queries import day_at_the_door
from domestique.parties.router_queries import customer_managers_on, grants_by_customer
from domestique.portfolio.queries import service_names
from domestique.quantities.gathering import gathered
from domestique.records.act import Act
from domestique.records.guard import touched
from domestique.records.viewer import Viewer


def around_agreements(act: Act) -> AgreementGates:
    """Return what the gate sees of the agreements whose signed text or status changes, in a fixed number of queries."""
    names = ("status", *FROZEN, *ENDING)
    steps = act.steps(Agreement)
    return _facts(act, {one.after["id"] for one in steps if touched(one.before, one.after, names)})


def around_lines(act: Act) -> AgreementGates:
    """Return what the gate sees of the agreements whose lines are entered or changed, in a fixed number of queries."""
    rows = [row for one in act.steps(AgreementLine) for row in (one.before, one.after) if row]
    return _facts(act, {row["agreement_id"] for row in rows})


def around_amendments(act: Act) -> AgreementGates:
    """Return what the gate sees of the agreements that are amended, with what was added to them already."""
    facts = _facts(act, {one.after["agreement_id"] for one in act.steps(Amendment)})
    if not facts.gates:
        return facts
    added = gathered(
        (agreement, LineOf(service, service))
        for agreement, service in Amendment.objects.filter(
            agreement_id__in=facts.gates, status=AmendmentStatus.ACCEPTED
        ).values_list("agreement_id", "service_id")
    )
    gates = {
        id_: replace(gate, lines=(*gate.lines, *added.get(id_, ())))
        for id_, gate in facts.gates.items()
    }
    return replace(facts, gates=gates, services=service_names(act.viewer))


def _facts(act: Act, ids: Collection[str]) -> AgreementGates:
    if not ids:
        return AgreementGates()
    on = day_at_the_door(act.viewer)
    return AgreementGates(gates_of(act.viewer, ids, on), on, act.is_typed)


def gates_of(viewer: Viewer, ids: Collection[str], day: date) -> dict[str, Proposed]:
    """Return agreements as the gate sees them on a day, by id, in a fixed number of queries."""
    records = Agreement.objects.filter(pk__in=ids).select_related("customer__unit")
    agreements = [one for one in records if one.customer]
    customers = [one.customer for one in agreements]
    managers = customer_managers_on(viewer, customers, day)
    grants = grants_by_customer({one.id for one in customers})
    names = service_names(viewer)
    lines = gathered(
        (
            line.agreement_id,
            LineOf(
                names.get(line.service_id, line.service_id),
                line.service_id,
                line.content,
                line.planned_units,
                line.availability_target,
            ),
        )
        for line in AgreementLine.objects.filter(agreement_id__in=ids)
    )
    return {
        one.id: Proposed(
            one.status,
            one.customer.name,
            one.customer.person,
            one.customer.status,
            managers[one.customer_id],
            one.starts,
            one.ends,
            tuple(lines[one.id]),
            grants[one.customer_id],
            one.ending_asked_by,
        )
        for one in agreements
    }
