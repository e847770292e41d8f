"""Commands that are read in only when they are asked for: one command does not pay for what the others need."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, ClassVar

import typer
from django.utils.module_loading import import_string
from typer.core import TyperCommand

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

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Say what there is; no command is read in for it."""
        told = {name: TyperCommand(name, help=_help(at)) for name, at in self.places.items()}
        self.commands = told  # type: ignore[assignment]  # only ever read
        super().format_help(ctx, formatter)


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


def _help(place: str) -> str:
    """Return what a command says of itself: a function in its docstring, an application in its ``help``."""
    package, module, name = place.rsplit(".", 2)
    source = files(package).joinpath(f"{module}.py").read_text("utf-8")
    for found in ast.parse(source).body:
        match found:
            case ast.FunctionDef(name=known) if known == name:
                return ast.get_docstring(found) or ""
            case ast.Assign(targets=[ast.Name(id=known)], value=ast.Call(keywords=words)):
                if known == name:
                    said = {word.arg: word.value for word in words}
                    return str(ast.literal_eval(said["help"]))
    raise LookupError(place)


def _command(name: str, found: Any) -> Any:
    """Make a command of a function, or a group of an application, just as if it stood among others."""
    around = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    around.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        around.add_typer(found, name=name)
    else:
        around.command(name)(found)
    return typer.main.get_group(around).commands[name]
