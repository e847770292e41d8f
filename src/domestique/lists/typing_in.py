"""Rows a person types or chooses, on their way through the same door as a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from domestique.exchange.files.cells import Row, Sheet
from domestique.exchange.loading import LoadReport, Request, load_sheets
from domestique.lists.errors import NotYourCustomer
from domestique.records.columns import Table
from domestique.records.viewer import Viewer
from domestique.records.whose import visible_rows

FORM = "form"


def load_typed(
    table: Table, header: Sequence[str], rows: list[Row], request: Request
) -> LoadReport:
    """Load typed rows of one table; whatever is wrong stands in the report.

    Refuses rows that would be of a customer the viewer may not see, as ``NotYourCustomer``.
    """
    sheet = Sheet(FORM, table.name, tuple(header), rows, is_typed=True)
    if request.is_dry_run or request.viewer.customers is None:
        return load_sheets([sheet], request)
    with transaction.atomic():
        hidden = _hidden_from(request.viewer, table)
        report = load_sheets([sheet], request)
        if _hidden_from(request.viewer, table) > hidden:
            raise NotYourCustomer
    return report


def _hidden_from(viewer: Viewer, table: Table) -> int:
    return QuerySet(table.model).count() - visible_rows(table, viewer).count()
