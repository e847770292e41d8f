"""Which months and years there is something to say about."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from domestique.consumption.queries import closed_months, planned_years
from domestique.costing.queries import cost_years
from domestique.quantities.period import Month, months_from_to
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer

MONTH_NAMES = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
EACH_WEEKDAY = (
    say("Mondays"),
    say("Tuesdays"),
    say("Wednesdays"),
    say("Thursdays"),
    say("Fridays"),
    say("Saturdays"),
    say("Sundays"),
)


def name_of_month(month: Month) -> Sentence:
    """Return a month by its name: ``October 2026``."""
    return say("%(month)s %(year)s", month=MONTH_NAMES[month.month - 1], year=str(month.year))


def months_up_to(last: Month) -> tuple[Month, ...]:
    """Return the twelve months that end with one."""
    return tuple(months_from_to(Month(last.year - 1, last.month).next, last))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months of one year that are closed, first and last included."""

    first: Month
    last: Month

    def __str__(self) -> str:
        """Return the stretch as a figure's period."""
        return f"{self.first} – {self.last}"

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last.month - self.first.month + 1

    @property
    def year(self) -> int:
        """The year it lies in."""
        return self.first.year


@while_unchanged
def closed_stretch(viewer: Viewer, year: int | None = None) -> Stretch | None:
    """Return the closed months of a year, by default of the newest with recorded use; ``None`` without any."""
    ends = closed_months(viewer)
    if ends is None:
        return None
    first, last = map(Month.parse, ends)
    chosen = last.year if year is None else year
    month = partial(Month, chosen)
    if not first.year <= chosen <= last.year:
        return None
    return Stretch(
        max(first, month(1)),
        min(last, month(12)),
    )


def years_of_money(viewer: Viewer, today: date) -> list[int]:
    """Return the years with costs, plans or closed use, newest first; this year when there are none."""
    years = {*cost_years(viewer), *planned_years(viewer)}
    stretch = closed_stretch(viewer)
    if stretch is not None:
        years.add(stretch.year)
    return sorted(years, reverse=True) or [today.year]


def year_of_money(viewer: Viewer, today: date) -> int:
    """Return the year that pages speak of: the one of the newest closed use, so that charge and plan stand side by side.

    Where no use is recorded it is this year if it has costs or plans, else the newest.
    """
    stretch = closed_stretch(viewer)
    if stretch is not None:
        return stretch.year
    years = years_of_money(viewer, today)
    return today.year if today.year in years else years[0]
