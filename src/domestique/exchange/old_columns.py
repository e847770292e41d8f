"""Columns that tables had once and files still have: what they tell is kept as rows of another table, and told.

A supplier's row with terms is her contract ``<id>-1``. A service's supplier none of whose contracts carries it has one
without level or end, ``<id>-0``; it follows the column as long as nobody has given it a level or an end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domestique.exchange.checks.already_there import values_standing
from domestique.exchange.files.cells import Cell, Problem, Row
from domestique.exchange.files.tidying import is_empty
from domestique.exchange.reading.refusal import text_of
from domestique.exchange.rows import Found
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say_counted
from domestique.records.columns import Column, Table
from domestique.records.tables import table_named

CONTRACTS = "supplier_contracts"
OLD: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "suppliers": {
        "services": (CONTRACTS, "services"),
        "availability": (CONTRACTS, "availability"),
        "contract_ends": (CONTRACTS, "to"),
        "notice_months": (CONTRACTS, "notice_months"),
    },
    "services": {"supplier": (CONTRACTS, "supplier")},
}
"""By table and column: the table and column that tell it now."""
_MOST_NAMED = 10


def column_of_file(table: Table, name: str) -> Column | None:
    """Return a column a file may have: one of the table, or one it had once; ``None`` if it never had it."""
    if name in table.by_name or name not in OLD.get(table.name, {}):
        return table.by_name.get(name)
    now, column = OLD[table.name][name]
    return replace(table_named(now).by_name[column], name=name, required=False)


def as_told_now(found: Sequence[Found]) -> tuple[list[Found], list[Sentence]]:
    """Return the rows found with old columns made rows of the tables that tell it now, and what is to be told."""
    if not any(_old_places(rows) for rows in found):
        return list(found), []
    contracts = _Contracts(found)
    kept = [_without_old(rows) for rows in found]
    made = [contracts.of_terms(rows) for rows in found if rows.table.name == "suppliers"]
    made += [contracts.of_services(rows) for rows in found if rows.table.name == "services"]
    return [*kept, *filter(None, made)], list(contracts.told())


def where_written(problems: Iterable[Problem], found: Sequence[Found]) -> list[Problem]:
    """Return problems of rows made from old columns as problems of the table they stand in."""
    own = {(rows.file, rows.table.name) for rows in found}
    made = {
        (rows.file, now): rows.table.name
        for rows in found
        for now, _ in OLD.get(rows.table.name, {}).values()
        if (rows.file, now) not in own
    }
    return [replace(one, table=made.get((one.file, one.table), one.table)) for one in problems]


def _old_places(rows: Found) -> list[int]:
    own = rows.table.by_name
    return [at for at, column in enumerate(rows.columns) if column.name not in own]


def _without_old(rows: Found) -> Found:
    old = _old_places(rows)
    if not old:
        return rows
    stays = [at for at in range(len(rows.columns)) if at not in old]
    return replace(
        rows,
        columns=tuple(rows.columns[at] for at in stays),
        headings=tuple(rows.headings[at] for at in stays),
        rows=[(number, [cells[at] for at in stays]) for number, cells in rows.rows],
    )


@dataclass(slots=True)
class _Contract:
    """What is known of a contract before the load: whose, what it carries, whether it is as an old column made it."""

    supplier: str
    services: list[str]
    is_bare: bool = False


class _Contracts:
    """The contracts there will be, with those that old columns make."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Take what stands, and what comes in the table of contracts itself."""
        self._table = table_named(CONTRACTS)
        columns = ("id", "supplier", "services", "availability", "to")
        self._standing: dict[str, _Contract] = {
            id_: _Contract(supplier, services, level is None and ends is None)
            for id_, supplier, services, level, ends in values_standing(self._table, columns)
        }
        self._after = dict(self._standing)
        self._written: set[str] = set()
        self._from_terms: list[str] = []
        self._uncovered: dict[str, str] = {}
        for rows in found:
            if rows.table is self._table:
                self._take(rows)

    def _take(self, rows: Found) -> None:
        cell_of = _cells_of(rows)
        for _, cells in rows.rows:
            id_ = _text(cell_of(cells, "id"))
            before = self._standing.get(id_, _Contract("", []))
            supplier, services = cell_of(cells, "supplier"), cell_of(cells, "services")
            self._written.add(id_)
            self._after[id_] = _Contract(
                before.supplier if supplier is None else _text(supplier),
                before.services if services is None else text_of(services).split(),
            )

    def of_terms(self, rows: Found) -> Found | None:
        """Return the contracts of suppliers whose rows have terms; one that stands has its terms from the row."""
        old = _old_places(rows)
        cell_of = _cells_of(rows)
        made: list[Row] = []
        for number, cells in rows.rows if old else ():
            supplier = cell_of(cells, "id")
            id_ = f"{_id(supplier)}-1"
            has_terms = any(not is_empty(cells[at]) for at in old)
            if is_empty(supplier) or id_ in self._written:
                continue
            if has_terms or id_ in self._standing:
                services = cell_of(cells, "services")
                before = self._standing.get(id_, _Contract("", [])).services
                carried = before if services is None else text_of(services).split()
                self._after[id_] = _Contract(_text(supplier), carried)
                self._from_terms += [] if id_ in self._standing else [id_]
                made.append((number, [id_, supplier, *(cells[at] for at in old)]))
        heading = _heading(rows, "id")
        names = [OLD["suppliers"][rows.columns[at].name][1] for at in old]
        headings = (heading, heading, *(rows.headings[at] for at in old))
        return self._found(rows, ("id", "supplier", *names), headings, made)

    def of_services(self, rows: Found) -> Found | None:
        """Return a contract without level or end for each supplier who is said to carry more than her contracts do."""
        if not _old_places(rows):
            return None
        cell_of = _cells_of(rows)
        said: dict[str, tuple[int, Cell]] = {}
        for number, cells in rows.rows:
            said[_text(cell_of(cells, "id"))] = number, cell_of(cells, "supplier")
        wanted = gathered(
            (_text(supplier), service)
            for service, (_, supplier) in said.items()
            if service and not is_empty(supplier)
        )
        bare = {one.supplier: one for id_, one in self._standing.items() if self._is_bare(id_)}
        made: list[Row] = []
        for supplier in dict.fromkeys([*bare, *wanted]):
            id_ = f"{_id(supplier)}-0"
            covered = self._covered_by(supplier)
            more = [service for service in wanted[supplier] if service not in covered]
            listed = self._after[id_].services if id_ in self._after else []
            stays = (
                listed
                if supplier not in bare
                else [s for s in listed if s not in said or s in more]
            )
            carried = list(dict.fromkeys([*stays, *more]))
            if id_ in self._written or (carried == listed and not more):
                continue
            self._uncovered |= {one: id_ for one in more if one not in listed}
            first = said[more[0]] if more else (rows.rows[0][0], supplier)
            made.append((first[0], [id_, first[1], " ".join(carried) or None]))
        heading = _heading(rows, "supplier")
        return self._found(rows, ("id", "supplier", "services"), (heading,) * 3, made)

    def _is_bare(self, id_: str) -> bool:
        one = self._after[id_]
        return one.is_bare and id_ == f"{one.supplier}-0"

    def _covered_by(self, supplier: str) -> set[str]:
        return {
            service
            for id_, one in self._after.items()
            if one.supplier == supplier and not self._is_bare(id_)
            for service in one.services
        }

    def _found(
        self, rows: Found, names: Sequence[str], headings: tuple[str, ...], made: list[Row]
    ) -> Found | None:
        columns = tuple(self._table.by_name[name] for name in names)
        return Found(self._table, rows.file, columns, headings, made) if made else None

    def told(self) -> Iterator[Sentence]:
        """Yield what became of old columns, where it is new."""
        if self._from_terms:
            yield say_counted(
                "What a contract promises stands in supplier_contracts now; %(count)s was made from the old columns of "
                "suppliers: %(ids)s.",
                "What a contract promises stands in supplier_contracts now; %(count)s were made from the old columns of "
                "suppliers: %(ids)s.",
                len(self._from_terms),
                ids=_named(self._from_terms),
            )
        if self._uncovered:
            yield say_counted(
                "%(count)s service has a supplier none of whose contracts carries it; a contract without level or end "
                "was made for it: %(ids)s.",
                "%(count)s services have a supplier none of whose contracts carries them; contracts without level or "
                "end were made for them: %(ids)s.",
                len(self._uncovered),
                ids=_named([f"{service} ({id_})" for service, id_ in self._uncovered.items()]),
            )


def _cells_of(rows: Found) -> Callable[[Sequence[Cell], str], Cell]:
    """Return what takes the cell of a column out of a row: ``""`` for an empty one, ``None`` where there is no such column."""
    places = {column.name: at for at, column in enumerate(rows.columns)}

    def cell(cells: Sequence[Cell], name: str) -> Cell:
        found = cells[places[name]] if name in places else None
        return "" if found is None and name in places else found

    return cell


def _heading(rows: Found, name: str) -> str:
    names = [column.name for column in rows.columns]
    return rows.headings[names.index(name)] if name in names else name


def _text(cell: Cell) -> str:
    return " ".join(text_of(cell).split())


def _id(cell: Cell) -> str:
    return "-".join(text_of(cell).split())


def _named(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_MOST_NAMED]) + (" …" if len(ids) > _MOST_NAMED else "")
