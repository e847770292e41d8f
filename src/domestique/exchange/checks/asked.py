"""What needs ask for and what customers consider, proposed from words where a sheet is older than the column for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from domestique.exchange.checks.already_there import values_standing
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Incoming, Key
from domestique.quantities.sentence import Sentence, say_counted
from domestique.relations.needs.need_state import asked_in_note
from domestique.satisfaction.contemplation import considered_in


@dataclass(frozen=True, slots=True)
class ReadOnce:
    """A column of a table, the one whose words propose what it holds, and how many proposals are told."""

    column: str
    words: str
    read: Callable[[str], str]
    told: tuple[str, str]


PROPOSALS = {
    "needs": ReadOnce(
        "asks_for",
        "note",
        asked_in_note,
        (
            "%(count)s need asks for a new service, by its note; the column “asks_for” says so from now on.",
            "%(count)s needs ask for a new service, by their notes; the column “asks_for” says so from now on.",
        ),
    ),
    "pulses": ReadOnce(
        "considers",
        "contemplating",
        considered_in,
        (
            "%(count)s pulse says in words what she considers; the column “considers” says so from now on.",
            "%(count)s pulses say in words what she considers; the column “considers” says so from now on.",
        ),
    ),
}


def propose_from_words(incomings: Iterable[Incoming]) -> Iterator[Sentence]:
    """Give new rows of a sheet without the column what their words propose, and tell how many; the others keep theirs."""
    for incoming in incomings:
        proposal = PROPOSALS.get(incoming.table.name)
        if proposal is None or incoming.position(proposal.column) is not None:
            continue
        words_at = incoming.position(proposal.words)
        if words_at is not None:
            proposed = _propose(incoming, proposal, words_at)
            if proposed:
                yield say_counted(*proposal.told, proposed)


def _propose(incoming: Incoming, proposal: ReadOnce, words_at: int) -> int:
    """Give every entry a value of the column, and return how many words proposed."""
    table, proposed = incoming.table, 0
    names = (*table.key, proposal.column)
    stands: dict[Key, Value] = {row[:-1]: row[-1] for row in values_standing(table, names)}
    for entry in incoming.entries:
        key = entry.key or ()
        value = stands.get(key, proposal.read(str(entry.values[words_at] or "")))
        proposed += bool(value) and key not in stands
        entry.values = (*entry.values, value)
    incoming.add(table.by_name[proposal.column])
    return proposed
