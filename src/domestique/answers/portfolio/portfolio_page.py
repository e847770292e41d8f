"""The portfolio: four questions, or the board."""

from collections import Counter
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.portfolio.four_questions import answered
from domestique.answers.portfolio.portfolio import ServiceEntry, portfolio_of
from domestique.answers.portfolio.portfolio_board import board, costs_shown, in_catalogue
from domestique.findings.grouped import findings_seen_by
from domestique.records.ability import Ability
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.web.asking import shown, today, understood
from domestique.web.paging import page_asked
from domestique.web.routes import at

MOST_ROWS = 50
KINDS = ("service", "customer", "need")
QUESTIONS, BOARD = "portfolio/questions.html", "portfolio/board.html"


@at("portfolio/", "portfolio", Ability.SEE_PICTURE)
@require_safe
def show_portfolio(request: HttpRequest) -> HttpResponse:
    """Show the four questions, of everything or of what was chosen; ``?view=board`` shows the board."""
    if request.GET.get("view") == "board":
        return _board(request)
    viewer = present_viewer()
    portfolio = portfolio_of(viewer, today())
    kind, typed = _chosen(request)
    found, wrong = understood(lambda: answered(viewer, today(), kind, typed), None)
    answers = found or answered(viewer, today())
    page = page_asked(request, answers.offered)
    return shown(
        request,
        QUESTIONS,
        wrong or page.refusal,
        portfolio=portfolio,
        kind=kind,
        typed=typed,
        most=MOST_ROWS,
        answers=answers,
        page=page,
    )


def _chosen(request: HttpRequest) -> tuple[str, str]:
    """Return what kind of thing was chosen and its id; the first one given counts."""
    typed = ((kind, request.GET.get(kind, "").strip()) for kind in KINDS)
    return next(((kind, id_) for kind, id_ in typed if id_), ("", ""))


@while_unchanged
def _offered(viewer: Viewer, clock: date) -> tuple[list[ServiceEntry], Counter[str]]:
    """Return what is offered in the board's order, and how many findings each service has."""
    found = findings_seen_by(viewer, clock).sketches
    findings = Counter(one.subject for one in found if one.table == "services")
    costs = costs_shown(viewer, clock)
    return in_catalogue(portfolio_of(viewer, clock), costs, findings), findings


def _board(request: HttpRequest) -> HttpResponse:
    viewer = present_viewer()
    offered, findings = _offered(viewer, today())
    page = page_asked(request, offered)
    found = board(viewer, today(), page.items, findings)
    return shown(request, BOARD, page.refusal, board=found, page=page)
