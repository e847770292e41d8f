"""A refusal on the command line is a sentence on the error output and exit status 1, never a traceback."""

import os
from dataclasses import replace
from typing import Any, NoReturn

import typer
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from typer.core import TyperGroup

from domestique.access.permits import insist_on_permit, permit_of
from domestique.access.queries import names_while_looking, standing_on
from domestique.access.viewers import local_keeper, looking, present_viewer
from domestique.cli.options import today
from domestique.cli.preparing import prepare_database
from domestique.parties.queries import day_for
from domestique.quantities.errors import Refusal
from domestique.quantities.person_id import told_by_name
from domestique.records.viewer import Viewer
from domestique.vocabulary.speech import spoken

REFUSED = 1


class RefusingGroup(TyperGroup):
    """The commands, run on a prepared database, with every refusal turned into its sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            with told_by_name(names_while_looking()):
                return self._invoke(ctx)
        except DatabaseError as error:
            tell_refusal(
                _(
                    "The database %(name)s cannot be used: %(reason)s. Give another with --db, a file or a postgresql:// address."
                )
                % {"name": connection.settings_dict["NAME"], "reason": reason_of(error)}
            )

    def _invoke(self, ctx: Any) -> Any:
        try:
            prepare_database()
            with looking(person_named(ctx.params.get("person") or "")):
                return super().invoke(ctx)
        except Refusal as refusal:
            return tell_refusal(spoken(refusal.sentence))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was asked for; refuse it to whom it is not open."""
        name, command, rest = super().resolve_command(ctx, args)
        insist_on_permit(present_viewer(), permit_of(command and command.callback))
        return name, command, rest


def person_named(name: str = "") -> Viewer:
    """Return who runs the command: the person ``--as`` or DOMESTIQUE_AS names, else the keeper at this computer.

    Refuses a name nobody in the picture has.
    """
    person = " ".join((name or os.environ.get("DOMESTIQUE_AS", "")).split())
    keeper = local_keeper()
    if not person:
        return keeper
    return replace(standing_on(person, day_for(keeper, today())).viewer, hand=keeper.person)


def reason_of(error: Exception) -> str:
    """Return what a driver gives as its reason, to stand before a full stop; what it asks back is left out."""
    lines = [line.strip() for line in str(error).splitlines()]
    told = [line.rstrip(".!") for line in lines if line and not line.endswith("?")]
    return ". ".join(told) or type(error).__name__


def tell_refusal(sentence: str) -> NoReturn:
    """Say why and stop with the status of refused input."""
    typer.echo(sentence, err=True)
    raise typer.Exit(REFUSED)
