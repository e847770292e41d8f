"""Amendments on their way in: a new one that names nobody is proposed by who enters it, on the day."""

from collections.abc import Iterable

from domestique.exchange.checks.already_there import values_standing
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Incoming
from domestique.parties.queries import day_at_the_door
from domestique.records.viewer import Viewer

PROPOSAL = ("proposed_by", "proposed_on")


def say_who_proposes(incomings: Iterable[Incoming], viewer: Viewer) -> None:
    """Name who enters new amendments, and the day, where their rows name nobody; those that stand keep theirs."""
    for incoming in incomings:
        if incoming.table.name == "amendments":
            _fill(incoming, viewer)


def _fill(incoming: Incoming, viewer: Viewer) -> None:
    table = incoming.table
    size = len(table.key)
    rows = values_standing(table, (*table.key, *PROPOSAL))
    standing: dict[Value, tuple[Value, ...]] = {row[:size]: row[size:] for row in rows}
    own = (viewer.person, day_at_the_door(viewer))
    for place, name in enumerate(PROPOSAL):
        at = incoming.position(name)
        for entry in incoming.entries:
            stands = standing.get(entry.key)
            if at is None:
                entry.values = (*entry.values, stands[place] if stands else own[place])
            elif stands is None and not entry.values[at]:
                entry.values = (*entry.values[:at], own[place], *entry.values[at + 1 :])
        if at is None:
            incoming.add(table.by_name[name])
