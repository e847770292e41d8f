"""Someone else's sheets as our tables, told by a mapping file in TOML.

Each ``[[table]]`` fills one of our tables from one sheet; one sheet may feed several tables::

    [[table]]
    fill = "services"                # our table
    from = "namespaces"              # their sheet or file, without its ending

    [table.columns]                  # our column = their column
    id = "application"
    owner = "owner_team"

    [table.fixed]                    # our column = the same value in every row
    state = "live"

    [table.made]                     # our column = a text made of their columns
    name_en = "{application} ({business_unit})"

    [table.words.kind]               # their words = ours; * is anything, the first that fits
    "*-app" = "customer-facing"
    "*" = "supporting"

Further keys of a ``[[table]]``:

- ``where = { is_production = "true" }``: only rows where their column says this, or one of a list;
- ``unique = true``: several rows with the same key are one row, as the first of them has it;
- ``count = "units"``: the same, and this column of ours holds how many rows there were;
- ``skip_empty = true``: rows where a column of our key is empty are left out, and a notice tells.

Ids hold no spaces, since spaces separate the ids of a list: where theirs do, they become ``-``.
Whatever is wrong in a row is told with their file, row and column; whatever is wrong in the mapping
with the mapping file.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domestique.exchange.errors import MappingRefused
from domestique.exchange.files.cells import Problem, Sheet
from domestique.exchange.foreign.mapping_entry import MappingEntry, read_entry
from domestique.exchange.foreign.translating import translate
from domestique.exchange.nearest import not_among
from domestique.exchange.rows import Found
from domestique.quantities.sentence import Sentence, say

Mapped = tuple[list[Found], list[Problem], list[Sentence]]


def find_mapped(sheets: Sequence[Sheet], mapping: Path) -> Mapped:
    """Find rows for our tables in someone else's sheets, as a mapping file says.

    Returns the rows, what is wrong in the mapping, and what was left out.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    notices: list[Sentence] = []
    used: set[str] = set()
    try:
        written = _read_tables(mapping)
    except MappingRefused as refusal:
        return [], [_problem(mapping, refusal)], []
    for table in written:
        try:
            entry = read_entry(table)
            used.add(entry.sheet)
            rows, told = translate(entry, _sheet_named(sheets, entry))
        except MappingRefused as refusal:
            problems.append(_problem(mapping, refusal))
        else:
            found.append(rows)
            notices += told
    unused = [sheet.name for sheet in sheets if sheet.name not in used]
    if unused and not problems:
        notices.append(_left_out(unused))
    return found, problems, notices


def _read_tables(mapping: Path) -> list[dict[str, Any]]:
    """Read the tables of a mapping file, which may be none at all."""
    try:
        written = tomllib.loads(mapping.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise MappingRefused(
            say("The mapping file cannot be read; give a TOML file in UTF-8.")
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise MappingRefused(
            say("The mapping file is not TOML as it should be: %(error)s.", error=str(error))
        ) from None
    tables = written.pop("table", None)
    is_list = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    if not is_list or not tables or written:
        raise MappingRefused(
            say(
                "The mapping file must consist of one [[table]] or more, "
                "each with fill = our table and from = their sheet."
            )
        )
    return list(tables)


def _sheet_named(sheets: Sequence[Sheet], entry: MappingEntry) -> Sheet:
    by_name = {sheet.name: sheet for sheet in sheets}
    if entry.sheet in by_name:
        return by_name[entry.sheet]
    reason = not_among(
        entry.sheet,
        by_name,
        say("There is no sheet “%(name)s”; did you mean %(meant)s?"),
        say("There is no sheet “%(name)s”; there are %(names)s."),
        name=entry.sheet,
    )
    raise MappingRefused(reason, table=entry.table.name, value=entry.sheet)


def _problem(mapping: Path, refusal: MappingRefused) -> Problem:
    return Problem(
        mapping.name, None, refusal.column, refusal.value, refusal.sentence, refusal.table
    )


def _left_out(names: Sequence[str]) -> Sentence:
    return say(
        "The mapping does not mention these sheets, so they were left out: %(names)s.",
        names=", ".join(names),
    )
