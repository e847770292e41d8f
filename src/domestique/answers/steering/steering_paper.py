"""The steering group's page on one A4, lying."""

from typing import Any

from django.utils.translation import gettext as _

from domestique.answers.needs.escalations import EscalatedQuestion
from domestique.answers.steering.steering import SteeringPage, SteeringRow
from domestique.paper.speaking import (
    chip_content,
    mood_content,
    more,
    say_briefly,
    write_day,
)
from domestique.paper.typesetting import typeset
from domestique.telling.briefly import signed_percent
from domestique.vocabulary.speech import money_short, spoken

LONGEST_CELL = 70
LONGEST_ITEM = 130
MOST_QUESTIONS = 3


def steering_pdf(page: SteeringPage) -> bytes:
    """Set the page; always exactly one."""
    content = {
        "title": _("For the IT steering group, %(day)s") % {"day": write_day(page.day)},
        "author": _("Domestique"),
        "foot": _("For the IT steering group · as known on %(day)s") % {"day": write_day(page.day)},
        "kicker": [_("For the IT steering group"), write_day(page.day)],
        "moods": mood_content(),
        "headline": spoken(page.headline),
        "reason": spoken(page.reason) if page.reason else "",
        "columns": [
            _("Customer"),
            _("Charged"),
            _("Against plan"),
            _("Mood"),
            _("Trend"),
            _("Worst level"),
            _("Contemplating"),
            _("At stake"),
            _("Next decision"),
        ],
        "rows": [_row(one, page.currency) for one in page.rows],
        "more": more(page.more),
        "questions": [_question(one, page.currency) for one in page.questions[:MOST_QUESTIONS]],
        "nothing": _("Nothing."),
        "lists": [
            {
                "title": spoken(one.title),
                "items": [say_briefly(item, LONGEST_ITEM) for item in one.items],
                "more": more(one.more),
            }
            for one in page.lists
        ],
    }
    return typeset("steering.typ", content, page.day)


def _question(one: EscalatedQuestion, currency: str) -> dict[str, Any]:
    return {
        "question": say_briefly(one.escalation.question),
        "due": spoken(one.due),
        "options": [
            [
                say_briefly(option.option),
                say_briefly(option.consequence, LONGEST_ITEM),
                money_short(option.yearly_cost, currency),
                spoken(effect) if effect else _("not known"),
            ]
            for option, effect in one.options
        ],
    }


def _row(one: SteeringRow, currency: str) -> dict[str, Any]:
    row = one.row
    charge = row.charge
    return {
        "name": row.name,
        "person": row.person,
        "charge": money_short(charge.figure.value if charge else None, currency),
        "change": _("none of it planned")
        if charge and charge.is_unplanned
        else signed_percent(charge.change if charge else None),
        "over": bool(charge and charge.tone),
        "face": row.face.value,
        "trend": chip_content(one.trend),
        "worst": chip_content(row.chips[0]),
        "contemplating": say_briefly((row.voice and row.voice.contemplated) or "", LONGEST_CELL),
        "stake": money_short(row.at_stake, currency) if row.at_stake else "–",
        "decision": say_briefly(one.decision, LONGEST_CELL) if one.decision else "–",
    }
