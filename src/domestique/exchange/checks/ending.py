"""Agreements that rows say are ended: by one side before the last day that asks the other side, as the button does."""

from collections.abc import Iterable

from domestique.agreements import acceptance
from domestique.agreements.choices import AGREED, AgreementStatus
from domestique.agreements.guard_queries import gates_of
from domestique.agreements.models import Agreement
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Entry, Incoming
from domestique.parties.queries import day_at_the_door
from domestique.records.viewer import Viewer

ASKED = ("status", "ending_asked_by", "ending_asked_on")


def ask_to_end(incomings: Iterable[Incoming], viewer: Viewer) -> None:
    """Let rows that end agreements ask for it, or end them today where the other side has asked.

    Whoever keeps the picture records what happened elsewhere, as her rows say it.
    """
    for incoming in incomings:
        if incoming.table.name == "agreements" and viewer.abilities is not None:
            _ask(incoming, viewer)


def _ask(incoming: Incoming, viewer: Viewer) -> None:
    status = incoming.position("status")
    if status is None:
        return
    ended = {
        entry.key[0]: entry
        for entry in incoming.entries
        if entry.key and entry.values[status] == AgreementStatus.ENDED
    }
    day = day_at_the_door(viewer)
    standing = Agreement.objects.filter(status__in=AGREED).in_bulk(list(ended))
    gates = gates_of(viewer, list(standing), day) if standing else {}
    said: dict[Value, dict[str, Value]] = {}
    for id_, gate in gates.items():
        if not acceptance.ends_now(gate, viewer.person, day):
            asked = (standing[id_].status, viewer.person, day)
            said[id_] = dict(zip(ASKED, asked, strict=True))
        elif _says(incoming, ended[id_], "to") in (None, gate.ends):
            said[id_] = {"to": acceptance.last_day(gate.ends, day)}
    for name in dict.fromkeys(name for values in said.values() for name in values):
        _set(incoming, name, said)


def _says(incoming: Incoming, entry: Entry, name: str) -> Value:
    at = incoming.position(name)
    return None if at is None else entry.values[at]


def _set(incoming: Incoming, name: str, said: dict[Value, dict[str, Value]]) -> None:
    """Set a column where something is said of a row; where the sheet lacks it, the others keep what stands."""
    column, at = incoming.table.by_name[name], incoming.position(name)
    stands = {} if at is not None else dict(Agreement.objects.values_list("pk", column.field))
    empty = incoming.table.empty_values[column.field]
    for entry in incoming.entries:
        id_ = entry.key[0] if entry.key else None
        own = said.get(id_, {})
        if at is None:
            entry.values = (*entry.values, own.get(name, stands.get(id_, empty)))
        elif name in own:
            entry.values = (*entry.values[:at], own[name], *entry.values[at + 1 :])
    if at is None:
        incoming.add(column)
