"""A table as it will stand after the load: what the database has, and the rows that come over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domestique.exchange.checks.already_there import values_standing
from domestique.exchange.files.cells import Problem
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Entry, Incoming, Key, Outcome
from domestique.quantities.sentence import Sentence
from domestique.records.columns import Table


@dataclass(frozen=True, slots=True)
class StandingValues:
    """Values of one record and the row they come from; ``None`` where that is the database."""

    values: tuple[Value, ...]
    place: tuple[Incoming, Entry] | None = None

    def refuse(self, column: str, reason: Sentence) -> list[Problem]:
        """Refuse the row this comes from; what is in the database already cannot be refused."""
        if self.place is None:
            return []
        incoming, entry = self.place
        return [incoming.refuse(entry, column, reason)]


def after_load(
    table: Table, incomings: Iterable[Incoming], names: Sequence[str]
) -> list[StandingValues]:
    """Return the values of these columns of every record there will be, in one query.

    A row whose values could not all be read is left out, since there is another problem with it; one that
    changes nothing stands as the database has it.
    """
    width = len(table.key)
    columns = [*table.key, *names]
    standing: dict[Key, StandingValues] = {
        values[:width]: StandingValues(values[width:]) for values in values_standing(table, columns)
    }
    for incoming in incomings:
        if incoming.table is table:
            standing.update(_coming(incoming, names))
    return list(standing.values())


def _coming(incoming: Incoming, names: Sequence[str]) -> Iterable[tuple[Key, StandingValues]]:
    readers = [incoming.value_of(name) for name in names]
    required = [incoming.table.by_name[name].required for name in names]
    for entry in incoming.entries:
        if entry.outcome is Outcome.UNCHANGED:
            continue
        values = tuple([read(entry) for read in readers])
        is_whole = not any(
            value is None and must for value, must in zip(values, required, strict=True)
        )
        if entry.key is not None and is_whole:
            yield entry.key, StandingValues(values, (incoming, entry))
