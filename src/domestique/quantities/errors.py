"""What this room refuses, each refusal a class of its own that builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.sentence import Sentence, say


class Refusal(Exception):  # noqa: N818 - a refusal is named as what it refuses, not as an error
    """Something that cannot be accepted; ``sentence`` says what, which value, and what would be."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence; ``str()`` of the refusal is its English form."""
        super().__init__(str(sentence))
        self.sentence = sentence


class MonthNotUnderstood(Refusal):
    """A text that is not a month."""

    def __init__(self, text: str) -> None:
        """Name the text that was given."""
        super().__init__(
            say(
                "“%(written)s” is not a month; write year and month, for example 2026-10.",
                written=text,
            )
        )


class ServiceHoursNotUnderstood(Refusal):
    """A text that is not service hours at all."""

    def __init__(self, text: str) -> None:
        """Name the text that was given."""
        super().__init__(
            say(
                "“%(written)s” is not understood as service hours; write for example 24x7, "
                "Mon-Fri 07-18, Mon-Sat 05:30-23:15, Mon-Fri 07-12; Sat 09-13, or race days 06-22 "
                "for a calendar named race days, and after it if needed “except holidays”, "
                "“except holidays FI” or “with” and the name of a calendar.",
                written=text,
            )
        )


class TimeOfDayNotUnderstood(Refusal):
    """A text that is not a time of day."""

    def __init__(self, text: str) -> None:
        """Name the text that was given."""
        super().__init__(
            say(
                "“%(written)s” is not a time of day; write hours, or hours and minutes, "
                "from 00:00 to 24:00.",
                written=text,
            )
        )


class WindowClosesBeforeItOpens(Refusal):
    """A daily window whose end is not after its start."""

    def __init__(self, text: str, opens: str, closes: str) -> None:
        """Name the service hours and the two times."""
        super().__init__(
            say(
                "In the service hours “%(written)s” the closing time %(closes)s is not after the "
                "opening time %(opens)s; write hours past midnight as two windows, for example "
                "Mon-Fri 22-24; Tue-Sat 00-06.",
                written=text,
                opens=opens,
                closes=closes,
            )
        )


class CountsDoNotFit(Refusal):
    """A part that is negative or larger than its whole, or a whole of nothing."""

    def __init__(self, part: int, whole: int) -> None:
        """Name the part and the whole."""
        super().__init__(
            say(
                "%(part)s of %(whole)s is not a share; the whole must be one or more, "
                "and the part from 0 up to it.",
                part=part,
                whole=whole,
            )
        )
