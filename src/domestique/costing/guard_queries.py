"""What the guard of prices looks at."""

from datetime import date

from domestique.parties.queries import day_at_the_door
from domestique.records.act import Act


def first_open_day(act: Act) -> date:
    """Return the first day of the running month: the months before it are closed."""
    on = day_at_the_door(act.viewer)
    return on.replace(day=1)
