"""How a sentence, a number, a date and an amount of money are said to the reader in her language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext, ngettext

from domestique.quantities.money import minor_digits
from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence, Value

MILLION = 1_000_000
SHOWN_DECIMALS = 4


def spoken(sentence: Sentence | str) -> str:
    """Say a sentence in the active language, its values written the way that language writes them."""
    if isinstance(sentence, str):
        return sentence
    if sentence.plural is not None and sentence.count is not None:
        text = ngettext(sentence.text, sentence.plural, sentence.count)
    else:
        text = gettext(sentence.text)
    values = {name: _said(value) for name, value in sentence.values}
    return text % values if values else text.replace("%%", "%")


def _said(value: Value) -> str:
    if isinstance(value, Sentence):
        return spoken(value)
    if isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return day(value)
    return "" if value is None else str(value)


def number(value: int | Decimal | Fraction, decimals: int | None = None) -> str:
    """Write a number with grouped thousands and so many decimals.

    Without a number of decimals a decimal keeps its own, and a fraction gets as many as it needs; at most four.
    """
    if decimals is None:
        decimals = _decimals_of(value)
    shown = round_half_even(Fraction(value), decimals)
    return formats.number_format(shown, decimals, use_l10n=True, force_grouping=True)


def _decimals_of(value: int | Decimal | Fraction) -> int:
    if isinstance(value, Decimal):
        return min(max(0, -int(value.as_tuple().exponent)), SHOWN_DECIMALS)
    shown = round_half_even(Fraction(value), SHOWN_DECIMALS).normalize()
    return max(0, -int(shown.as_tuple().exponent))


def money(amount: int | Decimal | Fraction | None, currency: str) -> str:
    """Write an amount in full, to the currency's minor unit: ``10,115,856.22 SEK``."""
    if amount is None:
        return gettext("not known")
    return gettext("%(amount)s %(currency)s") % {
        "amount": number(amount, minor_digits(currency)),
        "currency": currency,
    }


def money_short(amount: int | Decimal | Fraction | None, currency: str) -> str:
    """Write an amount for a glance: ``10.7 MSEK`` from a million up, ``304 kSEK`` from ten thousand up."""
    if amount is None:
        return gettext("not known")
    size = abs(Fraction(amount))
    if size >= MILLION:
        return gettext("%(amount)s M%(currency)s") % {
            "amount": number(Fraction(amount) / MILLION, 1),
            "currency": currency,
        }
    if size >= MILLION // 100:
        return gettext("%(amount)s k%(currency)s") % {
            "amount": number(Fraction(amount) / 1000, 0),
            "currency": currency,
        }
    return gettext("%(amount)s %(currency)s") % {"amount": number(amount, 0), "currency": currency}


def day(value: date) -> str:
    """Write a day: ``21 Nov 2026``."""
    return formats.date_format(value, "j M Y")
