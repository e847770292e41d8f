"""What a list, a view or a form refuses; each refusal builds its whole sentence."""

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class ColumnNotThere(Refusal):
    """A column the table does not have."""

    text = say("There is no column “%(name)s” in %(table)s; choose one of %(columns)s.")


class ColumnNotChosen(Refusal):
    """A condition, or a change, of no column."""

    text = say("No column is chosen; choose the one it is about.")


class OperatorDoesNotFit(Refusal):
    """Something that cannot be asked of a column of this kind."""

    text = say("“%(operator)s” cannot be asked of %(column)s; ask one of %(fitting)s.")


class ValueMissing(Refusal):
    """A condition without the value to hold rows against."""

    text = say("Write the value %(column)s is held against, or ask whether it is not known.")


class BetweenEndsBeforeItStarts(Refusal):
    """A stretch whose second end is before the first."""

    text = say("Nothing lies between %(first)s and %(last)s; write the smaller or earlier first.")


class TooMuchAsked(Refusal):
    """More conditions, or words, than are asked at once."""

    text = say("At most %(most)s conditions and as many words are asked at once.")


class RowsNotOffered(Refusal):
    """A number of rows a page does not come with."""

    text = say("“%(written)s” rows to a page are not offered; choose %(offered)s.")


class ViewNameMissing(Refusal):
    """A view without a name, or with one that is too long."""

    text = say("A view needs a name of at most %(longest)s characters.")


class ViewNameTaken(Refusal):
    """A name this person has given to another view of the table."""

    text = say("You have a view “%(name)s” already; choose another name, or forget that one first.")


class NoRowChosen(Refusal):
    """A change of no row."""

    text = say("No row is chosen; tick the rows to change, or take every row that matches.")


class TooManyChosen(Refusal):
    """A change of more rows than are changed at once."""

    text = say(
        "%(chosen)s rows are chosen; at most %(most)s are changed at once, so narrow the list."
    )


class RowsNotUnderstood(Refusal):
    """Rows named in a way no page of ours names them."""

    text = say("Which rows were meant is not understood; go back to the list and tick them again.")


class WhyMissing(Refusal):
    """A change of many rows without a reason."""

    text = say("Write why: the reason stands in the history of every row that is changed.")


class KeyStays(Refusal):
    """A change of what a row is known by."""

    text = say(
        "%(column)s is part of what the row is known by and stays as it is; enter a new row instead."
    )


class RowStandsAlready(Refusal):
    """A new row with the key of one that is there."""

    text = say("There is a row %(key)s in %(table)s already; open that one to change it.")


class TableHasItsRow(Refusal):
    """A second row of a table that has one."""

    text = say("The table %(table)s has one row, and it is there already; open it to change it.")


class NothingChanged(Refusal):
    """A form sent as it was opened."""

    text = say("Nothing was changed, so nothing was kept.")


class RowNotThere(Refusal):
    """A row that is not there, not for this viewer, or not the only one."""

    text = say("There is no row %(key)s in %(table)s, or more than one; write its whole key.")


class RowNotTakenOut(Refusal):
    """A row that is not among those that were taken out."""

    text = say("%(key)s of %(table)s is not among what was taken out.")
