"""Amounts and times written as short as they can be read."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from django.utils.translation import gettext

from domestique.quantities.money import minor_digits
from domestique.quantities.rounding import round_half_even, round_parts
from domestique.quantities.sentence import Sentence, say
from domestique.vocabulary.speech import money_short, number

Amount: TypeAlias = Decimal | Fraction | int
IN_FULL = "%(amount)s %(currency)s"
UNITS = (  # from which size of a list it is used, how many decimals of it are shown, what it is worth
    (100_000_000, 1, 1_000_000, "%(amount)s M%(currency)s"),
    (10_000, 0, 1000, "%(amount)s k%(currency)s"),
    (0, 0, 1, IN_FULL),
)


def adding_up(
    amounts: Sequence[Amount], lines: Sequence[Sequence[int]], currency: str
) -> list[Sentence]:
    """Say sums of amounts, each line naming which by place, in one unit and rounded so that they add up.

    By largest remainder. The unit follows the size of the whole; a finer one is taken where a line that is not
    nothing would stand as 0, down to the minor unit.
    """
    exact = [Fraction(amount) for amount in amounts]
    size = max(abs(amount) for amount in (sum(exact, Fraction(0)), *exact))
    units = [unit[1:] for unit in UNITS if size >= unit[0]]
    said: list[Sentence] = []
    for decimals, worth, text in (*units, (minor_digits(currency), 1, IN_FULL)):
        scaled = [amount * 10**decimals / worth for amount in exact]
        parts = round_parts(int(round_half_even(sum(scaled, Fraction(0)), 0)), scaled)
        sums = [Decimal(sum(parts[i] for i in line)).scaleb(-decimals) for line in lines]
        said = [say(text, amount=shown, currency=currency) for shown in sums]
        if all(sums[at] or not sum(exact[i] for i in line) for at, line in enumerate(lines)):
            break
    return said


def signed_money(amount: Amount | None, currency: str) -> str:
    """Write a difference of money for a glance, with its sign; one that is not known is said so."""
    if amount is None:
        return gettext("not known")
    return _sign(amount) + money_short(max(amount, -amount), currency)


def signed_percent(share: Fraction | None) -> str:
    """Write a change (0.071) with its sign and one decimal: ``+7.1 %``; one that is not known is said so."""
    if share is None:
        return gettext("not known")
    tenths = round(share * 1000)
    return f"{_sign(tenths)}{number(Fraction(abs(tenths), 10), 1)} %"


def _sign(amount: Amount) -> str:
    return "+" if amount > 0 else "−" if amount < 0 else ""


def clock_time(minutes: int) -> str:
    """Write minutes as hours and minutes: ``9:05``."""
    return f"{minutes // 60}:{minutes % 60:02d}"
