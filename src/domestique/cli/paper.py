"""Commands that write a PDF: ``walk-in``, ``own-page``, ``run-sheet`` and ``steering``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from django.utils.translation import gettext as _

from domestique.access.viewers import present_viewer
from domestique.cli.options import During, today
from domestique.cli.refusing import refuse
from domestique.findings.queries import findings_of
from domestique.overview.own_page import own_page as page_of_customer
from domestique.overview.run_sheet import run_sheet as sheet_of_loss
from domestique.overview.steering import steering_page
from domestique.overview.walk_in import walk_in_sheet
from domestique.paper.own_page import own_page_pdf
from domestique.paper.run_sheet import run_sheet_pdf
from domestique.paper.steering import steering_pdf
from domestique.paper.walk_in import walk_in_pdf

Target: TypeAlias = Annotated[Path, typer.Argument(help="The PDF to write.")]
Whom: TypeAlias = Annotated[str, typer.Option(help="The customer's id, for example C04.")]


def walk_in(path: Target, customer: Whom) -> None:
    """Write the page a customer manager takes along: who, how it feels, what was missed, three good questions."""
    viewer, clock = present_viewer(), today()
    sheet = walk_in_sheet(viewer, customer, clock, findings_of(viewer, clock))
    if sheet is None:
        _refuse_customer(customer)
        return
    _write(path, walk_in_pdf(sheet))


def own_page(path: Target, customer: Whom) -> None:
    """Write the customer's own page: what she gets, what it costs, what she would stop."""
    viewer, clock = present_viewer(), today()
    page = page_of_customer(viewer, customer, clock, findings_of(viewer, clock))
    if page is None:
        _refuse_customer(customer)
        return
    _write(path, own_page_pdf(page))


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
    _write(path, run_sheet_pdf(sheet))


def steering(path: Target) -> None:
    """Write the one page the IT steering group reads before its meeting."""
    viewer, clock = present_viewer().in_the_steering_group(), today()
    _write(path, steering_pdf(steering_page(viewer, clock, findings_of(viewer, clock))))


def _refuse_customer(customer: str) -> None:
    refuse(
        _("There is no customer %(customer)s that you may see; domestique customers lists them.")
        % {"customer": customer}
    )


def _write(path: Path, pdf: bytes) -> None:
    try:
        path.write_bytes(pdf)
    except OSError as error:
        refuse(
            _("%(path)s cannot be written: %(reason)s.")
            % {"path": path, "reason": error.strerror or error}
        )
        return
    typer.echo(_("Written to %(path)s") % {"path": path})
