"""What a list, a view or a form refuses; each refusal builds its whole sentence."""

from __future__ import annotations

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say


class ColumnNotThere(Refusal):
    """A column the table does not have."""

    def __init__(self, table: str, name: str, columns: str) -> None:
        """Name the column asked for and those there are."""
        super().__init__(
            say(
                "There is no column “%(name)s” in %(table)s; choose one of %(columns)s.",
                name=name,
                table=table,
                columns=columns,
            )
        )


class ColumnNotChosen(Refusal):
    """A condition, or a change, of no column."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("No column is chosen; choose the one it is about."))


class OperatorDoesNotFit(Refusal):
    """Something that cannot be asked of a column of this kind."""

    def __init__(self, column: str, operator: str, fitting: str) -> None:
        """Name the column, what was asked, and what can be."""
        super().__init__(
            say(
                "“%(operator)s” cannot be asked of %(column)s; ask one of %(fitting)s.",
                operator=operator,
                column=column,
                fitting=fitting,
            )
        )


class ValueMissing(Refusal):
    """A condition without the value to hold rows against."""

    def __init__(self, column: str) -> None:
        """Name the column and what would be right."""
        super().__init__(
            say(
                "Write the value %(column)s is held against, or ask whether it is not known.",
                column=column,
            )
        )


class BetweenEndsBeforeItStarts(Refusal):
    """A stretch whose second end is before the first."""

    def __init__(self, first: str, last: str) -> None:
        """Name both ends."""
        super().__init__(
            say(
                "Nothing lies between %(first)s and %(last)s; write the smaller or earlier first.",
                first=first,
                last=last,
            )
        )


class TooMuchAsked(Refusal):
    """More conditions, or words, than are asked at once."""

    def __init__(self, most: int) -> None:
        """Name how many there may be."""
        super().__init__(
            say("At most %(most)s conditions and as many words are asked at once.", most=most)
        )


class RowsNotOffered(Refusal):
    """A number of rows a page does not come with."""

    def __init__(self, written: str, offered: str) -> None:
        """Name what was written and what there is."""
        super().__init__(
            say(
                "“%(written)s” rows to a page are not offered; choose %(offered)s.",
                written=written,
                offered=offered,
            )
        )


class ViewNameMissing(Refusal):
    """A view without a name, or with one that is too long."""

    def __init__(self, longest: int) -> None:
        """Say how long a name may be."""
        super().__init__(
            say("A view needs a name of at most %(longest)s characters.", longest=longest)
        )


class ViewNameTaken(Refusal):
    """A name this person has given to another view of the table."""

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(
            say(
                "You have a view “%(name)s” already; choose another name, or forget that one first.",
                name=name,
            )
        )


class NothingChosen(Refusal):
    """A change of no row."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say("No row is chosen; tick the rows to change, or take every row that matches.")
        )


class TooManyChosen(Refusal):
    """A change of more rows than are changed at once."""

    def __init__(self, chosen: int, most: int) -> None:
        """Name how many were chosen and how many there may be."""
        super().__init__(
            say(
                "%(chosen)s rows are chosen; at most %(most)s are changed at once, so narrow the list.",
                chosen=chosen,
                most=most,
            )
        )


class RowsNotUnderstood(Refusal):
    """Rows named in a way no page of ours names them."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say("Which rows were meant is not understood; go back to the list and tick them again.")
        )


class WhyMissing(Refusal):
    """A change of many rows without a reason."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say("Write why: the reason stands in the history of every row that is changed.")
        )


class KeyStays(Refusal):
    """A change of what a row is known by."""

    def __init__(self, column: str) -> None:
        """Name the column."""
        super().__init__(
            say(
                "%(column)s is part of what the row is known by and stays as it is; enter a new row instead.",
                column=column,
            )
        )


class RowStandsAlready(Refusal):
    """A new row with the key of one that is there."""

    def __init__(self, table: str, key: str) -> None:
        """Name the table and the key."""
        super().__init__(
            say(
                "There is a row %(key)s in %(table)s already; open that one to change it.",
                key=key,
                table=table,
            )
        )


class TableHasItsRow(Refusal):
    """A second row of a table that has one."""

    def __init__(self, table: str) -> None:
        """Name the table."""
        super().__init__(
            say(
                "The table %(table)s has one row, and it is there already; open it to change it.",
                table=table,
            )
        )


class NothingChanged(Refusal):
    """A form sent as it was opened."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("Nothing was changed, so nothing was kept."))


class NotYourCustomer(Refusal):
    """Rows that would be of a customer this person may not see."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            say("This would be a customer's business you may not see; ask her customer team.")
        )
