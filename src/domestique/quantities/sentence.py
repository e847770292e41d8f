"""A sentence for a person, kept apart from its values so that it can be said in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Value: TypeAlias = "str | int | Decimal | Fraction | date | datetime | Sentence | None"

LIST = ", "
PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English source text with named places, and the values that fill them.

    ``text`` is the key of the translation, so it is never built from pieces. With ``plural`` the
    form is chosen by ``count``, which is also available as ``%(count)s``.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int | None = None

    def places(self) -> frozenset[str]:
        """Return the names of the places the text has for values."""
        return frozenset(PLACE.findall(self.text.replace("%%", "")))

    def naming(self, names: Mapping[str, str]) -> Sentence:
        """Return the same sentence with every id in ``names``, alone or in a list, said by its name."""
        values = tuple((key, _named(value, names)) for key, value in self.values)
        return Sentence(self.text, values, self.plural, self.count)

    def __str__(self) -> str:
        """Return the sentence in its source language, with plain values."""
        text = self.text if self.plural is None or self.count == 1 else self.plural
        return text % dict(self.values) if self.values else text.replace("%%", "%")


def _named(value: Value, names: Mapping[str, str]) -> Value:
    if not isinstance(value, str):
        return value
    if LIST not in value:
        return names.get(value, value)
    return LIST.join(names.get(part, part) for part in value.split(LIST))


def say(text: str, /, **values: Value) -> Sentence:
    """Make a translatable sentence: ``say("%(service)s is not met.", service="S01")``."""
    return Sentence(text, tuple(values.items()))


def say_counted(singular: str, plural: str, count: int, /, **values: Value) -> Sentence:
    """Make a translatable sentence whose form follows a count: ``%(count)s`` is the count itself."""
    return Sentence(singular, (("count", count), *values.items()), plural, count)
