"""Who may enter agreements and their lines. Pure rules, asked at the door (``records.guard``).

From *proposed* on the text is frozen: what was proposed is what is accepted, and what was accepted is what holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domestique.agreements import acceptance, amending, errors
from domestique.agreements.acceptance import LineOf, Proposed
from domestique.agreements.choices import AGREED, AgreementStatus, AmendmentStatus
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.guard import Gate, Row, may_not, touched, touches_only
from domestique.records.refusals import OnlyInHerOwnName, WordsStand
from domestique.records.viewer import Viewer

PROPOSAL = ("proposed_by", "proposed_on")
ACCEPTANCE = ("accepted_by", "accepted_on")
ENDING = ("ending_asked_by", "ending_asked_on")
FROZEN = ("customer_id", "starts", "ends", *PROPOSAL, *ACCEPTANCE)
SIGNED = (*AGREED, AgreementStatus.ENDED)
CONFIRMED = ("value_confirmed", "confirmed_by")


GATES = (
    Gate(
        "*proposed*",
        "the one customer manager of the customer",
        "days, lines, and a level for each",
        "days, lines, prices",
    ),
    Gate(
        "*accepted*",
        "the customer, on its page",
        "her role accepted, her mandate; never typed",
        "who and when",
    ),
    Gate("*ended*", "both sides, or either from the last day on"),
)
LINE_GATES = (
    Gate(
        "level, units, price",
        "the customer team",
        "the agreement is a draft",
        "from *proposed* on: a dated amendment, or a new version",
    ),
    Gate(
        "what was transcribed wrongly",
        "whoever keeps the picture",
        "the paper it stands in, as the reason; told as corrected with both texts",
    ),
    Gate(
        "value confirmed",
        "the customer on the page of the agreement or her own page; who heard it, in her own name",
        "",
        "what the customer said herself",
    ),
)


AMENDMENT_GATES = (
    Gate(
        "*proposed*",
        "the one customer manager of the customer",
        "an agreement that was accepted, a day on which it holds and that is not over",
        "the whole of it",
    ),
    Gate(
        "*accepted*",
        "the customer, on the page of the agreement",
        "her role accepted, her mandate; never typed",
        "the whole of it",
    ),
    Gate("*withdrawn*", "the customer manager, or the customer", "it is only proposed"),
)


@dataclass(frozen=True, slots=True)
class AgreementGates:
    """What the gate sees of each agreement before anything is saved, by id; the day; whether rows were typed or loaded.

    ``services`` are their names, where lines are read from rows.
    """

    gates: Mapping[str, Proposed] = field(default_factory=dict)
    day: date = date.max
    is_typed: bool = False
    services: Mapping[str, str] = field(default_factory=dict)

    def line_of(self, row: Row) -> LineOf:
        """Return what a row says of its service, as the gate sees it."""
        id_ = row["service_id"]
        return LineOf(
            self.services.get(id_, id_),
            id_,
            row["content"],
            row["planned_units"],
            row["availability_target"],
        )


def agreement(
    viewer: Viewer, before: Row | None, after: Row, facts: AgreementGates
) -> Refusal | None:
    """Steps are taken by name, one at a time, and a frozen text is left alone; the rest is the team's.

    Whatever a save does, nothing but what belongs to its step moves of what is signed or frozen.
    """
    status = before["status"] if before else AgreementStatus.DRAFT
    gate = facts.gates.get(after["id"]) or Proposed(AgreementStatus.DRAFT, after["id"], "", "", "")
    refusal, beside = _step(viewer, before, after, facts, gate)
    if refusal:
        return refusal
    is_teams = viewer.may(Ability.WORK_WITH_CUSTOMERS) or viewer.may(Ability.CHANGE_RECORDS)
    if not is_teams and not (beside and touches_only(before, after, beside)):
        return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    is_frozen = beside or status != AgreementStatus.DRAFT
    held = FROZEN if is_frozen and before else (*PROPOSAL, *ACCEPTANCE)
    moved = [one for one in touched(before, after, held) if one not in beside]
    if moved and moved[0] in ACCEPTANCE:
        return _acceptance_is_hers(gate).at(moved[0])
    return _frozen(after["id"], gate).at(moved[0]) if moved else None


def agreement_line(
    viewer: Viewer, before: Row | None, after: Row, facts: AgreementGates
) -> Refusal | None:
    """Lines are written while their agreement is a draft; what a service is worth is confirmed at any time."""
    changed = touched(before, after)
    is_teams = viewer.may(Ability.WORK_WITH_CUSTOMERS) or viewer.may(Ability.CHANGE_RECORDS)
    if not is_teams and not touches_only(before, after, CONFIRMED):
        return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    if "value_confirmed" in changed or "confirmed_by" in changed:
        if after["value_confirmed"] is not None and after["confirmed_by"] != viewer.person:
            return errors.ConfirmedByWhom(person=viewer.person).at("confirmed_by")
        gate = facts.gates.get(after["agreement_id"])
        hers = before["confirmed_by"] if before else ""
        if not is_teams and gate and viewer.person != gate.person:
            return may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
        if gate and hers == gate.person != viewer.person and hers:
            return WordsStand(person=hers).at("value_confirmed")
    for row in (before, after) if before else (after,):
        gate = facts.gates.get(row["agreement_id"])
        text = [name for name in changed if name not in CONFIRMED]
        if gate and gate.status != AgreementStatus.DRAFT and (text or before is None):
            at = text[0] if before else "agreement_id"
            return _frozen(row["agreement_id"], gate).at(at)
    return None


def text_stands(_viewer: Viewer, row: Row, facts: AgreementGates) -> Refusal | None:
    """From *proposed* on an agreement stands; one that is only proposed is taken back first."""
    gate = facts.gates.get(row["id"])
    return _frozen(row["id"], gate) if gate and gate.status != AgreementStatus.DRAFT else None


def line_stands(viewer: Viewer, row: Row, facts: AgreementGates) -> Refusal | None:
    """A line stands with its agreement; a new version leaves it out."""
    return text_stands(viewer, {"id": row["agreement_id"]}, facts)


def amendment_stands(_viewer: Viewer, row: Row, _facts: AgreementGates) -> Refusal | None:
    """An amendment that is proposed or accepted stands; it is taken back, or amended again from a later day."""
    if row["status"] == AmendmentStatus.WITHDRAWN:
        return None
    return errors.AmendmentStands(
        agreement=row["agreement_id"], day=row["valid_from"], status=row["status"]
    )


def transcription(
    _viewer: Viewer, before: Row | None, after: Row, why: str, facts: AgreementGates
) -> Refusal | None:
    """What was accepted is corrected by whoever keeps the picture, citing the paper it stands in."""
    gate = facts.gates.get(after["agreement_id"])
    if gate is None or gate.status not in SIGNED or touches_only(before, after, CONFIRMED):
        return None
    if why.strip():
        return None
    return errors.TranscriptionWithoutPaper(agreement=after["agreement_id"], status=gate.status)


def amendment(
    viewer: Viewer, before: Row | None, after: Row, facts: AgreementGates
) -> Refusal | None:
    """An amendment is proposed, accepted or withdrawn by name, and its text stands from *proposed* on."""
    gate = facts.gates.get(after["agreement_id"]) or Proposed(
        AgreementStatus.DRAFT, after["agreement_id"], "", "", ""
    )
    status, was = after["status"], before["status"] if before else AmendmentStatus.WITHDRAWN
    day, line = after["valid_from"], facts.line_of(after)
    refusal: Refusal | None
    if status == AmendmentStatus.PROPOSED and was == AmendmentStatus.WITHDRAWN:
        if refusal := amending.why_not_amend(gate, viewer.person, line, day, facts.day):
            return refusal.at(
                "valid_from" if isinstance(refusal, errors.AmendsOutside) else "agreement_id"
            )
        if signed := touched(None, after, ACCEPTANCE):
            return errors.AmendmentIsNotTyped(customer=gate.customer, person=gate.person).at(
                signed[0]
            )
        return _in_her_name(viewer, "proposed_by", after)
    refusal = None
    beside: tuple[str, ...] = ("status",)
    if status == AmendmentStatus.ACCEPTED and was != AmendmentStatus.ACCEPTED:
        beside = ("status", *ACCEPTANCE)
        refusal = (
            errors.AmendmentIsNotTyped(customer=gate.customer, person=gate.person)
            if facts.is_typed
            else amending.why_not_accept_amendment(gate, was, [line], viewer.person, facts.day)
        )
        refusal = refusal or _in_her_name(viewer, "accepted_by", after)
    elif status == AmendmentStatus.WITHDRAWN and was != AmendmentStatus.WITHDRAWN:
        refusal = amending.why_not_withdraw(gate, was, viewer.person)
    if refusal:
        return refusal.at("status")
    moved = [name for name in touched(before, after) if name not in beside]
    standing = errors.AmendmentStands(agreement=after["agreement_id"], day=day, status=was)
    return standing.at(moved[0]) if moved else None


def _step(
    viewer: Viewer, before: Row | None, after: Row, facts: AgreementGates, gate: Proposed
) -> tuple[Refusal | None, tuple[str, ...]]:
    """Return why a step is not taken so: by whom, and from where; and which fields belong to it, none where none is."""
    status, works = after["status"], viewer.may(Ability.WORK_WITH_CUSTOMERS)
    if status == (before["status"] if before else AgreementStatus.DRAFT):
        asked = touched(before, after, ENDING)
        return _asks_to_end(viewer, after, gate) if asked else None, ENDING if asked else ()
    beside: tuple[str, ...] = ()
    if status in AGREED and gate.status != AgreementStatus.ACCEPTED:
        refusal, beside = _accepts(viewer, after, facts, gate), ACCEPTANCE
    elif status == AgreementStatus.PROPOSED:
        refusal, beside = acceptance.why_not_propose(gate, viewer.person), PROPOSAL
        refusal = refusal or _in_her_name(viewer, "proposed_by", after)
    elif status == AgreementStatus.DRAFT:
        refusal, beside = acceptance.why_not_take_back(gate, viewer.person), PROPOSAL
        if gate.status != AgreementStatus.PROPOSED:
            refusal = _frozen(after["id"], gate)
    elif status == AgreementStatus.ENDED:
        refusal, beside = _ends(viewer, after, facts, gate), ("ends",)
    else:
        refusal = acceptance.why_not_begin(gate, facts.day)
        if not works:
            refusal = may_not(viewer, Ability.WORK_WITH_CUSTOMERS)
    return refusal.at("status") if refusal else None, ("status", *beside)


def _accepts(viewer: Viewer, after: Row, facts: AgreementGates, gate: Proposed) -> Refusal | None:
    if refusal := acceptance.why_not_accept(gate, viewer.person, facts.day):
        return refusal
    return (
        _acceptance_is_hers(gate) if facts.is_typed else _in_her_name(viewer, "accepted_by", after)
    )


def _asks_to_end(viewer: Viewer, after: Row, gate: Proposed) -> Refusal | None:
    """Return why somebody does not ask for an ending so; that it is asked no more takes no name."""
    is_asked = after["ending_asked_by"] or after["ending_asked_on"]
    refusal = _in_her_name(viewer, "ending_asked_by", after) if is_asked else None
    works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
    return refusal or acceptance.why_not_end(gate, viewer.person, works_with_customers=works)


def _ends(viewer: Viewer, after: Row, facts: AgreementGates, gate: Proposed) -> Refusal | None:
    """Return why somebody does not end an agreement so: it ends today, or on its last day where that is past."""
    works = viewer.may(Ability.WORK_WITH_CUSTOMERS)
    if refusal := acceptance.why_not_end(gate, viewer.person, works_with_customers=works):
        return refusal
    if not acceptance.ends_now(gate, viewer.person, facts.day):
        return errors.EndTakesBoth(customer=gate.customer, person=gate.person)
    last = acceptance.last_day(gate.ends, facts.day)
    return None if after["ends"] == last else errors.EndsOnItsDay(customer=gate.customer, day=last)


def _in_her_name(viewer: Viewer, name: str, after: Row) -> Refusal | None:
    if after[name] == viewer.person:
        return None
    what = say("take a step of an agreement")
    return OnlyInHerOwnName(person=viewer.person, what=what, by=after[name]).at(name)


def _acceptance_is_hers(gate: Proposed) -> Refusal:
    return errors.AcceptanceIsNotTyped(customer=gate.customer, person=gate.person)


def _frozen(id_: str, gate: Proposed) -> Refusal:
    if gate.status == AgreementStatus.PROPOSED:
        return errors.FrozenWhileProposed(agreement=id_, manager=gate.manager)
    return errors.FrozenText(agreement=id_, status=gate.status, manager=gate.manager)
