"""The customer's own page on one A4, in her words."""

from typing import Any

from django.utils.translation import gettext as _

from domestique.answers.own_page.own_page import Got, OwnPage
from domestique.paper.speaking import chip_content, say_briefly, write_day
from domestique.paper.typesetting import typeset
from domestique.vocabulary.speech import number, spoken


def own_page_pdf(page: OwnPage) -> bytes:
    """Set the page; always exactly one."""
    content = {
        "title": _("What IT does for %(customer)s") % {"customer": page.name},
        "foot": _("Amounts in %(currency)s.") % {"currency": page.currency},
        "kicker": [
            _("%(customer)s · what IT does for you") % {"customer": page.name},
            write_day(page.day),
        ],
        "headline": spoken(page.headline),
        "pace": [spoken(one) for one in page.pace],
        "labels": {
            "right": _("Am I getting the right thing?"),
            "cost": _("What does it cost?"),
            "stop": _("Would I stop something?"),
            "words": _("What you said, and what came of it"),
            "dearest": _("What moved it most"),
            "nothing": _("Nothing stands out."),
            "asked": _("We have not asked you yet.") if page.is_heard else "",
            "no_needs": _("Nothing you have asked for is on record."),
            "waits": _("waits for your decision"),
        },
        "right": spoken(page.right),
        "got": [_got(one) for one in page.got],
        "rest": rest_in_words(page),
        "cost": " ".join(spoken(one) for one in (page.cost, page.agreed) if one),
        "total": [_("In all"), spoken(page.total)] if page.got else [],
        "parts": [[spoken(text), spoken(amount)] for text, amount in page.parts],
        "dearest": [[spoken(text), spoken(amount)] for text, amount in page.dearest],
        "stop": [_got(one) for one in page.to_stop],
        "words": say_briefly(page.words),
        "said_on": write_day(page.said_on) if page.said_on else "",
        "needs": [
            {"need": say_briefly(one.need), "state": spoken(one.state), "waits": one.is_waiting}
            for one in page.needs[:6]
        ],
        "ask": spoken(page.ask),
    }
    return typeset("own_page.typ", content, page.day)


def rest_in_words(page: OwnPage) -> list[str]:
    """Return the line that sums up the services not named one by one; nothing without any."""
    if not page.rest_count:
        return []
    return [_("%(count)s more") % {"count": number(page.rest_count)}, spoken(page.rest_amount)]


def _got(one: Got) -> dict[str, Any]:
    return {
        "name": one.name,
        "chip": chip_content(one.chip),
        "note": spoken(one.note) if one.note else "",
        "amount": spoken(one.amount),
        "doubt": spoken(one.doubt) if one.doubt else "",
    }
