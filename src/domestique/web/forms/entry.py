"""Entering a row and changing one. What is refused stays typed, each sentence at its field."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from domestique.access.viewers import present_viewer
from domestique.lists.entering import (
    Opened,
    Result,
    cells_of,
    change_row,
    changed_columns,
    enter_row,
    opened_at,
)
from domestique.quantities.errors import Refusal
from domestique.records.columns import Table
from domestique.records.models import Record
from domestique.web.forms.fields import Filled, fields_for, usual_texts
from domestique.web.record_fields import ShownTable, record_or_nothing, table_or_nothing

MOST_VERSIONS = 9


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it stands: whose, how it is filled, and the version of the row that is seen in it."""

    table: ShownTable
    filled: Filled
    why: str = ""
    key: str = ""
    seen: int = 0
    is_overtaken: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def enter_record(request: HttpRequest, table_name: str) -> HttpResponse:
    """Show an empty form, or enter what was typed; columns named in the address are filled in already."""
    table = table_or_nothing(table_name)
    if request.method != "POST":
        texts = usual_texts(table.table) | _texts(table.table, request.GET)
        return _show(request, Form(table, Filled(texts, {}, {})))
    typed, why = _texts(table.table, request.POST), request.POST.get("why", "")
    result = _attempt_entry(table.table, typed, why)
    if result.errors:
        return _show(request, Form(table, Filled(typed, result.errors, {}), why))
    return redirect("record", table.name, result.key or typed["name"])


@require_http_methods(["GET", "HEAD", "POST"])
def edit_record(request: HttpRequest, table_name: str, key: str) -> HttpResponse:
    """Show a row's form, or change what was typed over; somebody else's change meanwhile is never lost."""
    table, viewer = table_or_nothing(table_name), present_viewer()
    record = record_or_nothing(viewer, table, key)
    if request.method != "POST":
        texts = cells_of(table.table, record)
        return _show(request, Form(table, Filled(texts, {}, {}), "", key, record.version))
    typed, why = _texts(table.table, request.POST), request.POST.get("why", "")
    opened = _opened(table.table, record, request.POST.get("seen", ""))
    try:
        result = change_row(viewer, record, table.table, typed, opened, why)
    except Refusal as refusal:
        result = Result(errors={"": (refusal.sentence,)})
    if result.errors:
        form = Form(table, Filled(typed, result.errors, {}), why, key)
        return _show(request, _refused(form, record, opened))
    return redirect("record", table.name, result.key or typed.get("name", key))


def _attempt_entry(table: Table, typed: dict[str, str], why: str) -> Result:
    try:
        return enter_row(present_viewer(), table, typed, why)
    except Refusal as refusal:
        return Result(errors={"": (refusal.sentence,)})


def _texts(table: Table, typed: QueryDict) -> dict[str, str]:
    """Return what was typed for each column that was there; browsers end lines their own way."""
    return {
        column.name: typed.get(column.name, "").replace("\r\n", "\n")
        for column in table.columns
        if column.name in typed
    }


def _opened(table: Table, record: Record, seen: str) -> Opened:
    """Return the row as it was when the form was opened; a version that never was counts as nothing seen."""
    is_number = seen.isascii() and seen.isdigit() and len(seen) <= MOST_VERSIONS
    version = int(seen) if is_number else 0
    if version == record.version:
        return Opened(cells_of(table, record), version)
    return opened_at(table, record, version) or Opened({}, 0)


def _refused(form: Form, record: Record, opened: Opened) -> Form:
    """Return the form to show again: what she typed, beside what others have changed since she opened it."""
    table, standing = form.table.table, cells_of(form.table.table, record)
    hers = {
        name: form.filled.texts[name]
        for name in changed_columns(table, form.filled.texts, opened.cells)
        if name not in table.key
    }
    now = {
        name: standing[name]
        for name in hers
        if opened.cells and standing[name] not in (opened.cells.get(name), hers[name])
    }
    return Form(
        form.table,
        Filled(standing | hers, form.filled.errors, now),
        form.why,
        form.key,
        record.version,
        is_overtaken=opened.version != record.version,
    )


def _show(request: HttpRequest, form: Form) -> HttpResponse:
    fields = fields_for(form.table.table, form.filled, is_new=not form.key)
    errors = form.filled.errors
    wrong = [field for field in fields if field.errors]
    context = {"form": form, "table": form.table, "fields": fields, "wrong": wrong}
    context["refusals"] = errors.get("", ())
    return render(request, "edit/form.html", context, status=400 if errors else 200)
