"""The matrix as comma-separated values: every row and column of what was asked for, with its totals."""

import csv
from decimal import Decimal
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from domestique.answers.matrix.matrix import Matrix, MatrixCell
from domestique.answers.matrix.matrix_facts import MatrixFacts, Show
from domestique.vocabulary.speech import spoken

BYTE_ORDER_MARK = "\ufeff"  # tells a spreadsheet that letters are UTF-8
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def matrix_as_csv(facts: MatrixFacts, matrix: Matrix) -> HttpResponse:
    """Return the matrix as a file to open in a spreadsheet; numbers are plain, texts are never formulas."""
    text = StringIO()
    table = csv.writer(text)
    chosen = facts.chosen
    shows_total = chosen.show is Show.COST
    head = [_("id"), _("service") if chosen.is_turned else _("customer")]
    totals = [_("total")] if shows_total else []
    table.writerow([*head, *(_harmless(f"{one.id} {one.name}") for one in matrix.columns), *totals])
    for row in matrix.rows:
        sums = [_plain(row.total)] if shows_total else []
        own = [_harmless(row.party.id), _harmless(row.party.name)]
        table.writerow([*own, *(_written(cell) for cell in row.cells), *sums])
    if chosen.adds_down:
        sums = [_plain(matrix.total)] if shows_total else []
        table.writerow(["", _("total"), *map(_plain, matrix.column_totals), *sums])
    name = f"matrix-{chosen.show}.csv"
    return HttpResponse(
        BYTE_ORDER_MARK + text.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _written(cell: MatrixCell | None) -> str:
    if cell is None:
        return ""
    return spoken(cell.words) if cell.amount is None else _plain(cell.amount)


def _plain(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text
