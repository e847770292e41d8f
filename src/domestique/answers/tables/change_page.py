"""Changing many rows: shown first as they would become, then done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from domestique.access.viewers import present_viewer
from domestique.answers.tables.list_asked import question_asked
from domestique.answers.tables.list_page import Typed, list_response
from domestique.answers.tables.list_views_page import to_list
from domestique.answers.tables.record_fields import page_of_row, table_or_nothing
from domestique.exchange.report import LoadReport
from domestique.exchange.rows import key_text
from domestique.lists import changing
from domestique.lists.errors import RowsNotUnderstood
from domestique.quantities.errors import Refusal
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.columns import Table
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb

MOST_SHOWN = 200
MOST_NAMED = 12
UNSEEN = "-"
NOT_SHOWN = say(
    "This is not what you were shown before. Look at what would change now, and change it then."
)


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """What is wrong, and with which rows; ``rest`` is how many there are beside those named."""

    reason: Sentence
    rows: tuple[tuple[str, str], ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Becoming:
    """One row as it is and as it would become."""

    key: str
    url: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do: which rows change, how many stay as they are, and what is refused."""

    rows: Sequence[changing.ChosenRow]
    changes: tuple[Becoming, ...]
    changed: int
    errors: tuple[ToldProblem, ...]
    refused: int
    digest: str

    @property
    def same(self) -> int:
        """How many rows say so already."""
        return len(self.rows) - self.changed - self.refused

    @property
    def rest(self) -> int:
        """How many changes the page has no room for."""
        return self.changed - len(self.changes)

    @property
    def seen(self) -> str:
        """The rows with the versions in which they are shown."""
        return json.dumps({str(row.id): row.version for row in self.rows})


def _list(request: HttpRequest, table_name: str, refusal: Refusal | None = None) -> HttpResponse:
    asked = QueryDict(request.POST.get("query", ""))
    typed = _typed(refusal, request.POST) if refusal else None
    return list_response(request, table_or_nothing(table_name), asked, typed)


@at("lists/<str:table_name>/change/", "list-change", Ability.CHANGE_RECORDS)
@verb(_list, to("records", "table_name"))
def change_many(sent: Sent) -> HttpResponse | str:
    """Show what a change of many rows would do or, when that was seen, do it."""
    table, typed = table_or_nothing(sent.id), sent.form.typed
    column, value, why = (typed.get(name, "") for name in ("column", "new", "why"))
    wish = changing.ChangeWish.read(table, column, value, why)
    if "do" in typed:
        return _change(sent.request, table, wish)
    return _show(sent.request, table, wish, _preview(table, _rows(table, typed), wish))


def _rows(table: Table, typed: QueryDict) -> list[changing.ChosenRow]:
    if "seen" in typed:
        return changing.rows_ticked(present_viewer(), table, list(_versions(typed)))
    if "every" in typed:
        asked = QueryDict(typed.get("query", ""))
        return changing.rows_matching(present_viewer(), question_asked(table, asked))
    return changing.rows_ticked(present_viewer(), table, typed.getlist("row"))


def _versions(typed: QueryDict) -> dict[str, object]:
    try:
        seen = json.loads(typed.get("seen", ""))
    except (ValueError, RecursionError):
        raise RowsNotUnderstood from None
    if not isinstance(seen, dict):
        raise RowsNotUnderstood
    return seen


def _change(request: HttpRequest, table: Table, wish: changing.ChangeWish) -> HttpResponse | str:
    """Change the rows as they were shown; what is another by now is told, and shown anew."""
    viewer, versions = present_viewer(), _versions(request.POST)
    rows = changing.rows_seen(viewer, table, versions)
    report = changing.change_rows(viewer, rows, wish, shown=request.POST.get("shown", "") or UNSEEN)
    if not report.loaded:
        told = _told(table, rows, report) or (ToldProblem(NOT_SHOWN, (), 0),)
        now = changing.rows_ticked(viewer, table, list(versions))
        return _show(request, table, wish, _preview(table, now, wish), told)
    query = QueryDict(request.POST.get("query", ""), mutable=True)
    query["changed"] = str(report.tables[table.name].changed)
    return to_list(table, query.urlencode())


def _preview(
    table: Table, rows: Sequence[changing.ChosenRow], wish: changing.ChangeWish
) -> Preview:
    report = changing.preview_change(present_viewer(), rows, wish)
    changes = [
        Becoming(change.key, page_of_row(table.name, change.key), change.old, change.new)
        for change in report.changes[:MOST_SHOWN]
    ]
    counts = report.tables[table.name]
    return Preview(
        rows,
        tuple(changes),
        counts.changed,
        _told(table, rows, report),
        counts.refused,
        report.digest,
    )


def _told(
    table: Table, rows: Sequence[changing.ChosenRow], report: LoadReport
) -> tuple[ToldProblem, ...]:
    """Return what is wrong, each reason once with the rows it is about."""
    numbers = gathered((problem.reason, problem.row) for problem in report.errors)
    keys = {
        reason: [key_text(table, rows[number - 1].key) for number in told if number]
        for reason, told in numbers.items()
    }
    return tuple(
        ToldProblem(
            reason,
            tuple((key, page_of_row(table.name, key)) for key in about[:MOST_NAMED]),
            len(about[MOST_NAMED:]),
        )
        for reason, about in list(keys.items())[:MOST_SHOWN]
    )


def _show(
    request: HttpRequest,
    table: Table,
    wish: changing.ChangeWish,
    preview: Preview,
    refused: tuple[ToldProblem, ...] = (),
) -> HttpResponse:
    errors = (*refused, *preview.errors)
    context = {
        "table": table,
        "wish": wish,
        "preview": preview,
        "errors": errors,
        "query": request.POST.get("query", ""),
    }
    return render(request, "lists/preview.html", context, status=400 if errors else 200)


def _typed(refusal: Refusal, typed: QueryDict) -> Typed:
    texts = {name: typed.get(name, "") for name in ("column", "new", "why", "every")}
    return Typed(refusal.sentence, "change", texts, frozenset(typed.getlist("row")))
