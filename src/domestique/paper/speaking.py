"""How values are written on paper: the same words as on the pages."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from textwrap import shorten

from django.utils.translation import gettext as _

from domestique.quantities.sentence import Sentence
from domestique.telling.chips import Chip
from domestique.telling.moods import MOOD_WORDS
from domestique.vocabulary.speech import day, number, spoken

LONGEST = 240


def say_briefly(text: Sentence | str, longest: int = LONGEST) -> str:
    """Say a sentence, cut between words where it is longer than a sheet has room for."""
    return shorten(spoken(text), longest, placeholder=" …")


def write_day(value: date | None) -> str:
    """Write a day; one that is not known is said so."""
    return _("not known") if value is None else day(value)


def chip_content(chip: Chip) -> dict[str, str]:
    """Return a state as a template takes it: the shape follows from the state."""
    return {"state": chip.state, "text": say_briefly(chip.text)}


def section(
    title: str,
    lines: Iterable[Sequence[object]],
    chips: Iterable[Mapping[str, object]] = (),
    nothing: str = "",
    room: int = 0,
) -> dict[str, object]:
    """Return a section as ``sections.typ`` takes it.

    A line is its words and a note, and whether it is an exception; ``room`` is how many lines are left to write on.
    """
    return {
        "title": title,
        "lines": [[*line, False][:3] for line in lines],
        "chips": list(chips),
        "nothing": nothing or _("Nothing is known."),
        "room": room,
    }


def mood_content() -> dict[str, str]:
    """Return the words of all moods, which a face is read aloud by."""
    return {mood.value: spoken(words) for mood, words in MOOD_WORDS.items()}


def more(count: int) -> str:
    """Say that so many more were left off; nothing when none were."""
    return _("and %(count)s more") % {"count": number(count)} if count else ""
