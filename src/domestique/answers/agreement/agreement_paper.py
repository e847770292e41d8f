"""An agreement on paper, to be signed or kept."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from domestique.agreements.accepted_text import Version
from domestique.answers.agreement.agreement import AgreementPage, Clause
from domestique.paper.speaking import chip_content, write_day
from domestique.paper.typesetting import typeset
from domestique.quantities.sentence import say_counted
from domestique.vocabulary.speech import money, number, spoken
from domestique.vocabulary.units import NO_BREAK, counted


def agreement_pdf(page: AgreementPage) -> bytes:
    """Set the document, on as many pages as its lines take."""
    record = page.record
    content = {
        "title": _("Agreement %(id)s with %(customer)s") % {"id": page.id, "customer": page.name},
        "author": _("Domestique"),
        "foot": _("Agreement %(id)s · %(customer)s · as it stands on %(day)s")
        % {"id": page.id, "customer": page.name, "day": write_day(page.day)},
        "kicker": [
            _("Agreement %(id)s") % {"id": page.id},
            f"{write_day(record.starts)} – {write_day(record.ends)}",
        ],
        "headline": _("What IT delivers to %(customer)s") % {"customer": page.name},
        "lead": spoken(page.headline),
        "status": chip_content(page.status),
        "people": [
            [spoken(one.part), one.name or _("not known"), one.email] for one in page.people
        ],
        "columns": [
            _("What is delivered"),
            _("Hours"),
            _("Level"),
            _("How much"),
            _("Price of one"),
            _("A year"),
        ],
        "rows": [_row(one, page.currency) for one in page.clauses],
        "sum": [_("Together"), money(page.yearly, page.currency)],
        "unpriced": spoken(
            say_counted(
                "%(count)s line has no price yet.",
                "%(count)s lines have no price yet.",
                page.unpriced,
            )
        )
        if page.unpriced
        else "",
        "difference": spoken(page.difference),
        "gone": [spoken(one) for one in page.gone],
        "terms_title": _("What holds besides"),
        "terms": [spoken(one) for one in page.terms],
        "digest": _digest(page.accepted),
        "signed": [
            [_("Proposed by"), record.proposed_by, _day(record.proposed_on)],
            [_("Accepted by"), record.accepted_by, _day(record.accepted_on)],
        ],
    }
    return typeset("agreement.typ", content, page.day)


def _row(one: Clause, currency: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "content": one.content,
        "change": _change(one),
        "hours": one.hours,
        "level": _("not agreed") if one.level is None else f"{number(one.level)}{NO_BREAK}%",
        "units": _("not stated") if one.units is None else counted(one.units, one.unit),
        "price": money(one.price, currency) if one.price is not None else _("not known"),
        "yearly": money(one.yearly, currency) if one.yearly is not None else _("not known"),
    }


def _change(one: Clause) -> str:
    if one.amended_from:
        return _("amended from %(day)s") % {"day": write_day(one.amended_from)}
    return spoken(one.change) if one.change else ""


def _digest(accepted: Version | None) -> str:
    """Return the line that tells by its digest which text was accepted; the whole digest stands on the page of the text."""
    if accepted is None:
        return ""
    return _("Digest of the text that was accepted: %(digest)s… (SHA-256)") % {
        "digest": accepted.short_digest
    }


def _day(value: date | None) -> str:
    return write_day(value) if value else ""
