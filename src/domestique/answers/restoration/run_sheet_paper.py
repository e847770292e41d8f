"""The restoration run sheet as a PDF that can lie in a drawer when the system itself is down."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from domestique.answers.restoration.restoration import Bar
from domestique.answers.restoration.run_sheet import RunSheet, Task
from domestique.paper.speaking import more, say_briefly, write_day
from domestique.paper.typesetting import typeset
from domestique.telling.briefly import clock_time
from domestique.vocabulary.speech import number, spoken

MOST_DRAWN = 46
MOST_ABOUT = 12


def run_sheet_pdf(sheet: RunSheet) -> bytes:
    """Set the sheet: what it means, the picture, one part a crew, whom to call."""
    answer = sheet.exercise
    content = {
        "title": _("Run sheet: %(lost)s is lost") % {"lost": say_briefly(", ".join(sheet.lost))},
        "author": sheet.organisation or _("Domestique"),
        "foot": _made(sheet),
        "kicker": [_("Run sheet"), sheet.organisation],
        "made": _made(sheet),
        "headline": spoken(answer.headline),
        "reason": " ".join(map(spoken, filter(None, (answer.season, answer.reason)))),
        "labels": _labels(),
        "broken": _broken(sheet),
        "bars": [_drawn(bar) for bar in answer.bars[:MOST_DRAWN]],
        "undrawn": more(max(0, len(answer.bars) - MOST_DRAWN)),
        "crews": [_crew(*one) for one in sheet.crews],
        "not_known": [name for _id, name in answer.not_known],
        "owners": [_call(*one) for one in sheet.owners],
        "suppliers": [_call(*one) for one in sheet.suppliers],
        "customers": [
            [
                one.unit,
                one.person,
                one.manager or _("nobody known"),
                number(one.services),
                ", ".join(one.late) or "–",
            ]
            for one in sheet.customers
        ],
    }
    return typeset("run_sheet.typ", content, sheet.day)


def _made(sheet: RunSheet) -> str:
    """Say when the sheet was made and from what, so that nobody follows an old one."""
    records, newest = sheet.basis
    return _(
        "Made for %(day)s from %(records)s records; the newest change to them: %(newest)s."
    ) % {
        "day": write_day(sheet.day),
        "records": number(records),
        "newest": _("not known") if newest is None else newest.strftime("%Y-%m-%d %H:%M UTC"),
    }


def _labels() -> dict[str, str]:
    return {
        "lost_at": _("Time of the loss"),
        "clock": _("Times below are hours and minutes after it."),
        "leader": _("Who leads"),
        "broken": _("Promises that cannot be kept"),
        "back": _("back"),
        "promised": _("promised"),
        "picture": _("The way back"),
        "picture_alt": _("One bar per service on a time axis; the crews' lists have the same."),
        "key": _("Dark: what the business asked for. Light: what it stands on. Tick: promised. Red: late."),
        "starts": _("Starts"),
        "ends": _("Back"),
        "step": _("Step"),
        "needs": _("Needs first"),
        "began": _("Began"),
        "done": _("Back at"),
        "nothing_first": _("nothing"),
        "assumed": _("time assumed"),
        "not_known": _("Not known when these can be back"),
        "call": _("Whom to call"),
        "owners": _("Service owners"),
        "suppliers": _("Suppliers"),
        "customers": _("Customers who are hit"),
        "customer": _("Customer"),
        "manager": _("Told by"),
        "services": _("Services away"),
        "late": _("Back too late"),
        "who": _("Who"),
        "about": _("About"),
        "number": _("Number"),
    }  # fmt: skip


def _broken(sheet: RunSheet) -> list[list[str]]:
    """Return the services that come back after their promise, the latest first, and how late they are."""
    late = sorted(sheet.exercise.late, key=lambda bar: (bar.promised or 0) - bar.end)
    return [
        [bar.name, clock_time(bar.end), clock_time(bar.promised)]
        for bar in late
        if bar.promised is not None
    ]


def _drawn(bar: Bar) -> dict[str, Any]:
    return {
        "name": say_briefly(bar.name, 34),
        "start": bar.start,
        "end": bar.end,
        "promised": bar.promised,
        "kind": "late" if bar.is_late else "wished" if bar.is_wished else "beneath",
        "back": clock_time(bar.end),
    }


def _crew(crew: int, tasks: list[Task]) -> dict[str, Any]:
    steps = len(tasks)
    title = ngettext("Crew %(crew)s: %(steps)s step", "Crew %(crew)s: %(steps)s steps", steps)
    return {
        "title": title % {"crew": number(crew), "steps": number(steps)},
        "tasks": [_task(one) for one in tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    bar = task.bar
    return {
        "start": clock_time(bar.start),
        "end": clock_time(bar.end),
        "name": bar.name,
        "needs": ", ".join(task.needs_first),
        "by": " · ".join(str(one) for one in (task.owner, *task.suppliers) if one),
        "promised": "" if bar.promised is None else clock_time(bar.promised),
        "late": bar.is_late,
        "assumed": bar.is_assumed,
    }


def _call(who: str, about: list[str]) -> list[str]:
    left_off = more(max(0, len(about) - MOST_ABOUT))
    return [who, ", ".join([*about[:MOST_ABOUT], *([left_off] if left_off else [])])]
