"""``domestique calendar``: the meetings as an iCalendar file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.meetings.calendar_feed import calendar_of
from domestique.cli.refusing import tell_refusal
from domestique.records.ability import Ability


@permit(Ability.SEE_PICTURE)
def calendar(
    path: Annotated[Path, typer.Argument(help="The .ics file to write.")],
) -> None:
    """Write the meetings as a calendar file that any calendar program reads."""
    try:
        path.write_bytes(calendar_of(present_viewer()))
    except OSError as error:
        tell_refusal(
            _("%(path)s cannot be written: %(reason)s.")
            % {"path": path, "reason": error.strerror or error}
        )
        return
    typer.echo(_("Written to %(path)s") % {"path": path})
