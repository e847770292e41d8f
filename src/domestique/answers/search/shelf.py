"""A shelf: everything of one kind that may be found, whoever looks, and what of it she may find."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from domestique.answers.search.search_entry import Findable, Way
from domestique.quantities.sentence import Sentence
from domestique.records.kind import Business, FoundBy, Words
from domestique.records.tables import TABLES, table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

# Equally good ones are shown in this order; kinds that are not named here follow it, table by table.
FIRST = (
    *("pages", "deeds", "customers", "services", "people", "units", "orderers", "teams"),
    *("suppliers", "supplier_contracts", "agreements", "packages", "needs", "goals"),
    *("customer_activities", "outages", "maintenance_windows", "pulses"),
)
FOUND: Mapping[str, FoundBy] = {
    table.name: table.model.declared.found_by
    for table in TABLES
    if isinstance(table.model.declared.found_by, FoundBy)
}
"""How the kinds of record are found that are looked for."""
RECORD = "record"


@dataclass(frozen=True)
class Shelf:
    """Everything of one kind that may be found, whoever looks."""

    kind: str
    called: Sentence
    entries: tuple[Findable, ...]

    def open_to(self, viewer: Viewer) -> Callable[[Findable], bool]:
        """Return whether this viewer may find an entry; whose business and whose words it is, as everywhere."""
        if self.kind not in FOUND:
            return _anyone
        table = table_named(self.kind)
        kind = table.model.declared
        ids = viewer.heard if kind.words is Words.HEARD else viewer.customers
        if ids is None or kind.whose is Business.THE_ORGANISATIONS:
            return _anyone
        if kind.whose is Business.THOSE_NAMED:
            seen = {*visible_rows(table, viewer).values_list("pk", flat=True)}
            return lambda found: found.row in seen
        return lambda found: found.customer in ids


def way_to(kind: str, found: Findable, opens: Callable[[str], bool]) -> Way | None:
    """Return the first place an entry of a shelf leads to whose route may be opened."""
    ways = found.ways or _ways_of_row(kind, found)
    return next((way for way in ways if opens(_route(way[0]))), None)


def shelf_in_order(every: Sequence[Shelf]) -> tuple[Shelf, ...]:
    """Return shelves in the order in which equally good ones are shown."""
    return tuple(sorted(every, key=_place))


def _place(shelf: Shelf) -> int:
    return FIRST.index(shelf.kind) if shelf.kind in FIRST else len(FIRST)


def _anyone(_found: Findable) -> bool:
    return True


def _ways_of_row(table: str, found: Findable) -> Iterator[Way]:
    """Yield the places a row leads to, the best first; in the end its own page among the records."""
    pages, others = FOUND[table].pages, iter(found.others)
    for page in pages if RECORD in pages else (*pages, RECORD):
        if page == RECORD:
            yield RECORD, f"{table}/{found.key}"
        elif isinstance(page, str):
            yield page, found.key
        elif other := next(others):
            yield page[0], other


@cache
def _route(page: str) -> str:
    return re.split("[#?]", page, maxsplit=1)[0]
