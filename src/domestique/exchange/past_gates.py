"""What was entered past a gate and waits for an answer: by whom it is seen, confirmed, and given its ground."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from domestique.exchange.past import key_of_row
from domestique.portfolio.changing_live import why_no_ground, why_not_hers
from domestique.portfolio.models import Service
from domestique.quantities.errors import Refusal, insist, refuse
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.door import judge_of
from domestique.records.guard import GuardedStep, Row
from domestique.records.models import PastGate, PastGateAnswer
from domestique.records.saving import Deed, changing
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows
from domestique.relations.guard_queries import grounds_named


class NotListed(Refusal):
    """Nothing of this number waits for an answer, or not for this person to see."""

    text = say("Nothing of this number was entered past a gate and waits for an answer.")


class HerselfOnly(Refusal):
    """Something is confirmed by who acts as another, or by who entered it."""

    text = say(
        "%(person)s confirms this herself: neither who entered it can, nor who acts as somebody else."
    )


class GroundIsAsked(Refusal):
    """A change without ground is not confirmed."""

    text = say("This waits for its ground: name the requirement or need that asks for it.")


@dataclass(frozen=True, slots=True)
class Stood:
    """How a row stood before something was entered past a gate, ``None`` if it was new, and after; and its kind's key."""

    before: Row | None
    after: Row
    pk: Any


def open_gates(viewer: Viewer) -> list[PastGate]:
    """Return what was entered past a gate and waits, the newest first: of the rows this person sees, in a query a table."""
    every = gathered((one.table, one) for one in PastGate.objects.filter(answer=None))
    seen = (one for table, some in every.items() for one in _seen(viewer, table, some))
    return sorted(seen, key=lambda one: (one.at, one.pk), reverse=True)


def _seen(viewer: Viewer, table_name: str, gates: Iterable[PastGate]) -> list[PastGate]:
    """Return those of one table whose rows are open to the viewer; changes of live services to who sees records."""
    gates = [one for one in gates if not one.service or viewer.may(Ability.SEE_RECORDS)]
    table = table_named(table_name)
    if viewer.customers is None or not table.key:
        return gates if viewer.may(Ability.SEE_OWN) else []
    fields = [column.field for column in table.key_columns]
    keys = {one.key: key_of_row(table, one.key) for one in gates}
    firsts = {next(iter(key.values()), "") for key in keys.values()}
    rows = visible_rows(table, viewer).filter(**{f"{fields[0]}__in": firsts}).values_list(*fields)
    open_to_her = {" ".join(map(str, row)) for row in rows}
    return [one for one in gates if one.key in open_to_her]


def confirm(viewer: Viewer, number: str) -> PastGateAnswer:
    """Confirm what was entered past a gate: whoever could have entered it herself does, in her own name."""
    gate = _waiting(viewer, number)
    if gate.service:
        raise GroundIsAsked
    if viewer.hand or viewer.person == (gate.hand or gate.person):
        raise HerselfOnly(person=gate.person if gate.hand else say("Whoever could have entered it"))
    with changing():
        refuse(_why_not(viewer, gate))
        return _answer(viewer, gate)


def give_ground(viewer: Viewer, number: str, written: str) -> PastGateAnswer:
    """Name the requirement or need that asks for a change of a live service: its owner does, or who keeps the picture."""
    gate = _waiting(viewer, number)
    service = Service.objects.filter(pk=gate.service).first()
    service = insist(service, NotListed())
    if viewer.abilities is not None:
        refuse(why_not_hers(service.name, service.owner, viewer.person))
    grounds = grounds_named(viewer, written)
    for person in filter(None, (gate.person, gate.hand)):
        refuse(why_no_ground(service.id, service.name, person, grounds))
    with changing():
        return _answer(viewer, gate, written.strip())


def _waiting(viewer: Viewer, number: str) -> PastGate:
    found = [one for one in open_gates(viewer) if str(one.pk) == number]
    return insist(found[0] if found else None, NotListed())


def _answer(viewer: Viewer, gate: PastGate, ground: str = "") -> PastGateAnswer:
    return PastGateAnswer.objects.create(
        gate=gate, at=timezone.now(), person=viewer.person, ground=ground
    )


def _why_not(viewer: Viewer, gate: PastGate) -> Refusal | None:
    """Ask the guard whether she could have entered it, with the row as it stood before; nothing of that stays."""
    kind, stood = table_named(gate.table).model, _stood(gate)
    herself = (
        viewer if viewer.abilities is not None else replace(viewer, abilities=frozenset(Ability))
    )
    rows: QuerySet[Any] = QuerySet(kind).filter(pk=stood.pk)
    with transaction.atomic():
        if stood.before is None:
            rows.delete()
        else:
            rows.update(**stood.before)
        deed = Deed(herself, gate.why, kind, [GuardedStep(stood.before, stood.after)])
        judge = judge_of(kind, deed)
        refusal = judge.refusal(stood.before, stood.after) if judge else None
        transaction.set_rollback(True)
    return refusal


def _stood(gate: PastGate) -> Stood:
    """Return how the row stood before and after, as its history tells."""
    table = table_named(gate.table)
    names, pk = [one.attname for one in table.model._meta.concrete_fields], table.primary_key
    entered = table.model.history.filter(
        history_date=gate.at, history_user_id=gate.person, **key_of_row(table, gate.key)
    )
    after = insist(entered.order_by("-history_id").values().first(), NotListed())
    earlier = table.model.history.filter(
        **{pk: after[pk]}, history_id__lt=after["history_id"]
    ).order_by("-history_id")
    before = earlier.values(*names).first()
    return Stood(before, {name: after[name] for name in names}, after[pk])
