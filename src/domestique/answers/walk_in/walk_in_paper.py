"""*Before you walk in* as one A4 page."""

from typing import Any

from django.utils.translation import gettext as _

from domestique.answers.walk_in.walk_in import MOST_ORDERERS, MOST_PLANS, WalkIn
from domestique.paper.speaking import (
    chip_content,
    mood_content,
    more,
    say_briefly,
    write_day,
)
from domestique.paper.typesetting import typeset
from domestique.telling.briefly import signed_money
from domestique.vocabulary.speech import spoken

MOST_MOVERS = 3


def walk_in_pdf(sheet: WalkIn) -> bytes:
    """Set the sheet; always exactly one page."""
    title = _("Before you walk in: %(customer)s") % {"customer": sheet.page.name}
    content = {
        "title": title,
        "foot": _("Before you walk in · %(customer)s · as known on %(day)s")
        % {"customer": sheet.page.name, "day": write_day(sheet.day)},
        "kicker": [_("Before you walk in"), write_day(sheet.day)],
        "moods": mood_content(),
        "headline": spoken(sheet.page.headline),
        "alternative": say_briefly(sheet.alternative) if sheet.alternative else "",
        "labels": _labels(sheet),
        "who": _who(sheet),
        "mood": _mood(sheet),
        "missed": [say_briefly(one) for one in sheet.missed],
        "more_missed": more(sheet.more_missed),
        "money": [say_briefly(one) for one in sheet.money],
        "moved": _moved(sheet),
        "needs": [
            {
                "need": say_briefly(one.need.need),
                "state": spoken(one.state),
                "decider": one.need.decider,
                "waits": one.is_waiting,
            }
            for one in sheet.needs
        ],
        "more_needs": more(sheet.more_needs),
        "plans": _plans(sheet),
        "owed": [say_briefly(one.text) for one in sheet.owed],
        "more_owed": more(sheet.more_owed),
        "questions": [[spoken(one.text), spoken(one.why)] for one in sheet.questions],
    }
    return typeset("walk_in.typ", content, sheet.day)


def _labels(sheet: WalkIn) -> dict[str, str]:
    return {
        "who": _("Who you meet"),
        "words": _("In the customer's own words"),
        "missed": spoken(sheet.missed_title),
        "none_missed": spoken(sheet.none_missed),
        "money": _("Money against plan"),
        "most": _("Most of it"),
        "needs": _("Needs, and who decides"),
        "plans": _("What is planned"),
        "owed": _("What we owe"),
        "nothing": _("Nothing is known."),
        "questions": _("Three good questions"),
        "decides": _("decides:"),
        "waits": _("waits for this meeting"),
        "orderers": _("Who orders"),
        "asked": _("Nobody has asked how it feels."),
        "notes": _("Heard and promised today"),
    }


def _who(sheet: WalkIn) -> dict[str, Any]:
    customer, page = sheet.page.customer, sheet.page
    unit = customer.unit if customer.unit_id else None
    orderers = [
        [one.person or one.id, one.unit.name if one.unit_id and one.unit else ""]
        for one in page.orderers[:MOST_ORDERERS]
    ]
    return {
        "person": customer.person or page.name,
        "position": unit.position if unit else "",
        "unit": page.name,
        "status": chip_content(page.status),
        "orderers": orderers,
        "more_orderers": more(max(0, len(page.orderers) - MOST_ORDERERS)),
        "team": [[spoken(one.part), one.name] for one in sheet.team],
    }


def _mood(sheet: WalkIn) -> dict[str, Any]:
    newest = sheet.page.mood.newest if sheet.page.mood else None
    return {
        "face": sheet.page.face.value,
        "words": say_briefly(newest.words) if newest else "",
        "by": newest.person or sheet.page.customer.person if newest else "",
        "on": write_day(newest.date) if newest else "",
        "age": spoken(sheet.said_age) if sheet.said_age else "",
    }


def _moved(sheet: WalkIn) -> dict[str, list[list[str]]]:
    page = sheet.page
    return {
        "why": [[spoken(text), signed_money(part, page.currency)] for text, part in page.why_moved],
        "most": [
            [line.name, signed_money(line.change, page.currency)]
            for line in page.movers[:MOST_MOVERS]
            if line.change is not None
        ],
    }


def _plans(sheet: WalkIn) -> list[list[str]]:
    return [
        [write_day(one.date), say_briefly(one.what), say_briefly(one.effect)]
        for one in sheet.page.activities[:MOST_PLANS]
    ]
