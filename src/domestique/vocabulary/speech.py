"""How a sentence, a number, a date and an amount of money are said to the reader in her language."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from django.utils import formats
from django.utils.translation import get_language, gettext, ngettext, override

from domestique.quantities.money import minor_digits
from domestique.quantities.rounding import round_half_even
from domestique.quantities.sentence import Sentence, Value, say

MILLION = 1_000_000
SHOWN_DECIMALS = 4


def spoken(sentence: Sentence | str) -> str:
    """Say a sentence in the active language, its values written the way that language writes them."""
    return str(sentence) if isinstance(sentence, str) else _spoken(sentence, get_language())


def _spoken(sentence: Sentence, language: str | None) -> str:
    if sentence.plural is not None and sentence.count is not None:
        text = ngettext(sentence.text, sentence.plural, sentence.count)
    else:
        text = _translated(sentence.text, language)
    values = {name: _said(value, language) for name, value in sentence.values}
    return text % values if values else text.replace("%%", "%")


@lru_cache(maxsize=4096)
def _translated(text: str, _language: str | None) -> str:
    """Return a text in the active language, which is named so that each has its own memory.

    A page says hundreds of sentences of few texts, and to ask which language is active costs more
    than to translate.
    """
    return gettext(text)


def _said(value: Value, language: str | None) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
        return _number(value, None, language)
    if isinstance(value, Sentence):
        return _spoken(value, language)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return day(value)
    return "" if value is None else str(value)


def number(value: int | Decimal | Fraction, decimals: int | None = None) -> str:
    """Write a number with grouped thousands and so many decimals.

    Without a number of decimals a decimal keeps its own, and a fraction gets as many as it needs; at most four.
    Less than nothing has a minus sign, not a hyphen.
    """
    return _number(value, decimals, get_language())


def _number(value: int | Decimal | Fraction, decimals: int | None, language: str | None) -> str:
    if decimals is None:
        decimals = _decimals_of(value)
    written = f"{round_half_even(value, decimals):,.{decimals}f}".replace("-", "−")
    point, comma = _separators(language)
    if (point, comma) == (".", ","):
        return written
    return written.translate({ord("."): point, ord(","): comma})


@cache
def _separators(language: str | None) -> tuple[str, str]:
    """Return what a language writes before decimals and between groups of three digits."""
    return (
        formats.get_format("DECIMAL_SEPARATOR", language),
        formats.get_format("THOUSAND_SEPARATOR", language),
    )


def _decimals_of(value: int | Decimal | Fraction) -> int:
    if isinstance(value, int):
        return 0
    if isinstance(value, Decimal):
        return min(max(0, -int(value.as_tuple().exponent)), SHOWN_DECIMALS)
    shown = round_half_even(value, SHOWN_DECIMALS).normalize()
    return max(0, -int(shown.as_tuple().exponent))


def money(amount: int | Decimal | Fraction | None, currency: str) -> str:
    """Write an amount in full, to the currency's minor unit: ``10,115,856.22 SEK``."""
    if amount is None:
        return gettext("not known")
    language = get_language()
    return _translated("%(amount)s %(currency)s", language) % {
        "amount": _number(amount, minor_digits(currency), language),
        "currency": currency,
    }


def money_short(amount: int | Decimal | Fraction | None, currency: str) -> str:
    """Write an amount for a glance, as ``short_money`` says it."""
    return spoken(short_money(amount, currency))


def short_money(amount: int | Decimal | Fraction | None, currency: str) -> Sentence:
    """Say an amount for a glance, to stand in a sentence: ``10.7 MSEK``, ``304 kSEK`` from ten thousand up, ``950 SEK``.

    The unit follows the amount as it is shown: 999,600 is 1.0 MSEK, not 1,000 kSEK.
    """
    if amount is None:
        return say("not known")
    exact = Fraction(amount)
    thousands = round_half_even(exact / 1000, 0)
    if abs(thousands) >= 1000:
        amount = round_half_even(exact / MILLION, 1)
        return say("%(amount)s M%(currency)s", amount=amount, currency=currency)
    if abs(exact) >= 10_000:
        return say("%(amount)s k%(currency)s", amount=thousands, currency=currency)
    return say("%(amount)s %(currency)s", amount=round_half_even(exact, 0), currency=currency)


def day(value: date) -> str:
    """Write a day: ``21 Nov 2026``."""
    return formats.date_format(value, "j M Y")


def day_in(language: str, value: date) -> str:
    """Write a day out as another language than the reader's does: ``21 november 2026``, ``21. marraskuuta 2026``."""
    if language == "en":
        return day(value)
    with override(language):
        month = formats.date_format(value, "E").lower()
    return f"{value.day}{'.' if language == 'fi' else ''} {month} {value.year}"
