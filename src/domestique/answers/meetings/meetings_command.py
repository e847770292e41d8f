"""``domestique packs`` and ``domestique calendar``: pre-reads to send out the day before, and the meetings as a calendar."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.meetings.calendar_feed import calendar_of
from domestique.answers.meetings.meeting_pack import meeting_pack
from domestique.answers.meetings.meeting_pack_paper import meeting_pack_pdf
from domestique.cli.options import day_given, today
from domestique.cli.pdf import refuse_unwritable, write_file
from domestique.cli.refusing import tell_refusal
from domestique.records.ability import Ability
from domestique.relations.meetings.queries import meetings_on


@permit(Ability.SEE_PICTURE)
def packs(
    folder: Annotated[Path, typer.Argument(help="The folder to write them into; it is made.")],
    on: Annotated[
        str, typer.Option("--for", help="The day of the meetings, for example 2026-11-26.")
    ],
) -> None:
    """Write the pre-read of every meeting of a day: PDFs named after the meeting."""
    viewer, clock, day = present_viewer(), today(), day_given(on)
    meetings = list(meetings_on(viewer, day))
    if not meetings:
        tell_refusal(_("No meeting is planned for %(day)s.") % {"day": on})
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse_unwritable(folder, error)
    for meeting in meetings:
        pack = meeting_pack(viewer, meeting.id, clock)
        if pack is not None:
            write_file(folder / f"{day}-{meeting.id}.pdf", meeting_pack_pdf(pack))


@permit(Ability.SEE_PICTURE)
def calendar(
    path: Annotated[Path, typer.Argument(help="The .ics file to write.")],
) -> None:
    """Write the meetings as a calendar file that any calendar program reads."""
    write_file(path, calendar_of(present_viewer()))
