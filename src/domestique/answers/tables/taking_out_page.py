"""Taking a row out, with what refers to it shown first; what was taken out, by whom, when and why; putting it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from domestique.access.viewers import present_viewer
from domestique.answers.tables.record_fields import (
    key_of,
    others_offered,
    record_or_nothing,
    table_or_nothing,
)
from domestique.lists.leaving import acts_visible_to, leave_of, put_row_back, take_row_out
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import Ability
from domestique.records.leaving.taken_out import taken_out_visible_to
from domestique.records.leaving.taking_out import Leaving
from domestique.web.asking import NothingHere, shown
from domestique.web.paging import page_asked
from domestique.web.routes import at
from domestique.web.verbs import Sent, verb

MOST_ROWS = 12
ALONG, MOVE = "along", "move"


def _asked(
    request: HttpRequest, table_name: str, key: str, refusal: Refusal | None = None
) -> HttpResponse:
    """Show what refers to a row, and ask what is to become of it."""
    viewer, table = present_viewer(), table_or_nothing(table_name)
    record = record_or_nothing(viewer, table, key)
    leave = leave_of(viewer, record)
    context = {
        "table": table,
        "key": key,
        "record": record,
        "leave": leave,
        "most": MOST_ROWS,
        "typed": request.POST,
        "others": others_offered(viewer, table, record) if leave.referring else (),
    }
    return shown(request, "records/take_out.html", refusal or leave.refusal, **context)


@at("take-out/<str:table_name>/<path:key>/", "take-out", Ability.CHANGE_RECORDS)
@verb(_asked)
def take_out(sent: Sent) -> str:
    """Take a row out as it was shown, with what refers to it as is wished."""
    table, key = table_or_nothing(sent.named["table_name"]), sent.named["key"]
    record = record_or_nothing(sent.viewer, table, key)
    record.version = sent.form.seen
    wished = sent.form.text("what")
    to = sent.form.text("to") if wished == MOVE else ""
    leaving = Leaving(along=wished == ALONG, to=to, shown=sent.form.text("shown"))
    take_row_out(sent.viewer, record, sent.form.text("why"), leaving)
    return reverse("record", args=[table.name, key])


@at("taken-out/", "taken-out", Ability.SEE_RECORDS)
@require_safe
def show_taken_out(request: HttpRequest) -> HttpResponse:
    """Show what was taken out, the newest first."""
    return _list(request)


def _list(request: HttpRequest, refusal: Refusal | None = None, **_: object) -> HttpResponse:
    table = request.GET.get("table", "")
    acts = acts_visible_to(present_viewer(), table)
    page = page_asked(request, acts)
    return shown(request, "records/taken_out.html", refusal or page.refusal, page=page, asked=table)


@at("taken-out/<int:out_id>/put-back/", "put-back", Ability.CHANGE_RECORDS)
@verb(_list, lambda _: reverse("taken-out"))
def put_back_taken_out(sent: Sent) -> str:
    """Put a row back, alone or with all that went along with it."""
    wanted = int(sent.named["out_id"])
    rows = taken_out_visible_to(sent.viewer)
    found = next((one for one in rows if one.out.pk == wanted), None)
    if found is None:
        raise NothingHere(say("That row is not among what was taken out."))
    with_all = bool(sent.form.text("all"))
    left = put_row_back(sent.viewer, found.out, sent.form.text("why"), with_all=with_all)
    address = reverse("record", args=[found.table.name, key_of(found.table, found.record)])
    return f"{address}?left={left}" if left else address
