"""Giving a record another id, merging it into another, taking two apart: shown first what follows, then done."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from domestique.access.viewers import present_viewer
from domestique.answers.tables.record_fields import (
    others_offered,
    page_of_row,
    record_or_nothing,
    table_or_nothing,
)
from domestique.exchange.changing_ids import (
    merged,
    rehearsed_merging,
    renamed,
    taken_apart,
)
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.records.ids.former_queries import ids_that_mean
from domestique.records.ids.plan import Plan, WhereBoth
from domestique.web.routes import at
from domestique.web.verbs import Sent, one_of, verb

WAYS: dict[WhereBoth, Sentence] = {
    WhereBoth.STOP: say("stop"),
    WhereBoth.ADD_UP: say("add up"),
    WhereBoth.KEEP: say("keep the survivor's"),
    WhereBoth.TAKE: say("take the other's"),
}


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """What would follow, as the page shows it: rows by table, tables where both have rows, and why it cannot be."""

    plan: Plan
    is_merging: bool
    refusal: Refusal | None = None

    @property
    def both(self) -> list[tuple[str, int, str, list[tuple[WhereBoth, Sentence]]]]:
        """For each table where both have rows of one key: how many, what was chosen, and what can be."""
        return [
            (
                table,
                len(rows),
                rows[0].how.value,
                [
                    (way, told)
                    for way, told in WAYS.items()
                    if way is not WhereBoth.ADD_UP or all(one.can_be_added for one in rows)
                ],
            )
            for table, rows in self.plan.met_by_table.items()
        ]


def _show(
    request: HttpRequest,
    table_name: str,
    key: str,
    refusal: Refusal | None = None,
    shown: ShownPlan | None = None,
) -> HttpResponse:
    """Show the forms, the old ids it has, and what would follow of what was asked."""
    table = table_or_nothing(table_name)
    record = record_or_nothing(present_viewer(), table, key)
    said = refusal or (shown.refusal if shown else None)
    context = {
        "table": table,
        "key": key,
        "record": record,
        "others": others_offered(present_viewer(), table, record),
        "former": ids_that_mean(table.name, key),
        "typed": request.POST,
        "shown": shown,
        "refusal": said.sentence if said else None,
    }
    return render(request, "records/change_id.html", context, status=400 if said else 200)


def _both(sent: Sent) -> dict[str, WhereBoth]:
    """Read what is to become of rows both have: one choice a table."""
    words = {one.value: one for one in WhereBoth}
    typed = {name: value for name, value in sent.form.typed.items() if name.startswith("both-")}
    return {
        name.removeprefix("both-"): words.get(str(value), WhereBoth.STOP)
        for name, value in typed.items()
    }


def _look_at_renaming(sent: Sent) -> HttpResponse:
    table, key = sent.named["table_name"], sent.named["key"]
    plan = renamed(sent.viewer, table, key, sent.form.text("new"), is_rehearsed=True)
    return _show(sent.request, table, key, shown=ShownPlan(plan, is_merging=False))


def _rename(sent: Sent) -> str:
    table, key = sent.named["table_name"], sent.named["key"]
    plan = renamed(sent.viewer, table, key, sent.form.text("new"), why=sent.form.text("why"))
    return page_of_row(table, plan.new)


def _look_at_merging(sent: Sent) -> HttpResponse:
    table, key = sent.named["table_name"], sent.named["key"]
    survivor = sent.form.text("survivor")
    plan, refusal = rehearsed_merging(sent.viewer, table, key, survivor, where_both=_both(sent))
    return _show(sent.request, table, key, shown=ShownPlan(plan, is_merging=True, refusal=refusal))


def _merge(sent: Sent) -> str:
    table, key, why = sent.named["table_name"], sent.named["key"], sent.form.text("why")
    survivor = sent.form.text("survivor")
    merged(sent.viewer, table, key, survivor, where_both=_both(sent), why=why)
    return page_of_row(table, survivor)


def _apart(sent: Sent) -> str:
    table, gone = sent.named["table_name"], sent.form.text("gone")
    taken_apart(sent.viewer, table, gone, sent.form.text("why"))
    return page_of_row(table, gone)


CHANGES = {
    "look-rename": _look_at_renaming,
    "rename": _rename,
    "look-merge": _look_at_merging,
    "merge": _merge,
    "apart": _apart,
}


@at("ids/<str:table_name>/<path:key>/", "change-id", Ability.GIVE_ROLES)
@verb(_show)
def change_id(sent: Sent) -> object:
    """Show what would follow, or do it."""
    record_or_nothing(sent.viewer, table_or_nothing(sent.named["table_name"]), sent.named["key"])
    return one_of(CHANGES)(sent)
