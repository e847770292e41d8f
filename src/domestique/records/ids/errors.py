"""What is refused of ids that change."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class HasNoIdOfItsOwn(Refusal):
    """A table whose rows are known by what they are about, and not by an id of their own."""

    text = say(
        "Rows of %(table)s have no id of their own; what they are about is renamed or merged, and they follow."
    )


class NoSuchId(Refusal):
    """An id that is not there."""

    text = say("There is no “%(id)s” in %(table)s.")


class IdIsTaken(Refusal):
    """An id that another record has, or that some row names already."""

    text = say("“%(id)s” is taken in %(table)s already; choose another, or merge the two.")


class IdMeansAnother(Refusal):
    """An id that a record has had: it is not given to anything new."""

    text = say(
        "“%(id)s” is an old id of “%(means)s” in %(table)s, and is not given to anything new; choose another."
    )


class SameThing(Refusal):
    """Two ids of one and the same record."""

    text = say("“%(id)s” is this record's id already.")


class OnlyWithAll(Refusal):
    """Somebody who does not see every row that would follow."""

    text = say(
        "%(person)s does not see all that would follow; whoever keeps the picture can do this."
    )


class ClosedMonthsStay(Refusal):
    """Something with rows in months that are over."""

    text = say(
        "“%(gone)s” has rows that count in months that are over (%(rows)s), and closed months never move: let it end, "
        "and book what is new on “%(survivor)s”."
    )


class ReferToEachOther(Refusal):
    """Two records of which one refers to the other, which one and the same thing cannot."""

    text = say(
        "A row of %(table)s (%(key)s) refers from one of the two to the other, so they are not one thing; mend that row first."
    )


class BothHaveRows(Refusal):
    """Both records have rows of one key, and nobody has said what becomes of them."""

    text = say(
        "Both have rows of one key: %(rows)s. Say for each table what is to be done: add up, keep those of “%(survivor)s”, or "
        "take those of “%(gone)s”."
    )


class CannotBeAdded(Refusal):
    """Rows that cannot be added up."""

    text = say(
        "Rows of %(table)s cannot be added up (%(key)s); keep those of the one or of the other."
    )


class NothingToTakeApart(Refusal):
    """An id that was not merged into another."""

    text = say("“%(id)s” was not merged into another record of %(table)s.")


class ChangedSinceMerged(Refusal):
    """Rows of a merging that have been changed since."""

    text = say(
        "%(rows)s changed since the two were merged, so they cannot be taken apart any more."
    )
