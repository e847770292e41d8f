"""Who somebody is: the id of her record, told by her name.

Two people may have one name, and one person may change hers. So what is kept, compared and looked up is the id; only
where it is told does the name stand, as a sentence stands in a language only where it is told.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self


@dataclass(frozen=True)
class NamesOfPeople:
    """What people are called, by id; ``former`` ids lead to those of today. One who is not here is called by her id."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, id_: str) -> str:
        """Return what somebody is called."""
        return self.by_id.get(id_) or self.by_id.get(self.former.get(id_, id_), id_)

    @cached_property
    def shared(self) -> frozenset[str]:
        """The names, in lower case, that more than one person has."""
        counted = Counter(name.casefold() for name in self.by_id.values())
        return frozenset(name for name, count in counted.items() if count > 1)


Names = Callable[[], NamesOfPeople]
_names: ContextVar[Names] = ContextVar("domestique.names_of_people", default=NamesOfPeople)


class PersonId(str):
    """The id of a person's record: equal where the id is, told (``str``, ``%s``) by her name, sorted by it.

    Empty is nobody. Outside ``told_by_name`` it is told as it is, and so is an id that no record has.
    """

    __slots__ = ()

    def __new__(cls, id_: str = "") -> Self:
        """Take an id for one; that of somebody known stays her id, and is never how she is told."""
        return super().__new__(cls, str.__str__(id_))

    @property
    def id(self) -> str:
        """The id itself, for addresses."""
        return str.__str__(self)

    @property
    def written(self) -> str:
        """How files and forms write her: by her name, with her id behind it where another has her name."""
        names, name = _names.get()(), str(self)
        return f"{name} ({self.id})" if name.casefold() in names.shared else name

    def __str__(self) -> str:
        """Return her name."""
        return _names.get()().name_of(self.id) if self else ""

    def __format__(self, spec: str) -> str:
        """Write her name into a text."""
        return format(str(self), spec)

    def __lt__(self, other: str) -> bool:
        """Stand before another by name."""
        return str(self) < str(other)


def with_names(value: Any) -> Any:  # noqa: ANN401 - whatever an answer is made of
    """Return the same value with everybody in it, in lists and mappings too, as the name she is told by."""
    match value:
        case PersonId():
            return str(value)
        case list() | tuple():
            return [with_names(one) for one in value]
        case Mapping():
            return {with_names(key): with_names(one) for key, one in value.items()}
    return value


@contextmanager
def told_by_name(names: Names) -> Iterator[None]:
    """Tell people by these names for as long as the block lasts."""
    token = _names.set(names)
    try:
        yield
    finally:
        _names.reset(token)
