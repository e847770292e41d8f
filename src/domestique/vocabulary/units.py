"""How an amount is said with the unit an owner wrote for her service: 95 workplaces, 1 workplace.

The rule is the English plural of the unit's head word; a unit in other words than English, an
abbreviation, or one that is plural already stays as it is written.
"""

import re
from decimal import Decimal
from fractions import Fraction

from domestique.vocabulary.speech import number

NO_BREAK = "\u00a0"
ABBREVIATED = frozenset({"min", "s", "h", "d", "pcs", "kg", "km", "m", "ha"})
"""Units of measure, which have no plural in writing."""
IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "half": "halves"}  # fmt: skip
HEAD_ENDS = re.compile(r" (?:per|of|in|at|with|for|on) |/| \(")
"""What follows these words tells more of the head word before them: hour of support."""


def counted(amount: int | Decimal | Fraction, unit: str) -> str:
    """Write an amount with its unit in the number it asks for; a percent sign never stands alone on a line."""
    gap = NO_BREAK if unit == "%" else " "
    return f"{number(amount)}{gap}{unit_for(amount, unit)}".strip()


def unit_for(amount: int | Decimal | Fraction, unit: str) -> str:
    """Return the unit as it is said after an amount: singular after exactly one."""
    return unit if abs(amount) == 1 else plural_of(unit)


def plural_of(unit: str) -> str:
    """Return the plural of a unit: ``race day`` is ``race days``, ``thousand orders`` stays.

    Of what an owner joined with a dash the last word is counted: ``entity-month`` is ``entity-months``.
    """
    parts = HEAD_ENDS.split(unit, maxsplit=1)
    head, rest = parts[0], unit[len(parts[0]) :]
    start = max(head.rfind(" "), head.rfind("-")) + 1
    return head[:start] + _plural_word(head[start:]) + rest


def _plural_word(word: str) -> str:
    if not re.fullmatch(r"[a-z]+|[A-Z][a-z]+", word) or word in ABBREVIATED:
        return word
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("is"):
        return word[:-2] + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
