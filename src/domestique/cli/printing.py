"""How answers are printed: tables for people, JSON for machines, and a reckoning under a figure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import typer
from django.utils.translation import gettext as _

from domestique.quantities.figure import Figure
from domestique.quantities.person_id import PersonId, with_names
from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence
from domestique.vocabulary.speech import number, spoken
from domestique.vocabulary.units import NO_BREAK, counted

if TYPE_CHECKING:
    from rich.console import Console

JSON_DECIMALS = 6


def console() -> Console:
    """Return the console of this run; made when asked for, so that a redirected output is seen."""
    from rich.console import Console  # here and below: an answer for machines does not wait for it

    return Console(highlight=False)


def print_json(answer: Mapping[str, Any]) -> None:
    """Print an answer for machines: decimals as strings, days as ISO dates, sentences in the active language.

    Wherever a person stands, her name does, and beside it her id: ``person`` and ``person_id``.
    """
    typer.echo(json.dumps(_with_ids(answer), ensure_ascii=False, indent=2, default=_plain))


def _with_ids(answer: object) -> object:
    if isinstance(answer, list | tuple):
        return [_with_ids(one) for one in answer]
    if not isinstance(answer, Mapping):
        return with_names(answer)
    told: dict[object, object] = {}
    for key, value in answer.items():
        told[with_names(key)] = _with_ids(value)
        if isinstance(value, PersonId):
            told[f"{key}_id"] = value.id or None
    return told


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Fraction):
        return format(round_half_even(value, JSON_DECIMALS), "f")
    if isinstance(value, Sentence):
        return spoken(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    message = f"{type(value).__name__} has no place in an answer"
    raise TypeError(message)


def print_table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numeric: Iterable[int] = (),
) -> None:
    """Print a table; the columns whose places are in ``numeric`` are set to the right."""
    from rich.markup import escape
    from rich.table import Table

    out = console()
    out.print(f"[bold]{escape(title)}[/bold]", soft_wrap=True)
    table = Table(header_style="dim", box=None, pad_edge=False)
    right = set(numeric)
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    out.print(table)


def print_reckoning(title: str, figure: Figure) -> None:
    """Print how a figure came about, line by line down to the rows."""
    from rich.tree import Tree

    tree = Tree(f"[bold]{title}[/bold]  {_shown(figure.value, figure.unit)}")
    tree.add(spoken(figure.formula))
    tree.add(
        _(
            "period %(period)s, %(observations)s observations, %(complete)s %% complete, grade %(grade)s"
        )
        % {
            "period": figure.period,
            "observations": figure.observations,
            "complete": number(figure.completeness * 100, 0),
            "grade": figure.grade.value,
        }
    )
    for line in figure.lines:
        rows = ", ".join(f"{source.table} {source.id}" for source in line.sources)
        branch = tree.add(
            f"{spoken(line.what)}  {_shown(line.amount, line.unit) if line.amount is not None else ''}"
        )
        if rows:
            branch.add(f"[dim]{rows}[/dim]")
    console().print(tree)


def _shown(value: Decimal | Fraction | int | None, unit: str) -> str:
    return _("not known") if value is None else counted(value, unit).replace(NO_BREAK, " ")
