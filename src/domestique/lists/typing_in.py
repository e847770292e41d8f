"""Rows a person types or chooses, on their way through the same door as a file."""

from __future__ import annotations

from collections.abc import Sequence

from domestique.exchange.files.cells import Row, Sheet
from domestique.exchange.loading import LoadReport, Request, load_sheets
from domestique.records.columns import Table

FORM = "form"


def load_typed(
    table: Table, header: Sequence[str], rows: list[Row], request: Request
) -> LoadReport:
    """Load typed rows of one table; whatever is wrong, and what this person may not save, stands in the report."""
    return load_sheets([Sheet(FORM, table.name, tuple(header), rows, is_typed=True)], request)
