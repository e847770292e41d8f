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

    @property
    def also(cls) -> list[tuple[str, str]]:
        """What people write for the words in other languages, each with the word it stands for."""
        every = cast("list[Choice]", [*cls.__members__.values()])
        return [(written, one.value) for one in every for written in one.also_written]


class Choice(StrEnum, metaclass=ChoiceType):
    """Inherit it and name the words; a word that is called otherwise is given its label too, and what others write for it."""

    label: str
    also_written: tuple[str, ...]

    def __new__(cls, word: str, label: str = "", *also_written: str) -> Self:
        """Keep the word, what it is called, and what is written for it in Swedish and Finnish."""
        one = str.__new__(cls, word)
        one._value_ = word
        one.label = label or word
        one.also_written = also_written
        return one
