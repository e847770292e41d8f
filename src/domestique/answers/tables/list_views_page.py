"""Saving a list as a view, and forgetting one."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from domestique.answers.tables.list_asked import question_asked
from domestique.answers.tables.list_page import Typed, list_response
from domestique.answers.tables.record_fields import table_or_nothing
from domestique.lists.actions import forget_view, save_view
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.columns import Table
from domestique.web.asking import NothingHere
from domestique.web.form import Form
from domestique.web.routes import at
from domestique.web.verbs import Sent, to, verb


def _list(
    request: HttpRequest, table_name: str, refusal: Refusal | None = None, **_: object
) -> HttpResponse:
    form = Form(request.POST)
    texts = {"name": form.text("name"), "shared": "shared" if "shared" in form.typed else ""}
    typed = Typed(refusal.sentence, "view", texts) if refusal else None
    return list_response(
        request, table_or_nothing(table_name), QueryDict(form.text("query")), typed
    )


@at("lists/<str:table_name>/views/", "list-views", Ability.SEE_RECORDS)
@verb(_list, to("records", "table_name"))
def save_list_view(sent: Sent) -> str:
    """Save what is asked under a name, and show it again among the views."""
    table = table_or_nothing(sent.id)
    question = question_asked(table, QueryDict(sent.form.text("query")))
    is_shared = "shared" in sent.form.typed
    save_view(
        viewer=sent.viewer, question=question, name=sent.form.text("name"), is_shared=is_shared
    )
    return to_list(table, question.written)


@at("lists/<str:table_name>/views/<int:view_id>/", "list-view", Ability.SEE_RECORDS)
@verb(_list, to("records", "table_name"))
def forget_list_view(sent: Sent) -> None:
    """Forget one of one's own views."""
    table = table_or_nothing(sent.id)
    view_id = int(sent.named["view_id"])
    if not forget_view(viewer=sent.viewer, table=table.name, view_id=view_id):
        raise NothingHere(say("You have no such view of %(table)s.", table=table.name))


def to_list(table: Table, query: str) -> str:
    """Return the address of a list as it was asked."""
    return f"{reverse('records', args=[table.name])}?{query}".rstrip("?")
