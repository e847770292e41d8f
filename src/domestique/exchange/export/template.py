"""The empty workbook a newcomer starts with: three tables with the few columns needed first."""

from pathlib import Path

from domestique.exchange.export.clean_workbook import write_workbook
from domestique.exchange.export.contents import Contents
from domestique.exchange.files.file_errors import TemplateIsWorkbook
from domestique.quantities.sentence import say
from domestique.records.tables import STARTING_TABLES, table_named

STARTING_COLUMNS = {
    "customers": ("id", "unit", "person", "status"),
    "services": ("id", "name_en", "kind", "unit"),
    "planned_consumption": ("customer", "service", "year", "units"),
}
"""What is asked for first; every other column of the tables can be added when it is wanted."""

_PREFACE = (
    say("Fill in the three sheets, from left to right, and load the workbook."),
    say(
        "For example: the customer C01, Race Bikes, Astrid Lindgård, accepted; the service S24, Workplace, "
        "customer-facing, counted in workplaces; and C01 plans 90 of S24 in 2026."
    ),
    say("Ids are your own choice. Keep them, and loading again changes only what you changed."),
)


def write_template(path: Path) -> None:
    """Write the starting workbook. Raises ``TemplateIsWorkbook`` and ``TargetNotWritable``."""
    if path.suffix.lower() != ".xlsx":
        raise TemplateIsWorkbook(name=path.name)
    contents = []
    for name in STARTING_TABLES:
        table = table_named(name)
        columns = tuple(table.by_name[column] for column in STARTING_COLUMNS[name])
        contents.append(Contents(table, columns, []))
    write_workbook(path, contents, _PREFACE)
