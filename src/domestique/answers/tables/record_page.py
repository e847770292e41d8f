"""Any record: its fields, who changed them, and how it stood on a day."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.tables.record_fields import (
    fields_of,
    record_or_nothing,
    rows_visible_to,
    table_or_nothing,
    where,
)
from domestique.exchange.past import told_changes
from domestique.records.ability import Ability
from domestique.records.history import as_it_stood
from domestique.records.tables import TABLES
from domestique.web.asking import shown, understood
from domestique.web.form import Form
from domestique.web.pages import page
from domestique.web.routes import at

EVERY_TABLE = page(
    ("records/", "tables"),
    Ability.SEE_RECORDS,
    lambda viewer, _: [(table, rows_visible_to(viewer, table).count()) for table in TABLES],
    "records/tables.html",
    "tables",
)


@at("records/<str:table_name>/<path:key>/", "record", Ability.SEE_RECORDS)
@require_safe
def show_record(request: HttpRequest, table_name: str, key: str) -> HttpResponse:
    """Show one record with its history, as it is or as it stood on a day."""
    table = table_or_nothing(table_name)
    record = record_or_nothing(present_viewer(), table, key)
    exact = {name: getattr(record, name) for name in where(table, key)} or {"pk": record.pk}
    exact = exact if table.key else {"id": record.pk}
    context = {"table": table, "key": key, "typed": request.GET.get("on", "")}
    context["changes"] = told_changes(table.model, exact)
    context["fields"] = fields_of(table, record)
    day, refusal = understood(lambda: Form(request.GET).day("on"), None)
    if day is not None:
        stood = as_it_stood(table.model, exact, day)
        context |= {"day": day, "stood": None if stood is None else fields_of(table, stood)}
    return shown(request, "records/record.html", refusal, **context)
