"""Customers and services in one matrix, turned in one click, and as a table for a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.matrix.matrix import headline_of_matrix, matrix_of, unused_of
from domestique.answers.matrix.matrix_facts import (
    MatrixChosen,
    MatrixFacts,
    NothingCalledSo,
    Show,
    matrix_facts,
    rows_of_matrix,
)
from domestique.answers.matrix.matrix_table import matrix_as_csv
from domestique.parties.queries import person_meant
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import shown, today, understood
from domestique.web.paging import address_with, page_asked
from domestique.web.routes import at

SHOWS = (
    (Show.LEVEL, say("Level")),
    (Show.COST, say("Cost so far")),
    (Show.USE, say("Use")),
    (Show.WORTH, say("Worth its price")),
)
FILTERS = ("team", "owner", "kind")


@at("matrix/", "matrix", Ability.SEE_PICTURE)
@require_safe
def show_matrix(request: HttpRequest) -> HttpResponse:
    """Show the matrix, fifty rows a page, or all of it as CSV with ``as=csv``."""
    viewer, clock = present_viewer(), today()
    found, wrong = understood(lambda: matrix_facts(viewer, clock, _chosen(request)), None)
    facts = found or matrix_facts(viewer, clock, MatrixChosen())
    rows = rows_of_matrix(facts)
    if request.GET.get("as") == "csv" and not wrong:
        return matrix_as_csv(facts, matrix_of(viewer, clock, facts, rows, most=None))
    page = page_asked(request, rows)
    return shown(
        request,
        "matrix/matrix.html",
        wrong or page.refusal,
        **_choices(request, facts),
        facts=facts,
        page=page,
        matrix=matrix_of(viewer, clock, facts, page.items),
        headline=headline_of_matrix(facts),
        unused=unused_of(facts),
    )


def _chosen(request: HttpRequest) -> MatrixChosen:
    written = request.GET.get("show", "").strip()
    if written and written not in list(Show):
        raise NothingCalledSo(written=written)
    team, owner, kind = (request.GET.get(name, "").strip() for name in FILTERS)
    month = request.GET.get("month", "").strip()
    return MatrixChosen(
        Show(written or Show.LEVEL),
        team,
        person_meant(owner) or owner,
        kind,
        Month.parse(month) if month else None,
        bool(request.GET.get("turn")),
    )


def _choices(request: HttpRequest, facts: MatrixFacts) -> dict[str, object]:
    """Return what was chosen, and the addresses that choose otherwise."""
    typed = {name: request.GET.get(name, "").strip() for name in FILTERS}
    month = request.GET.get("month", "").strip() or str(facts.month or "")
    return {
        "typed": {**typed, "month": month},
        "is_filtered": any(typed.values()),
        "shows": [
            (address_with(request, show=show.value), name, show is facts.chosen.show)
            for show, name in SHOWS
        ],
        "turn_url": address_with(request, turn="" if facts.chosen.is_turned else "1"),
        "csv_url": address_with(request, **{"as": "csv"}),
    }
