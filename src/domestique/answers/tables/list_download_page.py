"""A list as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.tables.list_asked import question_asked
from domestique.answers.tables.list_page import list_response
from domestique.answers.tables.record_fields import table_or_nothing
from domestique.lists.files import Format, list_as_file
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.web.asking import NothingHere
from domestique.web.routes import at

_TYPES = {
    Format.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
}


@at("lists/<str:table_name>/export.<str:form>", "list-file", Ability.SEE_RECORDS)
@require_safe
def download_list(request: HttpRequest, table_name: str, form: str) -> HttpResponse:
    """Send every row asked for, with the columns shown; what cannot be asked is said on the list's page."""
    table = table_or_nothing(table_name)
    if form not in set(Format):
        raise NothingHere(
            say("A list is not written as “%(form)s”; take xlsx or csv instead.", form=form)
        )
    try:
        data = list_as_file(
            present_viewer(), question_asked(table.table, request.GET), Format(form)
        )
    except Refusal:
        return list_response(request, table, request.GET)
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{form}"'}
    return HttpResponse(data, content_type=_TYPES[Format(form)], headers=headers)
