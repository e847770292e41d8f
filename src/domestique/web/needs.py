"""Needs: the board, one need with everything done to it, and its one-page sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.overview.need import NeedPage, need_page
from domestique.overview.needs import needs_page
from domestique.paper.need_sheet import need_sheet_pdf
from domestique.quantities.sentence import Sentence, say
from domestique.quantities.written_number import amount_of
from domestique.records.viewer import Viewer
from domestique.relations.decision_actions import decide_need
from domestique.relations.models import Need
from domestique.relations.need_actions import (
    SHEET,
    add_option,
    capture,
    merge,
    prepare,
    take_step,
    unmerge,
)
from domestique.relations.need_errors import NothingSaid
from domestique.relations.requirement_actions import propose_requirement
from domestique.web.asking import NothingHere, number_in, today
from domestique.web.printed import printed
from domestique.web.sending import as_seen, day_of_viewer, sent

MOST_PRIORITY = 1000
Verb = Callable[[Viewer, Need, QueryDict, date], object]


def _prepare(viewer: Viewer, need: Need, typed: QueryDict, day: date) -> object:
    sheet: dict[str, object] = {name: typed.get(name, "").strip() for name in SHEET}
    sheet["yearly_cost"] = amount_of(typed.get("yearly_cost", ""))
    return prepare(viewer, need, sheet, on=day)


def _option(viewer: Viewer, need: Need, typed: QueryDict, day: date) -> object:
    return add_option(
        viewer,
        need,
        typed.get("option", ""),
        on=day,
        consequence=typed.get("consequence", ""),
        one_time_cost=amount_of(typed.get("one_time_cost", "")),
        yearly_cost=amount_of(typed.get("yearly_cost", "")),
    )


def _decide(viewer: Viewer, need: Need, typed: QueryDict, day: date) -> object:
    answer = typed.get("yes", "")
    if answer not in ("yes", "no"):
        raise NothingSaid(what=say("yes or no"))
    return decide_need(
        viewer,
        need,
        on=day,
        decision=typed.get("decision", ""),
        is_yes=answer == "yes",
        option_id=typed.get("option", ""),
        yearly_cost=amount_of(typed.get("yearly_cost", "")),
    )


def _require(viewer: Viewer, need: Need, typed: QueryDict, day: date) -> object:
    priority = typed.get("priority", "").strip()
    return propose_requirement(
        viewer,
        customer_id=need.customer_id,
        need=need,
        requirement=typed.get("requirement", ""),
        on=day,
        service_id=typed.get("service", ""),
        reason=typed.get("reason", ""),
        measure=typed.get("measure", ""),
        priority=number_in(priority, 1, MOST_PRIORITY) if priority else None,
    )


VERBS: Mapping[str, Verb] = {
    "step": lambda viewer, need, typed, day: take_step(
        viewer, need, typed.get("step", ""), on=day, note=typed.get("note", "")
    ),
    "prepare": _prepare,
    "option": _option,
    "decide": _decide,
    "require": _require,
    "merge": lambda viewer, need, typed, day: merge(viewer, need, typed.get("into", ""), on=day),
    "unmerge": lambda viewer, need, _typed, day: unmerge(viewer, need, on=day),
}


@require_safe
def show_needs(request: HttpRequest) -> HttpResponse:
    """Show the needs as a board, or as a list with ``?view=list``; ``?customer=`` shows one customer's."""
    return _board(request)


def capture_need(request: HttpRequest) -> HttpResponse:
    """Write down a new need, and open it."""
    if request.method != "POST":
        return redirect("needs")
    typed = request.POST

    def do() -> HttpResponse:
        need = capture(
            present_viewer(),
            customer_id=typed.get("customer", ""),
            need=typed.get("need", ""),
            on=day_of_viewer(),
            services=[one for one in typed.getlist("service") if one],
            goal=typed.get("goal", ""),
        )
        return redirect("need", need.id)

    return sent(do, lambda refusal, status: _board(request, refusal, status))


def _board(
    request: HttpRequest, refusal: Sentence | None = None, status: int = 200
) -> HttpResponse:
    customer = request.GET.get("customer", "").strip()
    context = {
        "page": needs_page(present_viewer(), today(), customer),
        "is_list": request.GET.get("view") == "list",
        "customer": customer,
        "refusal": refusal,
        "typed": request.POST,
    }
    return render(request, "needs/needs.html", context, status=status)


@require_safe
def show_need(request: HttpRequest, need_id: str) -> HttpResponse:
    """Show one need."""
    return _one(request, need_id)


def do_with_need(request: HttpRequest, need_id: str, verb: str) -> HttpResponse:
    """Do something with a need: a step, the sheet, an option, a requirement, the decision, merging."""
    viewer, page = present_viewer(), _page(need_id)
    if verb not in VERBS:
        raise NothingHere(say("There is nothing called %(verb)s to do with a need.", verb=verb))
    if request.method != "POST":
        return redirect("need", need_id)
    typed = request.POST

    def do() -> HttpResponse:
        VERBS[verb](viewer, as_seen(page.need, typed), typed, day_of_viewer())
        return redirect("need", need_id)

    return sent(do, lambda refusal, status: _one(request, need_id, verb, refusal, status))


def _one(
    request: HttpRequest,
    need_id: str,
    verb: str = "",
    refusal: Sentence | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": _page(need_id),
        "verb": verb,
        "refusal": refusal,
        "sent": {verb: request.POST} if verb else {},
    }
    return render(request, "needs/need.html", context, status=status)


@require_safe
def show_need_sheet(request: HttpRequest, need_id: str) -> HttpResponse:
    """Show the one page on which a need is prepared, with a line for the customer's signature."""
    return render(request, "needs/sheet.html", {"page": _page(need_id)})


@require_safe
def print_need_sheet(request: HttpRequest, need_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the same on one page of paper."""
    return printed(need_sheet_pdf(_page(need_id)), f"to-decide-{need_id}")


def _page(need_id: str) -> NeedPage:
    page = need_page(present_viewer(), need_id, today())
    if page is None:
        raise NothingHere(say("There is no need %(id)s.", id=need_id))
    return page
