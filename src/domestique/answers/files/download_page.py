"""Workbooks to take away: the empty one to begin with, and the one with everything."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.exchange.export.exporting import export
from domestique.exchange.export.template import write_template
from domestique.parties.queries import day_for
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.web.asking import shown, today
from domestique.web.routes import at

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@at("import/template.xlsx", "template", Ability.LOAD)
@require_safe
def download_template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Give the workbook of the three tables that are enough to start."""
    return _workbook(write_template, "template.xlsx")


@at("export.xlsx", "export", Ability.SEE_RECORDS)
@require_safe
def download_everything(request: HttpRequest) -> HttpResponse:
    """Give one workbook of all tables, which loads again unchanged."""
    viewer = present_viewer()
    day = day_for(viewer, today())
    try:
        return _workbook(lambda path: export(path, viewer=viewer), f"domestique-{day}.xlsx")
    except Refusal as refusal:
        return shown(request, "refused.html", refusal, sentence=refusal.sentence)


def _workbook(write: Callable[[Path], object], name: str) -> HttpResponse:
    with TemporaryDirectory(prefix="domestique-") as folder:
        path = Path(folder) / name
        write(path)
        response = HttpResponse(path.read_bytes(), content_type=WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
