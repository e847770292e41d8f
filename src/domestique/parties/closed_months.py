"""Rows of months that are closed: what was told of them stands. A pure rule, asked at the door (``records.guard``)."""

from collections.abc import Callable
from datetime import date

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.guard import Row
from domestique.records.viewer import Viewer


class MonthStands(Refusal):
    """A row of a closed month, or year, is taken out."""

    text = say(
        "%(when)s is closed: its rows are not taken out, for what was told of it stands. Correct what is wrong by a row "
        "dated %(first)s or later, or by changing what this one says."
    )


def stands_when_closed(field: str) -> Callable[[Viewer, Row, date], Refusal | None]:
    """Make the rule of a kind whose rows are of the year, month or day in a field; months before ``first_open`` are closed."""

    def stands(_viewer: Viewer, row: Row, first_open: date) -> Refusal | None:
        """A row of a closed month stands; it is corrected by a row of an open one."""
        when = str(row[field])
        # The beginning of the day that is as long: years, months and days compare as they are written.
        if when >= first_open.isoformat()[: len(when)]:
            return None
        return MonthStands(when=when[:7], first=first_open).at(field)

    return stands
