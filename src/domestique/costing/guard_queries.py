"""What the guard of prices looks at."""

from datetime import date

from domestique.parties.queries import day_for
from domestique.records.act import Act


def first_open_day(act: Act) -> date:
    """Return the first day of the running month: the months before it are closed."""
    on = day_for(act.viewer, date.today())  # noqa: DTZ011 - the day it is where the person sits
    return on.replace(day=1)
