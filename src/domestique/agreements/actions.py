"""What is done with an agreement: proposed, accepted, put in force, ended. Each by name, on a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from domestique.agreements import acceptance, errors
from domestique.agreements.choices import AgreementStatus
from domestique.agreements.guard_queries import gates_of
from domestique.agreements.models import Agreement, AgreementLine
from domestique.agreements.queries import agreements_visible_to, lines_visible_to
from domestique.parties.queries import customer_visible_to
from domestique.quantities.errors import Refusal, refuse
from domestique.records.ability import Ability
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Read:
    """An agreement as it was read: the record, what the gate sees of it, and a stamp of everything it says."""

    record: Agreement
    gate: acceptance.Proposed
    stamp: str


def read_agreement(viewer: Viewer, agreement_id: str, day: date) -> Read:
    """Read an agreement with its lines and both sides on a day; refuses ``NoSuchAgreement``."""
    record = agreements_visible_to(viewer).filter(pk=agreement_id).first()
    customer = customer_visible_to(viewer, record.customer_id) if record else None
    if record is None or customer is None:
        raise errors.NoSuchAgreement(written=agreement_id)
    lines = list(lines_visible_to(viewer).filter(agreement_id=agreement_id))
    gate = gates_of(viewer, [agreement_id], day)[agreement_id]
    return Read(record, gate, stamp_of_agreement(record, lines))


def stamp_of_agreement(record: Agreement, lines: Iterable[AgreementLine]) -> str:
    """Return a stamp that is another as soon as the agreement or one of its lines says something else."""
    return f"{record.version}-" + ".".join(f"{line.service_id}:{line.version}" for line in lines)


def propose(viewer: Viewer, agreement_id: str, *, on: date, seen: str = "") -> Agreement:
    """Propose a draft to its customer, as her customer manager. Refuses ``AgreementNotYours`` by name."""
    return _step(
        (viewer, agreement_id, on, seen),
        partial(acceptance.why_not_propose, person=viewer.person),
        status=AgreementStatus.PROPOSED,
        proposed_by=viewer.person,
        proposed_on=on,
    )


def take_back(viewer: Viewer, agreement_id: str, *, on: date, seen: str = "") -> Agreement:
    """Make a proposal a draft again, to write it anew."""
    return _step(
        (viewer, agreement_id, on, seen),
        partial(acceptance.why_not_take_back, person=viewer.person),
        status=AgreementStatus.DRAFT,
        proposed_by="",
        proposed_on=None,
    )


def accept(viewer: Viewer, agreement_id: str, *, on: date, seen: str = "") -> Agreement:
    """Accept a proposal as its customer: one of the four gates. Refuses ``AgreementNotYours`` by name."""
    starts = Agreement.objects.filter(pk=agreement_id).values_list("starts", flat=True).first()
    return _step(
        (viewer, agreement_id, on, seen),
        partial(acceptance.why_not_accept, person=viewer.person, day=on),
        status=acceptance.status_when_accepted(starts, on),
        accepted_by=viewer.person,
        accepted_on=on,
    )


def begin(viewer: Viewer, agreement_id: str, *, on: date, seen: str = "") -> Agreement:
    """Put an accepted agreement in force once its first day has come."""
    return _step(
        (viewer, agreement_id, on, seen),
        partial(acceptance.why_not_begin, day=on),
        status=AgreementStatus.IN_FORCE,
    )


def end(viewer: Viewer, agreement_id: str, *, on: date, why: str = "", seen: str = "") -> Agreement:
    """End an agreement on its last day, or today because the other side asked for it; else ask the other side.

    Before its last day it takes both: the customer, and somebody who works with customers.
    """
    with changing():
        gate = read_agreement(viewer, agreement_id, on).gate
        ended: dict[str, str | date | None] = {
            "status": AgreementStatus.ENDED,
            "ends": acceptance.last_day(gate.ends, on),
        }
        asked: dict[str, str | date | None] = {
            "ending_asked_by": viewer.person,
            "ending_asked_on": on,
        }
        values = ended if acceptance.ends_now(gate, viewer.person, on) else asked
        works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
        refuses = partial(acceptance.why_not_end, person=viewer.person, works_with_customers=works)
        return _step((viewer, agreement_id, on, seen), refuses, why, **values)


def confirm_value(
    viewer: Viewer, agreement_id: str, service_id: str, *, is_worth: bool, on: date
) -> AgreementLine:
    """Say whether a service is worth its price, as the customer, or as heard from her by who says so."""
    with changing():
        read_agreement(viewer, agreement_id, on)
        line = (
            lines_visible_to(viewer)
            .filter(agreement_id=agreement_id, service_id=service_id)
            .first()
        )
        if line is None:
            raise errors.NoSuchLine(agreement=agreement_id, service=service_id)
        return change(line, viewer, "", value_confirmed=is_worth, confirmed_by=viewer.person)


def renew(viewer: Viewer, agreement_id: str, *, on: date) -> Agreement:
    """Write the draft that follows an agreement: its lines again, from the day after its last, for as many days.

    Only the customer manager writes agreements (R06).
    """
    with changing():
        read = read_agreement(viewer, agreement_id, on)
        refuse(acceptance.why_not_write(read.gate, viewer.person))
        old = read.record
        starts, ends = acceptance.period_after(old.starts, old.ends, on)
        draft = Agreement(
            id=next_id(Agreement, "A"), customer_id=old.customer_id, starts=starts, ends=ends
        )
        enter(draft, viewer, "")
        for line in lines_visible_to(viewer).filter(agreement_id=agreement_id):
            enter(_copy_for(draft, line), viewer, "")
        return draft


def _copy_for(draft: Agreement, line: AgreementLine) -> AgreementLine:
    """Return a line of another agreement as the draft has it; what it is worth is asked anew."""
    return AgreementLine(
        agreement_id=draft.id,
        service_id=line.service_id,
        content=line.content,
        availability_target=line.availability_target,
        planned_units=line.planned_units,
        unit_price=line.unit_price,
    )


def _step(
    asked: tuple[Viewer, str, date, str],
    refuses: Callable[[acceptance.Proposed], Refusal | None],
    why: str = "",
    **values: str | date | None,
) -> Agreement:
    """Take one step through its gate, over the text that was read."""
    viewer, agreement_id, day, seen = asked
    with changing():
        read = read_agreement(viewer, agreement_id, day)
        if seen and seen != read.stamp:
            raise errors.AgreementChangedMeanwhile(customer=read.gate.customer)
        refuse(refuses(read.gate))
        return change(read.record, viewer, why, **values)
