"""The rows of a list as the page shows them: links by their names, and what is not known said so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext

from domestique.answers.tables.record_fields import key_of, page_of_row
from domestique.lists.naming import names_of
from domestique.records.columns import Column, Kind, Table
from domestique.records.models import Record
from domestique.vocabulary.speech import number
from domestique.web.templatetags.shown import plainly

_LINKING = (Kind.LINK, Kind.LINKS, Kind.PERSON, Kind.PEOPLE)
_SHORT = frozenset({Kind.CHOICE, Kind.DATE})
COUNTING = (Kind.WHOLE, Kind.DECIMAL)


@dataclass(frozen=True, slots=True)
class Link:
    """A row a cell leads to, by its name where it has one."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as it is written, and the rows it leads to; ``look`` is how a cell is set.

    ``n`` is a number, ``dim`` not known, ``nowrap`` a word or a day that stays on one line.
    """

    column: str
    text: str
    look: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: what the database knows it by, its key, its own page, its form, and its cells."""

    id: object
    key: str
    url: str
    edit_url: str
    cells: tuple[Cell, ...]
    is_ticked: bool = False


def list_rows(
    table: Table,
    columns: Sequence[Column],
    records: Sequence[Record],
    ticked: frozenset[str] = frozenset(),
) -> list[ListRow]:
    """Make a page of rows ready, in one query for each table they link to."""
    names = _names(columns, records)
    rows = (_row(table, columns, record, names) for record in records)
    return [replace(row, is_ticked=True) if str(row.id) in ticked else row for row in rows]


def id_of_row(table: Table) -> Column | None:
    """Return the column that alone names a row, as an id of its own; ``None`` where a key has several parts."""
    columns = table.key_columns
    return columns[0] if len(columns) == 1 and columns[0].kind is Kind.ID else None


def cells_shown(table: Table, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns that get a cell of their own; an id of its own is the name of its row already."""
    return tuple(column for column in columns if column != id_of_row(table))


def _row(
    table: Table,
    columns: Sequence[Column],
    record: Record,
    names: Mapping[str, Mapping[str, str]],
) -> ListRow:
    key = key_of(table, record)
    return ListRow(
        id=record.pk,
        key=key,
        url=page_of_row(table.name, key),
        edit_url=reverse("edit-record", args=[table.name, key]),
        cells=tuple(
            _cell(column, getattr(record, column.field), names)
            for column in cells_shown(table, columns)
        ),
    )


def _cell(column: Column, value: object, names: Mapping[str, Mapping[str, str]]) -> Cell:
    if value in (None, "", []):
        return Cell(column.name, gettext("not known"), "dim")
    if column.kind in _LINKING:
        named = names.get(column.to, {})
        ids = _ids(column, value)
        links = (Link(id_, named.get(id_, ""), page_of_row(column.to, id_)) for id_ in ids)
        return Cell(column.name, "", links=tuple(links))
    if isinstance(value, bool):
        return Cell(column.name, gettext("yes") if value else gettext("no"))
    if column.kind in COUNTING and isinstance(value, int | Decimal):
        return Cell(column.name, number(value), "n")
    return Cell(column.name, plainly(value), "nowrap" if column.kind in _SHORT else "")


def _names(columns: Iterable[Column], records: Sequence[Record]) -> dict[str, dict[str, str]]:
    """Return what is called how, for every table the rows link to."""
    ids: dict[str, set[str]] = {}
    for column in columns:
        if column.kind in _LINKING:
            for record in records:
                ids.setdefault(column.to, set()).update(_ids(column, getattr(record, column.field)))
    return {table: names_of(table, wanted) for table, wanted in ids.items()}


def _ids(column: Column, value: object) -> Sequence[str]:
    if not value or column.kind not in _LINKING:
        return ()
    return value if isinstance(value, list) else (str.__str__(value),)
