"""Rows that only one person may enter: what was accepted, decided and scored is told by who did it.

Whoever keeps the picture may enter records of what happened elsewhere. For everybody else, four facts take the person
the row itself names, and who has which role is entered by those who may give roles; nobody enters anything for a
customer whose business is not open to her.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.db.models import Q

from domestique.access.roles import WHO_CAN
from domestique.agreements.models import AgreementStatus
from domestique.exchange.files.cells import Problem
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Entry, Incoming, Outcome
from domestique.parties.models import Customer, Mandate, RoleStatus
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.columns import Kind
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import CUSTOMERS, path_to_customer, visible_rows

ROLES_ARE_IN = frozenset({"roles_in_it", "teams", "team_members"})
ACCEPTED = frozenset({AgreementStatus.ACCEPTED, AgreementStatus.IN_FORCE})
TOLD_BACK = frozenset({"told_back_on", "told_back_by", "told_to"})


def check_gates(incomings: Sequence[Incoming], viewer: Viewer) -> Iterator[Problem]:
    """Yield the rows this person may not enter, each with who can; the keeper of the picture may enter all."""
    if viewer.abilities is None:
        return
    for incoming in incomings:
        gate = GATES.get(incoming.table.name)
        for entry in incoming.entries:
            if entry.outcome in (Outcome.NEW, Outcome.CHANGED) and gate:
                yield from gate(incoming, entry, viewer)
        yield from _of_other_customers(incoming, viewer)


def _changes(incoming: Incoming, entry: Entry, name: str) -> bool:
    """Whether a row gives a column another value than stands there."""
    at = incoming.position(name)
    if at is None:
        return False
    new = entry.values[at]
    if entry.before is None:
        return new not in (None, "")
    return bool(
        new != entry.before[incoming.table.fields.index(incoming.table.by_name[name].field)]
    )


def _customer_role(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    """An accepted role is accepted by its person; who the person is, while accepted, is for who may give roles."""
    status, person = (incoming.value_of(name)(entry) for name in ("status", "person"))
    if status != RoleStatus.ACCEPTED:
        return
    by = incoming.value_of("accepted_by")(entry) or person
    touched = [n for n in ("status", "accepted_on", "accepted_by") if _changes(incoming, entry, n)]
    if touched and viewer.person != by:
        yield incoming.refuse(entry, touched[0], _only(say("accept a customer role"), by, viewer))
    elif entry.before is not None and _changes(incoming, entry, "person"):
        yield from _by_who_gives_roles(incoming, entry, viewer)


def _agreement(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    """An agreement is accepted by its customer, or by who decides for her on the day it is entered."""
    status = incoming.value_of("status")(entry)
    touched = [n for n in ("status", "accepted_on") if _changes(incoming, entry, n)]
    is_step = "accepted_on" in touched or (touched and status in ACCEPTED)
    if not is_step:
        return
    id_ = str(incoming.value_of("customer")(entry) or "")
    person = Customer.objects.filter(pk=id_).values_list("person", flat=True).first() or ""
    if viewer.person != person and not _stands_in(viewer, id_, person):
        reason = _only(say("accept an agreement"), person, viewer)
        yield incoming.refuse(entry, touched[0], reason)


def _stands_in(viewer: Viewer, customer_id: str, person: str) -> bool:
    """Whether the customer has lent this person her mandate, and it holds today."""
    on = today_of(organisation_of(viewer), date.today())  # noqa: DTZ011 - the day it is where the person sits
    lent = Mandate.objects.filter(customer=customer_id, person=viewer.person, delegated_by=person)
    begun = lent.filter(Q(starts__isnull=True) | Q(starts__lte=on))
    return bool(person) and begun.filter(Q(ends__isnull=True) | Q(ends__gte=on)).exists()


def _decision(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    """A decision is entered by who took it; that it was told back may be entered by whoever told."""
    names = [column.name for column in incoming.columns if column.name not in TOLD_BACK]
    touched = [name for name in names if _changes(incoming, entry, name)]
    by = str(incoming.value_of("decided_by")(entry) or "")
    at = incoming.table.fields.index(incoming.table.by_name["decided_by"].field)
    before = by if entry.before is None else entry.before[at]
    if touched and not viewer.person == by == before:
        yield incoming.refuse(entry, "decided_by", _only(say("take a decision"), by, viewer))


def _value_score(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    by = str(incoming.value_of("scored_by")(entry) or "")
    if viewer.person != by:
        yield incoming.refuse(
            entry, "scored_by", _only(say("score what a service is worth"), by, viewer)
        )


def _mandate(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    """A mandate that is lent is lent by who has it; any other is a role like those in IT."""
    lent_by = str(incoming.value_of("delegated_by")(entry) or "")
    if lent_by != viewer.person:
        yield from _by_who_gives_roles(incoming, entry, viewer)


def _by_who_gives_roles(incoming: Incoming, entry: Entry, viewer: Viewer) -> Iterator[Problem]:
    if not viewer.may(Ability.GIVE_ROLES):
        reason = say(
            "%(person)s may not %(ability)s, for it opens what only its holders may see. Those who may are %(who)s.",
            person=viewer.person,
            ability=say(Ability.GIVE_ROLES.value),
            who=WHO_CAN[Ability.GIVE_ROLES],
        )
        yield incoming.refuse(entry, incoming.columns[0].name, reason)


def _only(what: Sentence, by: Value, viewer: Viewer) -> Sentence:
    return say(
        "%(person)s cannot %(what)s in the name of %(by)s; only %(by)s can, logged in as herself, or whoever keeps the "
        "picture, as a record of what happened elsewhere.",
        person=viewer.person,
        what=what,
        by=by or say("somebody who is not named"),
    )


def _of_other_customers(incoming: Incoming, viewer: Viewer) -> Iterator[Problem]:
    """Refuse rows that are, or would become, business of a customer who is not open to this person."""
    if viewer.customers is None:
        return
    for column in incoming.columns:
        if column.kind is not Kind.LINK:
            continue
        target = table_named(column.to)
        if column.to != CUSTOMERS and path_to_customer(target) is None:
            continue
        at = incoming.columns.index(column)
        entries = [one for one in incoming.entries if one.outcome in (Outcome.NEW, Outcome.CHANGED)]
        named = {one.values[at] for one in entries} - {None, ""}
        there = set(_keys(target.model, named))
        seen = {str(row.pk) for row in visible_rows(target, viewer).filter(pk__in=named)}
        for entry in entries:
            value = str(entry.values[at] or "")
            if value in there and value not in seen:
                yield incoming.refuse(entry, column.name, _not_open(viewer, value))


def _keys(model: type, named: set[Value]) -> Iterator[str]:
    yield from (str(pk) for pk in model.objects.filter(pk__in=named).values_list("pk", flat=True))  # type: ignore[attr-defined]


def _not_open(viewer: Viewer, value: str) -> Sentence:
    return say(
        "“%(value)s” is business of a customer that is not open to %(person)s; its own customer team can enter this.",
        value=value,
        person=viewer.person,
    )


Gate = Callable[[Incoming, Entry, Viewer], Iterator[Problem]]
GATES: dict[str, Gate] = {
    "customers": _customer_role,
    "agreements": _agreement,
    "decisions": _decision,
    "value_scores": _value_score,
    "mandates": _mandate,
    **dict.fromkeys(ROLES_ARE_IN, _by_who_gives_roles),
}
