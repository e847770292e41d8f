"""An act: all that somebody is about to save at once, as the guards of the door see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field
from typing import Any, ClassVar, Protocol, TypeAlias

from domestique.records.guard import GuardedStep
from domestique.records.models import Record
from domestique.records.viewer import Viewer

Kind: TypeAlias = type[Record]


class Act(Protocol):
    """All that somebody is about to save at once, and why: a record by a verb, every row of a load.

    It is a dataclass, so that ``replace`` says what it were if somebody else saved it.
    """

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def viewer(self) -> Viewer:
        """Who saves."""

    @property
    def why(self) -> str:
        """The reason she gives."""

    def steps(self, kind: Kind) -> Iterable[GuardedStep]:
        """Return what becomes of the records of a kind."""

    @property
    def is_typed(self) -> bool:
        """Whether it saves rows as they were typed or loaded, and not by a verb."""

    @property
    def is_load(self) -> bool:
        """Whether it loads files, which record what happened elsewhere."""
