"""Entering a row and changing one. What is refused stays typed, each sentence at its field."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from domestique.access.viewers import present_viewer
from domestique.answers.tables.form_fields import Filled, fields_for, usual_texts
from domestique.answers.tables.record_fields import record_or_nothing, table_or_nothing
from domestique.exchange.changing_ids import may_change_ids
from domestique.lists import entering
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.columns import Table
from domestique.records.models import Record, TakenOut
from domestique.records.past.past_gates import MayGoOn
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb

CONFIRMED = "confirmed"
"""The button with which what a form asks about is confirmed."""


@dataclass(frozen=True, slots=True)
class RowForm:
    """A form as it stands: whose, how it is filled, and the version of the row that is seen in it.

    ``out`` is the row that has its key and was taken out. It ``asks`` where one press confirms what was typed.
    """

    table: Table
    filled: Filled
    why: str = ""
    key: str = ""
    seen: int = 0
    is_overtaken: bool = False
    out: TakenOut | None = None
    asks: bool = False


def _empty(request: HttpRequest, table_name: str, **_: object) -> HttpResponse:
    """Show an empty form; columns named in the address are filled in already."""
    table = table_or_nothing(table_name)
    texts = usual_texts(table) | _texts(table, request.GET)
    return _show(request, RowForm(table, Filled(texts, {}, {})))


@at("edit/<str:table_name>/new/", "new-record", Ability.CHANGE_RECORDS)
@verb(_empty)
def enter_record(sent: Sent) -> HttpResponse | str:
    """Enter what was typed as a new row."""
    table = table_or_nothing(sent.id)
    typed, why = _texts(table, sent.form.typed), sent.form.text("why")
    asks = not sent.form.text(CONFIRMED)
    result = _attempt(partial(entering.enter_row, sent.viewer, table, typed, why, asks=asks))
    if result.errors:
        form = RowForm(
            table, Filled(typed, result.errors, {}), why, out=result.out, asks=result.asks
        )
        return _show(sent.request, form)
    return reverse("record", args=[table.name, result.key or typed["name"]])


def _opened_form(request: HttpRequest, table_name: str, key: str, **_: object) -> HttpResponse:
    """Show a row's form."""
    table = table_or_nothing(table_name)
    record = record_or_nothing(present_viewer(), table, key)
    texts = entering.cells_of(table, record)
    return _show(request, RowForm(table, Filled(texts, {}, {}), "", key, record.version))


@at("edit/<str:table_name>/<path:key>/", "edit-record", Ability.CHANGE_RECORDS)
@verb(_opened_form)
def edit_record(sent: Sent) -> HttpResponse | str:
    """Change what was typed over in a row's form; somebody else's change meanwhile is never lost."""
    table, key = table_or_nothing(sent.named["table_name"]), sent.named["key"]
    record = record_or_nothing(sent.viewer, table, key)
    typed, why = _texts(table, sent.form.typed), sent.form.text("why")
    opened = _opened(table, record, sent.form.seen)
    asks = not sent.form.text(CONFIRMED)
    change = partial(entering.change_row, sent.viewer, record, table, typed, opened, why, asks=asks)
    result = _attempt(change)
    if result.errors:
        form = RowForm(table, Filled(typed, result.errors, {}), why, key, asks=result.asks)
        return _show(sent.request, _refused(form, record, opened))
    return reverse("record", args=[table.name, result.key or typed.get("name", key)])


def _attempt(save: Callable[[], entering.EntryResult]) -> entering.EntryResult:
    """Save a row; what is refused of all of it is an error at no column."""
    try:
        return save()
    except MayGoOn:
        raise
    except Refusal as refusal:
        return entering.EntryResult(errors={"": (refusal.sentence,)})


def _texts(table: Table, typed: QueryDict) -> dict[str, str]:
    """Return what was typed for each column that was there; browsers end lines their own way."""
    return {
        column.name: typed.get(column.name, "").replace("\r\n", "\n")
        for column in table.columns
        if column.name in typed
    }


def _opened(table: Table, record: Record, version: int) -> entering.Opened:
    """Return the row as it was when the form was opened; a version that never was counts as nothing seen."""
    if version == record.version:
        return entering.Opened(entering.cells_of(table, record), version)
    return entering.opened_at(table, record, version) or entering.Opened({}, 0)


def _refused(form: RowForm, record: Record, opened: entering.Opened) -> RowForm:
    """Return the form to show again: what she typed, beside what others have changed since she opened it."""
    table, standing = form.table, entering.cells_of(form.table, record)
    hers = {
        name: form.filled.texts[name]
        for name in entering.changed_columns(table, form.filled.texts, opened.cells)
        if name not in table.key
    }
    now = {
        name: standing[name]
        for name in hers
        if opened.cells and standing[name] not in (opened.cells.get(name), hers[name])
    }
    return RowForm(
        form.table,
        Filled(standing | hers, form.filled.errors, now),
        form.why,
        form.key,
        record.version,
        is_overtaken=opened.version != record.version,
        asks=form.asks,
    )


def _show(request: HttpRequest, form: RowForm) -> HttpResponse:
    fields = fields_for(form.table, form.filled, is_new=not form.key)
    errors = form.filled.errors
    wrong = [field for field in fields if field.errors]
    context = {"form": form, "table": form.table, "fields": fields, "wrong": wrong}
    context["refusals"] = errors.get("", ())
    context["may_change_id"] = bool(form.key) and may_change_ids(present_viewer(), form.table)
    return render(request, "edit/form.html", context, status=400 if errors else 200)
