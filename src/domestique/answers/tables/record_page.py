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
from domestique.exchange.changing_ids import may_change_ids
from domestique.exchange.past import told_changes, was_merged
from domestique.lists.leaving import went_along
from domestique.parties.queries import names_of_people_on
from domestique.quantities.person_id import told_by_name
from domestique.records.ability import Ability
from domestique.records.columns import Table
from domestique.records.ids.former_queries import former_ids_of, ids_that_mean
from domestique.records.leaving.taken_out import row_taken_out
from domestique.records.models import Record
from domestique.records.past.history import as_it_stood
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer
from domestique.web.asking import NothingHere, shown, understood
from domestique.web.form import Form, plain_number
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
    """Show one record with its history, as it is, as it stood on a day, or as it was when it was taken out."""
    table, viewer = table_or_nothing(table_name), present_viewer()
    if "on" in request.GET and was_merged(viewer, table, key):
        exact, fields = {"id": key}, []
        context: dict[str, object] = {"means": former_ids_of(table.name).meaning(key)}
    else:
        record, context = _standing_or_out(request, viewer, table, key)
        exact = {name: getattr(record, name) for name in where(table, key)} or {"pk": record.pk}
        exact = exact if table.key else {"id": record.pk}
        fields = fields_of(table, record)
    context |= {"table": table, "key": key, "typed": request.GET.get("on", "")}
    context |= {"fields": fields, "changes": told_changes(table.model, exact)}
    day, refusal = understood(lambda: Form(request.GET).day("on"), None)
    if day is not None:
        stood = as_it_stood(table.model, exact, day)
        with told_by_name(lambda: names_of_people_on(day)):
            then = None if stood is None else fields_of(table, stood)
        context |= {"day": day, "stood": then}
    return shown(request, "records/record.html", refusal, **context)


def _standing_or_out(
    request: HttpRequest, viewer: Viewer, table: Table, key: str
) -> tuple[Record, dict[str, object]]:
    """Return the row that stands, or the one that was taken out, with what the page says of either."""
    try:
        record = record_or_nothing(viewer, table, key)
    except NothingHere:
        gone = row_taken_out(viewer, table, where(table, key))
        if gone is None:
            raise
        return gone.record, {"out": gone.out, "along": went_along(viewer, gone.out)}
    return record, {
        "former": ids_that_mean(table.name, key),
        "may_change_id": may_change_ids(viewer, table),
        "left": plain_number(request.GET.get("left", "")),
    }
