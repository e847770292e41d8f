"""A cell as a person would write it."""

from datetime import datetime
from decimal import Decimal

from domestique.exchange.files.cells import Cell
from domestique.quantities.written_number import without_padding


def text_of(cell: Cell) -> str:
    """Return a cell as a person would write it: 12.0 is ``12``, a date ``2026-10-01``."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float | Decimal):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat()


def number_text(number: float | Decimal) -> str:
    """Write a number as a spreadsheet shows it: fifteen digits, no exponent, no padding zeros."""
    text = f"{number:.15g}" if isinstance(number, float) else str(number)
    text = f"{Decimal(text):f}" if Decimal(text).is_finite() else text
    return without_padding(text)
