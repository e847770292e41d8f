"""What the sheet that explains the others says: what tables and columns mean and accept."""

from collections.abc import Iterable
from dataclasses import dataclass

from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind, Table
from domestique.records.declare import LARGEST_WHOLE

HEADER = (
    say("table"),
    say("column"),
    say("what it means"),
    say("required"),
    say("what is accepted"),
)

_ACCEPTED = {
    Kind.ID: say(
        "An id of your own choosing, such as S01. Another id in a file is another row: rename it instead."
    ),
    Kind.TEXT: say("Any text."),
    Kind.DATE: say("A day: 2026-10-25."),
    Kind.LOCAL_TIME: say("A day and a local time: 2026-10-25 08:10."),
    Kind.MONTH: say("A month: 2026-10."),
    Kind.YEAR: say("A year: 2026."),
    Kind.PERIOD: say("A year or a month: 2026 or 2026-10."),
    Kind.CLOCK: say("A time of day from 00:00 to 24:00."),
    Kind.YES_NO: say("yes or no; empty is not known."),
    Kind.HOURS: say("24x7, Mon-Fri 07-18, or a calendar and hours: race days 06-22."),
    Kind.TIME_ZONE: say("The name of a time zone: Europe/Stockholm."),
    Kind.CURRENCY: say("Three letters: SEK."),
    Kind.COUNTRY: say("Two letters: SE."),
    Kind.NAMES: say("Texts separated by semicolons."),
    Kind.PERSON: say("A person: her name, id or e-mail."),
    Kind.PEOPLE: say("People: names, ids or e-mails, separated by semicolons."),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """One line of the explanation; of a table itself, or of one of its columns."""

    table: str
    column: str
    meaning: Sentence
    is_required: bool = False
    accepted: Sentence | None = None


def explain_table(table: Table, columns: Iterable[Column]) -> list[Explained]:
    """Explain a table and then those of its columns that are there."""
    return [
        Explained(table.name, "", table.meaning),
        *(
            Explained(table.name, column.name, column.meaning, column.required, accepted(column))
            for column in columns
        ),
    ]


def accepted(column: Column) -> Sentence:
    """Say what a cell of a column may hold."""
    match column.kind:
        case Kind.CHOICE:
            return _choices(column)
        case Kind.LINK:
            return say("An id from %(table)s.", table=column.to)
        case Kind.LINKS:
            return say("Ids from %(table)s, separated by spaces.", table=column.to)
        case Kind.WHOLE:
            return _whole(column)
        case Kind.DECIMAL:
            return _decimal(column)
        case kind:
            return _ACCEPTED[kind]


def _choices(column: Column) -> Sentence:
    choices = ", ".join(column.choices)
    if column.also:
        return say("One of: %(choices)s; in Swedish and Finnish too.", choices=choices)
    return say("One of: %(choices)s.", choices=choices)


def _whole(column: Column) -> Sentence:
    if column.maximum is None or column.maximum == LARGEST_WHOLE:
        return say("A whole number, %(minimum)s or more.", minimum=column.minimum)
    return say(
        "A whole number from %(minimum)s to %(maximum)s.",
        minimum=column.minimum,
        maximum=column.maximum,
    )


def _decimal(column: Column) -> Sentence:
    if column.minimum is None:
        return say("A number with at most %(places)s decimals.", places=column.places)
    if column.maximum is None:
        return say(
            "A number, %(minimum)s or more, with at most %(places)s decimals.",
            minimum=column.minimum,
            places=column.places,
        )
    return say(
        "A number from %(minimum)s to %(maximum)s with at most %(places)s decimals.",
        minimum=column.minimum,
        maximum=column.maximum,
        places=column.places,
    )
