"""Saving a list as a view, and forgetting one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from domestique.access.viewers import present_viewer
from domestique.lists.actions import forget_view, save_view
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.web.asking import NothingHere
from domestique.web.lists.asked import question_asked
from domestique.web.lists.list_page import Typed, list_response
from domestique.web.record_fields import ShownTable, table_or_nothing


def save_list_view(request: HttpRequest, table_name: str) -> HttpResponse:
    """Save what is asked under a name, and show it again among the views."""
    table = table_or_nothing(table_name)
    if request.method != "POST":
        return redirect("records", table.name)
    asked, name = QueryDict(request.POST.get("query", "")), request.POST.get("name", "")
    question, is_shared = question_asked(table.table, asked), "shared" in request.POST
    try:
        save_view(viewer=present_viewer(), question=question, name=name, is_shared=is_shared)
    except Refusal as refusal:
        texts = {"name": name, "shared": "shared" if is_shared else ""}
        return list_response(request, table, asked, Typed(refusal.sentence, "view", texts))
    return to_list(table, question.written)


def forget_list_view(request: HttpRequest, table_name: str, view_id: int) -> HttpResponse:
    """Forget one of one's own views."""
    table = table_or_nothing(table_name)
    if request.method == "POST" and not forget_view(
        viewer=present_viewer(), table=table.name, view_id=view_id
    ):
        raise NothingHere(say("You have no such view of %(table)s.", table=table.name))
    return redirect("records", table.name)


def to_list(table: ShownTable, query: str) -> HttpResponse:
    """Lead back to a list as it was asked."""
    return redirect(f"{reverse('records', args=[table.name])}?{query}".rstrip("?"))
