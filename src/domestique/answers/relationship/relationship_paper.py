"""The relationship plan on one A4 page, to keep on the wall."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from domestique.answers.relationship.relationship import Relationship
from domestique.paper.speaking import chip_content, say_briefly, section, write_day
from domestique.paper.typesetting import typeset
from domestique.quantities.sentence import say_counted
from domestique.vocabulary.speech import money_short, spoken

MOST = 5


def relationship_plan_pdf(plan: Relationship) -> bytes:
    """Set the plan; always exactly one page."""
    name = plan.page.name
    content = {
        "title": _("Relationship plan: %(customer)s") % {"customer": name},
        "foot": _("Relationship plan · %(customer)s · as known on %(day)s")
        % {"customer": name, "day": write_day(plan.day)},
        "kicker": [_("Relationship plan"), write_day(plan.day)],
        "headline": spoken(plan.page.headline),
        "lead": spoken(plan.step) if plan.step else "",
        "one_page": True,
        "columns": 2,
        "sections": [
            _section(_("Their goals this year"), [[one.goal, ""] for one in plan.page.goals]),
            _section(
                _("Our three promises"),
                [[one.promise.promise, spoken(one.when)] for one in plan.ours],
            ),
            _section(_("The climate, in its five ingredients"), [], chips=_climate(plan)),
            _section(
                _("What they contemplate"), [[say_briefly(one), ""] for one in plan.contemplating]
            ),
            _section(_("People, and when we last spoke"), _people(plan)),
            _section(
                _("How often we meet"),
                [[capfirst(spoken(one.kind_words)), spoken(one.chip.text)] for one in plan.rhythms],
            ),
            _section(_("Value and cost"), _money(plan)),
            _section(_("Next moves"), _moves(plan)),
            _section(
                _("Help needed from the steering group"),
                [
                    [one.question, _("by %(day)s") % {"day": write_day(one.due_on)}]
                    for one in plan.help_needed
                ],
            ),
        ],
    }
    return typeset("sections.typ", content, plan.day)


def _section(
    title: str, lines: Iterable[list[str]], chips: Iterable[dict[str, Any]] = ()
) -> dict[str, Any]:
    return section(title, list(lines)[:MOST], chips)


def _climate(plan: Relationship) -> Iterable[dict[str, Any]]:
    return [
        {
            "name": spoken(one.name),
            "chip": chip_content(one.chip),
            "turn": spoken(one.turn) if one.arrow else "",
        }
        for one in plan.climate
    ]


def _people(plan: Relationship) -> list[list[str]]:
    return [
        [
            _("%(person)s, %(role)s") % {"person": one.person, "role": spoken(one.role)},
            "" if one.is_ours else write_day(one.spoken_on) if one.spoken_on else _("not yet"),
        ]
        for one in plan.people
    ]


def _money(plan: Relationship) -> list[list[str]]:
    bill, lines = plan.bill, plan.page.lines
    confirmed = sum(line.worth.state == "met" for line in lines)
    found = [
        [
            spoken(
                say_counted(
                    "Value confirmed for %(confirmed)s of %(count)s service",
                    "Value confirmed for %(confirmed)s of %(count)s services",
                    len(lines),
                    confirmed=confirmed,
                )
            ),
            "",
        ]
    ]
    if bill is not None:
        found.insert(0, [spoken(bill.headline), ""])
        if bill.forecast is not None and bill.forecast.value is not None:
            amount = money_short(bill.forecast.value, bill.currency)
            found.append([_("At this pace the year ends at %(amount)s") % {"amount": amount}, ""])
    return found


def _moves(plan: Relationship) -> list[list[str]]:
    meetings = [
        [capfirst(spoken(one.kind)), write_day(one.meeting.starts.date())] for one in plan.meetings
    ]
    actions = [
        [
            one.item.text,
            _("%(owner)s, %(day)s") % {"owner": one.item.owner, "day": write_day(one.item.due_on)},
        ]
        for one in plan.actions
    ]
    return [*meetings, *actions]
