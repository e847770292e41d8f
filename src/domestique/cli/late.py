"""Commands that are read in only when they are asked for: one command does not pay for what the others need."""

import ast
from collections.abc import Mapping
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
        """Know the names, in the order of the help, and read no command in yet."""
        super().__init__(**attributes)
        self.commands = dict.fromkeys(self.places)  # type: ignore[assignment]  # read in by name below

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Click's own signature
        """Return a command, or a group of several, read in at the first asking."""
        if self.commands.get(cmd_name) is None and cmd_name in self.places:
            found = import_string(self.places[cmd_name])
            self.commands[cmd_name] = _command(cmd_name, found)
        return self.commands.get(cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Say what there is; no command is read in for it."""
        told = {name: TyperCommand(name, help=_help(at)) for name, at in self.places.items()}
        self.commands = told  # type: ignore[assignment]  # only ever read
        super().format_help(ctx, formatter)


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
