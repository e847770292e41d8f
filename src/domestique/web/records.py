"""Any record: its fields, who changed them, and how it stood on a day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.viewers import local_user
from domestique.exchange.tables import TABLES
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.history import as_it_stood, changes_of
from domestique.web.asking import NothingHere, asked_day, asked_number, refused
from domestique.web.paging import page_of
from domestique.web.record_fields import fields_of, key_of, rows_visible_to, table_or_nothing


@require_safe
def list_tables(request: HttpRequest) -> HttpResponse:
    """List every table with how many rows it has."""
    viewer = local_user()
    tables = [(table, rows_visible_to(viewer, table).count()) for table in TABLES]
    return render(request, "records/tables.html", {"tables": tables})


@require_safe
def list_records(request: HttpRequest, table_name: str) -> HttpResponse:
    """List the rows of a table, fifty a page."""
    table = table_or_nothing(table_name)
    try:
        number = asked_number(request, "page", 1)
    except Refusal as refusal:
        return refused(request, "records/records.html", refusal, table=table)
    page = page_of(request, rows_visible_to(local_user(), table), number)
    rows = [(key_of(table, record), fields_of(table, record)) for record in page.items]
    return render(request, "records/records.html", {"table": table, "page": page, "rows": rows})


@require_safe
def show_record(request: HttpRequest, table_name: str, key: str) -> HttpResponse:
    """Show one record with its history, as it is or as it stood on a day."""
    table = table_or_nothing(table_name)
    where = table.where(key)
    record = rows_visible_to(local_user(), table.table).filter(**where).first()
    if record is None:
        raise NothingHere(
            say("There is no row %(key)s in the table %(table)s.", key=key, table=table_name)
        )
    exact = {name: getattr(record, name) for name in where} or {"pk": record.pk}
    exact = exact if table.key else {"id": record.pk}
    context = {"table": table, "key": key, "typed": request.GET.get("on", "")}
    context["changes"] = changes_of(table.model, exact)
    context["fields"] = fields_of(table, record)
    try:
        day = asked_day(request, "on")
    except Refusal as refusal:
        return refused(request, "records/record.html", refusal, **context)
    if day is not None:
        stood = as_it_stood(table.model, exact, day)
        context |= {"day": day, "stood": None if stood is None else fields_of(table, stood)}
    return render(request, "records/record.html", context)
