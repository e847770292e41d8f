"""``domestique run-sheet``: the run sheet of a restoration as a PDF."""

from __future__ import annotations

from typing import Annotated

import typer

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.restoration.run_sheet import run_sheet as sheet_of_loss
from domestique.answers.restoration.run_sheet_paper import run_sheet_pdf
from domestique.cli.options import During, today
from domestique.cli.pdf import Target, write_pdf
from domestique.records.ability import Ability


@permit(Ability.SEE_SERVICES)
def run_sheet(
    path: Target,
    lost: Annotated[
        list[str],
        typer.Option(help="The service that is lost; may be given several times, or as T10,T03."),
    ],
    crews: Annotated[
        int | None,
        typer.Option(help="How many crews work at a time; as many as can be used if not given."),
    ] = None,
    during: During = "",
) -> None:
    """Write the run sheet of a restoration, for the drawer: crew by crew, with room for the real times."""
    ids = [part.strip() for given in lost for part in given.split(",") if part.strip()]
    sheet = sheet_of_loss(present_viewer(), ids, crews, today(), during=during)
    write_pdf(path, run_sheet_pdf(sheet))
