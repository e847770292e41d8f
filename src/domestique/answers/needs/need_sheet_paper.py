"""The page on which a need is decided, on one A4: business words, no technology, a line to sign."""

from decimal import Decimal

from django.utils.translation import gettext as _

from domestique.answers.needs.need import NeedPage
from domestique.paper.speaking import say_briefly, write_day
from domestique.paper.typesetting import typeset
from domestique.vocabulary.speech import number

MOST_OPTIONS = 6


def need_sheet_pdf(page: NeedPage) -> bytes:
    """Set the page; always exactly one."""
    customer = page.card.customer_name
    raised = page.need.raised_by if page.need.raised_by_id else None
    decision = page.decision
    content = {
        "title": _("To decide: %(need)s") % {"need": page.need.need},
        "foot": _("To decide · %(customer)s · as known on %(day)s")
        % {"customer": customer, "day": write_day(page.day)},
        "kicker": [_("%(customer)s · to decide") % {"customer": customer}, write_day(page.day)],
        "headline": page.need.need,
        "asked": _("Asked by %(who)s") % {"who": raised.person} if raised else "",
        "rows": [[title, say_briefly(text)] for title, text in _rows(page)],
        "options_title": _("Options"),
        "no_options": _("None is written down."),
        "columns": [_("Option"), _("What would follow"), _("Once"), _("A year")],
        "options": [
            [
                say_briefly(one.option),
                say_briefly(one.consequence),
                _amount(one.one_time_cost, page.currency),
                _amount(one.yearly_cost, page.currency),
            ]
            for one in page.options[:MOST_OPTIONS]
        ],
        "decision_title": _("The decision"),
        "decision": _("%(who)s, %(day)s: %(decision)s")
        % {
            "who": decision.decided_by,
            "day": write_day(decision.decided_on),
            "decision": decision.decision,
        }
        if decision
        else _("Decided by: %(people)s") % {"people": ", ".join(page.who_decides) or "–"},
        "sign": [] if decision else [_("Yes or no, and which option"), _("Name"), _("Day")],
    }
    return typeset("need_sheet.typ", content, page.day)


def _rows(page: NeedPage) -> list[tuple[str, str]]:
    sheet, unknown = page.preparation, _("not known")
    cost = sheet.yearly_cost if sheet else None
    return [
        (_("The outcome that is wanted"), (sheet.outcome if sheet else "") or unknown),
        (_("How it is now"), (sheet.now if sheet else "") or unknown),
        (_("What it costs to wait"), (sheet.cost_of_waiting if sheet else "") or unknown),
        (_("Who else it concerns"), (sheet.who_else if sheet else "") or unknown),
        (_("Roughly what it costs a year"), _amount(cost, page.currency)),
        (_("What that does to the price"), (sheet.price_effect if sheet else "") or unknown),
        (_("What it changes for the business"), (sheet.impact if sheet else "") or unknown),
        (_("The next small step we recommend"), (sheet.next_step if sheet else "") or unknown),
    ]


def _amount(amount: Decimal | None, currency: str) -> str:
    return _("not known") if amount is None else f"{number(amount)} {currency}"
