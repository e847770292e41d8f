"""One list: the rows of a table as they were asked for, on the page or as a file."""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.tables.condition_builder import builder_of
from domestique.answers.tables.list_asked import question_asked, typed_query
from domestique.answers.tables.list_rows import COUNTING, cells_shown, id_of_row, list_rows
from domestique.answers.tables.record_fields import table_or_nothing
from domestique.lists.files import Format, list_as_file
from domestique.lists.problems import problems_of
from domestique.lists.queries import rows_asked, views_visible_to
from domestique.lists.question import ListQuestion
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.ability import Ability
from domestique.records.columns import Column, Table
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows
from domestique.web.asking import MOST_PAGES, NothingHere, understood
from domestique.web.form import Form, plain_number
from domestique.web.paging import page_of
from domestique.web.routes import at

_TYPES = {
    Format.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a column: which way it is sorted, and the address that sorts by it."""

    column: Column
    url: str
    sorted: str = ""

    @property
    def is_number(self) -> bool:
        """Whether numbers stand beneath it."""
        return self.column.kind in COUNTING


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into one of the page's other forms and refused: the sentence, and the texts to keep."""

    refusal: Sentence
    form: str
    texts: dict[str, str] = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()


@at("lists/<str:table_name>/", "records", Ability.SEE_RECORDS)
@require_safe
def show_list(request: HttpRequest, table_name: str) -> HttpResponse:
    """Show the rows asked for; what was typed into the form becomes an address first, which can be kept and sent."""
    table = table_or_nothing(table_name)
    if "column" in request.GET:
        return HttpResponseRedirect(f"?{typed_query(table, request.GET)}")
    return list_response(request, table, request.GET)


@at("lists/<str:table_name>/export.<str:form>", "list-file", Ability.SEE_RECORDS)
@require_safe
def download_list(request: HttpRequest, table_name: str, form: str) -> HttpResponse:
    """Send every row asked for, with the columns shown; what cannot be asked is said on the list's page."""
    table = table_or_nothing(table_name)
    if form not in set(Format):
        raise NothingHere(
            say("A list is not written as “%(form)s”; take xlsx or csv instead.", form=form)
        )
    try:
        data = list_as_file(present_viewer(), question_asked(table, request.GET), Format(form))
    except Refusal:
        return list_response(request, table, request.GET)
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{form}"'}
    return HttpResponse(data, content_type=_TYPES[Format(form)], headers=headers)


def list_response(
    request: HttpRequest, table: Table, asked: QueryDict, typed: Typed | None = None
) -> HttpResponse:
    """Answer with the list, or with all that is wrong with what was asked, which stays in its fields."""
    viewer, question = present_viewer(), question_asked(table, asked)
    number, wrong = understood(lambda: Form(asked).whole("page", MOST_PAGES) or 1, 1)
    problems = problems_of(question)
    if wrong:
        problems = replace(problems, rest=(*problems.rest, wrong.sentence))
    context: dict[str, Any] = {
        "table": table,
        "problems": problems.rest,
        "builder": builder_of(question, problems, has_more="more" in asked),
        "views": views_visible_to(viewer, table),
        "typed": typed,
        "query": question.written,
        "here": _address(question, number),
        "headline": say("What is asked of %(table)s is not understood.", table=table.name),
    }
    if not problems:
        context |= _answer(request, viewer, (table, question), number)
        ticked = typed.ticked if typed else frozenset()
        context["rows"] = list_rows(table, question.columns, context["page"].items, ticked)
        context["changed"] = plain_number(asked.get("changed", ""))
    status = 400 if problems or typed else 200
    return render(request, "lists/list.html", context, status=status)


def _answer(
    request: HttpRequest, viewer: Viewer, asked: tuple[Table, ListQuestion], number: int
) -> dict[str, Any]:
    """Return what the list shows: two queries for the rows, one for each table they link to."""
    table, question = asked
    rows = rows_asked(viewer, question)
    address = partial(_address, question)
    page = page_of(request, rows, number, question.rows_a_page, address)
    total = page.total
    if question.is_narrowed:
        total = visible_rows(table, viewer).count()
    return {
        "page": page,
        "total": total,
        "headline": _headline(table.name, question, page.total, total),
        "headers": _headers(table, question),
        "has_row_head": id_of_row(table) is None,
        "changeable": [column for column in table.columns if column.name not in table.key],
    }


def _headline(table: str, question: ListQuestion, found: int, total: int) -> Sentence:
    if question.is_narrowed:
        return say_counted(
            "%(count)s of %(total)s rows in %(table)s is as you ask.",
            "%(count)s of %(total)s rows in %(table)s are as you ask.",
            found,
            total=total,
            table=table,
        )
    return say_counted(
        "%(table)s has %(count)s row.", "%(table)s has %(count)s rows.", found, table=table
    )


def _headers(table: Table, question: ListQuestion) -> list[Header]:
    named_by = id_of_row(table)
    columns = cells_shown(table, question.columns)
    return [
        Header(column, _address(_sorted_by(question, column)), _direction(question, column))
        for column in ((named_by, *columns) if named_by else columns)
    ]


def _address(question: ListQuestion, page: int = 1) -> str:
    """Return the address of a page of a list, from wherever it is shown."""
    pages = f"page={page}" if page > 1 else ""
    query = "&".join(filter(None, (question.written, pages)))
    return f"{reverse('records', args=[question.table.name])}?{query}"


def _sorted_by(question: ListQuestion, column: Column) -> ListQuestion:
    """Return the question sorted by a column, the other way round if it is so already."""
    turned = "-" if question.sort == column.name else ""
    return replace(question, sort=f"{turned}{column.name}")


def _direction(question: ListQuestion, column: Column) -> str:
    if question.sort.removeprefix("-") != column.name:
        return ""
    return "descending" if question.sort.startswith("-") else "ascending"
