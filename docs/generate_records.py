"""Write the pages of ``docs/records`` from what the kinds of record declare, so that they never drift.

``python docs/generate_records.py`` writes them; with ``--check`` it writes nothing and tells which pages
are not current. Everything on them is declared by the kind of record itself: see ``RecordKind``.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from domestique.records.columns import Column, Table
    from domestique.records.kind import RecordKind

RECORDS = Path(__file__).parent / "records"
EXAMPLE_ROWS = 3
HERS = "A row is its customer's business."

ANSWERS = {
    "availability": "Availability",
    "error-budget": "Error budget",
    "service-hours": "Service hours",
    "full-cost": "Full cost",
    "unit-cost": "Unit cost and recovery",
    "bill": "Bill and variance",
    "forecast": "Forecast",
    "satisfaction": "Satisfaction now",
    "follow-the-money": "Follow the money",
    "chain-check": "Chain check",
    "notice-dates": "Notice dates",
    "blast-radius": "Blast radius",
    "restoration": "Restoration",
}


def pages() -> dict[str, str]:
    """Return every page by its file name, as it should stand."""
    from domestique.records.tables import TABLES

    return {"index.md": index(TABLES)} | {f"{table.name}.md": page(table) for table in TABLES}


def index(tables: tuple[Table, ...]) -> str:
    """Return the page that lists all tables."""
    from domestique.records.tables import STARTING_TABLES

    rows = [
        f"| [{table.name}]({table.name}.md) | {table.meaning} | {'yes' if table.name in STARTING_TABLES else ''} |"
        for table in tables
    ]
    return "\n".join(
        [
            "# Records",
            "",
            "Domestique keeps these tables. In a folder each is a file, such as `services.csv`; in a workbook each is",
            "a sheet. Load any of them in any order: an id of a table that is not there yet is kept, and checked when",
            "that table arrives. Three are enough to start.",
            "",
            "| table | what it holds | enough to start |",
            "| --- | --- | --- |",
            *rows,
            "",
            "A row is entered and changed by those its page names, on a page, in a form, in bulk and by file alike; nobody",
            "enters anything for a customer whose business is not open to her. Whoever keeps the picture may enter everything:",
            "records of what happened elsewhere. What each ability opens:",
            "[who may see what](../decisions/018-who-may-see-what.md).",
            "",
            "These pages are written from what the kinds declare by `python docs/generate_records.py`.",
            "",
        ]
    )


def page(table: Table) -> str:
    """Return the page of one table."""
    about = table.model.declared
    parts = [
        f"# {table.name}",
        f"{table.meaning} {about.why}",
        _key(table),
        "## Columns",
        "\n".join(_columns(table)),
        *_once(table),
    ]
    if example := _example(table):
        parts += ["## Example", "From the demo organisation.", f"```csv\n{example}\n```"]
    parts += ["## Who sees it, and who enters it", _seen(table), _entered(table)]
    if about.refused:
        parts += [
            "## What a load refuses",
            "Besides cells that cannot be read and ids that are not there:",
        ]
        parts += ["\n".join(f"- {refused}" for refused in about.refused)]
    if about.used_by or about.rules:
        parts += ["## What uses it", "\n".join(_uses(about))]
    parts.append("[All records](index.md)")
    return "\n\n".join(parts) + "\n"


def _key(table: Table) -> str:
    if not table.key:
        return "There is one row at most."
    names = " and ".join(f"`{name}`" for name in table.key)
    return f"A row is known by {names}: loading a row with the same key again changes that row."


def _seen(table: Table) -> str:
    """Say whose business a row is, and from whom its words are kept."""
    from domestique.records.whose import path_to_customer

    about = table.model.declared
    own = "A row is the customer's own business." if path_to_customer(table) == "id" else HERS
    return " ".join(
        [about.whose.value if about.whose else own, *([about.words.value] if about.words else [])]
    )


def _entered(table: Table) -> str:
    """Say what the guard of the kind lets through."""
    from domestique.records.door import guard_of

    guard = guard_of(table.model)
    may = " or ".join(f"*{ability.value}*" for ability in guard.may)
    may = may.replace(" or ", ", ", max(0, len(guard.may) - 2))
    rule = (guard.rule.__doc__ or "").strip().partition("\n")[0] if guard.rule else ""
    return " ".join(
        filter(None, [f"It is entered by those who may {may}." if guard.may else "", rule])
    )


def _columns(table: Table) -> Iterator[str]:
    from domestique.exchange.export.about import accepted

    yield "| column | kind | required | meaning | what is accepted | left empty |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for column in table.columns:
        cells = (
            f"`{column.name}`",
            column.kind.value,
            "yes" if column.required else "",
            str(column.meaning),
            _linked(column, str(accepted(column))),
            "" if column.required else _empty(table, column),
        )
        yield f"| {' | '.join(cells)} |"


def _once(table: Table) -> Iterator[str]:
    """Say which columns it had once, and what tells it now."""
    from domestique.exchange.old_columns import OLD

    rows = [
        f"- `{name}`: now `{column}` of [{now}]({now}.md)"
        for name, (now, column) in OLD.get(table.name, {}).items()
    ]
    if rows:
        yield "Columns it had once are still read in files:"
        yield "\n".join(rows)


def _linked(column: Column, text: str) -> str:
    """Make the name of the table a link points to a link."""
    return (
        text.replace(f"from {column.to}", f"from [{column.to}]({column.to}.md)")
        if column.to
        else text
    )


def _empty(table: Table, column: Column) -> str:
    """Say what an empty cell means."""
    if column.empty:
        return column.empty
    value: Any = table.empty_values[column.field]
    if value in (None, ""):
        return "not known"
    return "none" if value == [] else f"`{value}`"


def _example(table: Table) -> str:
    import domestique

    file = Path(domestique.__file__).parent / "exchange" / "demo" / f"{table.name}.csv"
    if not file.exists():
        return ""
    with file.open(encoding="utf-8", newline="") as rows:
        read = [row for _, row in zip(range(EXAMPLE_ROWS + 1), csv.reader(rows), strict=False)]
    return "\n".join(",".join(_cell(cell) for cell in row) for row in read)


def _cell(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


def _uses(about: RecordKind) -> Iterator[str]:
    for name in about.used_by:
        yield f"- [{ANSWERS[name]}](../calculations/{name}.md)"
    if about.rules:
        rules = ", ".join(about.rules)
        yield f"- Findings {rules}: see [the rules](../decisions/015-rules-of-findings.md)"


def not_current() -> list[str]:
    """Return the pages that are missing, differ from what they should be, or have no table any more."""
    expected = pages()
    found = {file.name: file.read_text(encoding="utf-8") for file in RECORDS.glob("*.md")}
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))


def tell(*lines: str) -> None:
    """Tell whoever runs this."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` only tell which are not current."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "domestique.site.settings")
    os.environ["DOMESTIQUE_DATABASE"] = (
        f"{tempfile.gettempdir()}/domestique-docs.sqlite3"  # never opened
    )
    django.setup()
    stale = not_current()
    if "--check" in arguments:
        tell(*(f"{name} is not current; run python docs/generate_records.py" for name in stale))
        return 1 if stale else 0
    expected = pages()
    for name in stale:
        if name in expected:
            (RECORDS / name).write_text(expected[name], encoding="utf-8")
        else:
            (RECORDS / name).unlink()
    tell(f"{len(stale)} pages written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
