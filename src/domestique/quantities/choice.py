"""A word of a closed list: what a column takes, and what rules go by. Plain Python, so that rules and models share it."""

from enum import EnumType, StrEnum
from typing import Self, cast


class ChoiceType(EnumType):
    """What a list of words says of itself, in the order in which it declares them."""

    @property
    def values(cls) -> list[str]:
        """The words."""
        return [word for word, _ in cls.choices]

    @property
    def choices(cls) -> list[tuple[str, str]]:
        """The words, each with what it is called, as a column of a model takes them."""
        return [(one.value, one.label) for one in cast("list[Choice]", [*cls.__members__.values()])]


class Choice(StrEnum, metaclass=ChoiceType):
    """Inherit it and name the words; a word that is called otherwise is given its label too."""

    label: str

    def __new__(cls, word: str, label: str = "") -> Self:
        """Keep the word, and what it is called."""
        one = str.__new__(cls, word)
        one._value_ = word
        one.label = label or word
        return one
