"""Named reads of calendars, and the public holidays of a country."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from domestique.calendars.models import CalendarDay
from domestique.quantities import hours


def days_of_calendars(first: date, day_after_last: date) -> dict[str, list[hours.NamedDay]]:
    """Return the dated days of every named calendar within a stretch of days, in one query."""
    days: dict[str, list[hours.NamedDay]] = defaultdict(list)
    kept = CalendarDay.objects.filter(date__gte=first, date__lt=day_after_last)
    for calendar, day, opens, closes in kept.values_list("calendar", "date", "opens", "closes"):
        days[calendar].append(hours.NamedDay.parse(day, opens, closes))
    return days


def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of a country; a country whose holidays are not known has none."""
    import holidays  # takes as long as all our own models, and most commands know no holiday

    if country not in holidays.list_supported_countries():
        return frozenset()
    return frozenset(holidays.country_holidays(country, years=year))


def holidays_until(country: str, today: date) -> frozenset[date]:
    """Return the public holidays of a country in the year up to a day, of both calendar years it lies in."""
    years = {(today - timedelta(days=365)).year, today.year}
    return frozenset().union(*(public_holidays(country, year) for year in years))
