"""What needs ask for, proposed from their notes where a sheet is older than the column for it."""

from collections.abc import Iterable, Iterator

from domestique.exchange.checks.already_there import values_standing
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Incoming
from domestique.quantities.sentence import Sentence, say_counted
from domestique.relations.needs.need_state import asked_in_note


def propose_what_is_asked(incomings: Iterable[Incoming]) -> Iterator[Sentence]:
    """Give new needs of a sheet without the column what their notes propose, and tell how many; the others keep theirs."""
    for incoming in incomings:
        is_old = incoming.table.name == "needs" and incoming.position("asks_for") is None
        note_at = incoming.position("note")
        if not is_old or note_at is None:
            continue
        stands: dict[Value, Value] = dict(values_standing(incoming.table, ("id", "asks_for")))
        proposed = 0
        for entry in incoming.entries:
            id_ = entry.key[0] if entry.key else None
            value = stands.get(id_, asked_in_note(str(entry.values[note_at] or "")))
            proposed += bool(value) and id_ not in stands
            entry.values = (*entry.values, value)
        incoming.add(incoming.table.by_name["asks_for"])
        if proposed:
            yield say_counted(
                "%(count)s need asks for a new service, by its note; the column “asks_for” says so from now on.",
                "%(count)s needs ask for a new service, by their notes; the column “asks_for” says so from now on.",
                proposed,
            )
