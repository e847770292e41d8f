"""A refusal on the command line is a sentence on the error output and exit status 1, never a traceback."""

from __future__ import annotations

from typing import Any

import typer
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from typer.core import TyperGroup

from domestique.cli.preparing import prepare_database
from domestique.quantities.errors import Refusal
from domestique.vocabulary.speech import spoken

REFUSED = 1


class RefusingGroup(TyperGroup):
    """The commands, run on a prepared database, with every refusal turned into its sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            prepare_database()
            return super().invoke(ctx)
        except Refusal as refusal:
            refuse(spoken(refusal.sentence))
        except DatabaseError as error:
            refuse(
                _(
                    "The database %(name)s cannot be used: %(reason)s. Give another with --db, a file or a postgresql:// address."
                )
                % {"name": connection.settings_dict["NAME"], "reason": str(error).strip()}
            )


def refuse(sentence: str) -> None:
    """Say why and stop with the status of refused input."""
    typer.echo(sentence, err=True)
    raise typer.Exit(REFUSED)
