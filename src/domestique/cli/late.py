"""Commands that are read in only when they are asked for: one command does not pay for what the others need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import typer
from django.utils.module_loading import import_string

from domestique.cli.refusing import RefusingGroup


class LateGroup(RefusingGroup):
    """Commands by name, each with the place where it stands: ``domestique.answers.money.bill_command.bill``."""

    places: ClassVar[Mapping[str, str]]

    def __init__(self, **attributes: Any) -> None:
        """Read no command in yet."""
        super().__init__(**attributes)
        self.commands = LateCommands(self.places)  # type: ignore[assignment]  # only ever read

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's own signature
        """Return the names, in the order of the help."""
        return list(self.places)


class LateCommands(Mapping[str, Any]):
    """Commands by name, read in at the first asking."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Keep where they stand."""
        self._places = places
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """Return a command, or a group of several."""
        if name not in self._read:
            self._read[name] = _command(name, import_string(self._places[name]))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


def _command(name: str, found: Any) -> Any:
    """Make a command of a function, or a group of an application, just as if it stood among others."""
    around = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    around.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        around.add_typer(found, name=name)
    else:
        around.command(name)(found)
    return typer.main.get_group(around).commands[name]
