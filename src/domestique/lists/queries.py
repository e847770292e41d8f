"""Named reads of lists: the rows a question asks for, and the views there are with how many rows each has now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from domestique.lists.conditions import test_of
from domestique.lists.models import SavedView
from domestique.lists.question import ListQuestion
from domestique.quantities.errors import Refusal
from domestique.records.columns import Column, Table
from domestique.records.memory.remembering import while_unchanged
from domestique.records.models import Record
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

MOST_VIEWS = 30


@dataclass(frozen=True, slots=True)
class CountedView:
    """A view and how many rows it has now; ``None`` if what it asks can no longer be answered."""

    view: SavedView
    is_own: bool
    rows: int | None


def rows_asked(viewer: Viewer, question: ListQuestion) -> QuerySet[Record]:
    """Return the rows a question asks for, as far as the viewer may see them, in its order.

    Rows whose value is not known come last whichever way they are sorted. Refuses what cannot be asked.
    """
    rows = visible_rows(question.table, viewer).filter(test_of(question))
    return rows.order_by(*_order(question))


def _order(question: ListQuestion) -> list[Any]:
    key = [column.field for column in question.table.key_columns] or ["pk"]
    if question.order is None:
        return key
    column, is_descending = question.order
    field = F(column.field)
    sorted_by = field.desc(nulls_last=True) if is_descending else field.asc(nulls_last=True)
    return [*_empty_last(question.table, column), sorted_by, *key]


def _empty_last(table: Table, column: Column) -> list[Any]:
    if column.required or table.empty_values[column.field] != "":
        return []
    is_empty = When(**{column.field: ""}, then=Value(1))
    return [Case(is_empty, default=Value(0), output_field=IntegerField())]


def views_visible_to(viewer: Viewer, table: Table) -> list[CountedView]:
    """Return the viewer's own views of a table and those shared with her, with how many rows each has now.

    All are counted in one query, remembered until a record changes.
    """
    own = Q(person=viewer.person)
    views = list(SavedView.objects.filter(own | Q(is_shared=True), table=table.name)[:MOST_VIEWS])
    counts = _counts(viewer, table.name, tuple(view.query for view in views)) if views else ()
    return [
        CountedView(view, view.person == viewer.person, count)
        for view, count in zip(views, counts, strict=True)
    ]


@while_unchanged
def _counts(viewer: Viewer, table_name: str, queries: Sequence[str]) -> tuple[int | None, ...]:
    table = table_named(table_name)
    tests = {f"view_{place}": _test(table, query) for place, query in enumerate(queries)}
    counted = {
        name: Count("pk", filter=test) if test else Count("pk")
        for name, test in tests.items()
        if test is not None
    }
    found = visible_rows(table, viewer).aggregate(**counted) if counted else {}
    return tuple(found.get(name) for name in tests)


def _test(table: Table, query: str) -> Q | None:
    try:
        return test_of(ListQuestion.parse(table, query))
    except Refusal:
        return None
