"""What was taken out, as a sheet of its own in an export that asks for it; a load passes it over."""

from __future__ import annotations

import json

from domestique.exchange.export.contents import Contents
from domestique.exchange.written import as_text
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table
from domestique.records.leaving.taken_out import OutRow, taken_out_visible_to
from domestique.records.models import Record
from domestique.records.viewer import Viewer

OUT = "taken_out"
_COLUMNS = (
    Column("table", "table", Kind.TEXT, say("The table the row was taken out of.")),
    Column("key", "key", Kind.TEXT, say("Its key.")),
    Column("at", "at", Kind.TEXT, say("When it was taken out, UTC.")),
    Column("by", "by", Kind.TEXT, say("Who took it out.")),
    Column("why", "why", Kind.TEXT, say("Why."), is_long=True),
    Column("row", "row", Kind.TEXT, say("What it said: its cells, as JSON."), is_long=True),
)
_MEANING = say("Rows that were taken out, and count nowhere. It is not loaded again.")
_TABLE = Table(OUT, Record, ("table", "key"), _COLUMNS, _MEANING)  # type: ignore[type-abstract]  # rows of any kind


def out_contents(viewer: Viewer) -> Contents:
    """Return what was taken out, as far as the viewer may see it, the newest first."""
    rows = [_cells(row) for row in taken_out_visible_to(viewer)]
    return Contents(_TABLE, _COLUMNS, [*rows])


def _cells(row: OutRow) -> tuple[str, ...]:
    texts = {
        column.name: as_text(getattr(row.record, column.field), column.kind)
        for column in row.table.columns
    }
    said = json.dumps({name: text for name, text in texts.items() if text}, ensure_ascii=False)
    out = row.out
    return out.table, row.key, f"{out.at:%Y-%m-%d %H:%M}", out.person, out.why, said
