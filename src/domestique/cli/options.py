"""Options that several commands share, and the calendar they all read."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, TypeAlias

import typer
from django.utils.translation import gettext as _

from domestique.quantities.period import insist_on_year

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Explained: TypeAlias = Annotated[
    bool, typer.Option("--explain", help="Show how every figure came about, down to its rows.")
]
Lost: TypeAlias = Annotated[
    list[str],
    typer.Option(help="The service that is lost; may be given several times, or as T10,T03."),
]
CrewsAtWork: TypeAlias = Annotated[
    int | None,
    typer.Option(help="How many crews work at a time; as many as can be used if not given."),
]
During: TypeAlias = Annotated[
    str,
    typer.Option(
        help="As if during what a customer plans, for example CH1: its services count at impact level 1 and come first."
    ),
]


def ids_given(texts: Iterable[str]) -> list[str]:
    """Read ids given one by one or with commas between them."""
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def today() -> date:
    """Read the calendar: the day it is where the person sits."""
    return date.today()  # noqa: DTZ011


def day_given(text: str) -> date:
    """Read a day as it was given; anything else than a date is bad usage, an odd year ``YearOutOfReach``."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            _("“%(text)s” is not a day; write it as 2026-11-21.") % {"text": text}
        ) from None
    insist_on_year(day.year, text)
    return day
