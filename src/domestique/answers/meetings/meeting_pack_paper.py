"""The pre-read of a meeting on paper: the agenda with what is known, or the canvas to write in."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from domestique.answers.meetings.meeting_pack import Pack, Section
from domestique.paper.speaking import say_briefly, section, write_day
from domestique.paper.typesetting import typeset
from domestique.relations.choices import MeetingKind
from domestique.vocabulary.speech import spoken


def meeting_pack_pdf(pack: Pack) -> bytes:
    """Set the pack: a canvas in two columns on one page, an agenda in one column on as many as it takes."""
    page, meeting = pack.page, pack.page.line.meeting
    is_canvas = meeting.kind == MeetingKind.DIALOGUE
    title = spoken(page.title)
    content = {
        "title": title,
        "foot": _("%(title)s · %(day)s · as known on %(known)s")
        % {
            "title": title,
            "day": write_day(meeting.starts.date()),
            "known": write_day(page.day),
        },
        "kicker": [title, _when(pack)],
        "headline": say_briefly(pack.headline),
        "lead": _lead(pack),
        "one_page": is_canvas,
        "columns": 2 if is_canvas else 1,
        "sections": [_section(one, number) for number, one in enumerate(pack.sections, start=1)],
    }
    return typeset("sections.typ", content, page.day)


def _lead(pack: Pack) -> str:
    """Say who leads and who comes."""
    people = ", ".join(map(str, pack.page.line.meeting.participants))
    words = {"chair": pack.page.chair or _("Nobody yet"), "people": people}
    return (
        _("%(chair)s leads, with %(people)s.") % words if people else _("%(chair)s leads.") % words
    )


def _when(pack: Pack) -> str:
    line = pack.page.line
    return _("%(start)s to %(end)s, %(place)s") % {
        "start": date_format(line.meeting.starts, "j M Y H:i"),
        "end": date_format(line.ends, "H:i"),
        "place": line.meeting.place or _("place not said"),
    }


def _section(point: Section, number: int) -> dict[str, object]:
    title = _("%(number)s  %(title)s") % {"number": number, "title": spoken(point.title)}
    lines = [
        [say_briefly(one.text), say_briefly(one.note) if one.note else "", one.is_exception]
        for one in point.lines
    ]
    return section(title, lines, nothing=spoken(point.nothing), room=point.room)
