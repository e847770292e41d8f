"""Named reads of calendars, and the public holidays of a country."""

from datetime import date, timedelta

from domestique.calendars.models import CalendarDay
from domestique.quantities import hours
from domestique.quantities.gathering import gathered


def days_of_calendars(first: date, day_after_last: date) -> dict[str, list[hours.NamedDay]]:
    """Return the dated days of every named calendar within a stretch of days, in one query."""
    kept = CalendarDay.objects.filter(date__gte=first, date__lt=day_after_last)
    days = kept.values_list("calendar", "date", "opens", "closes")
    return gathered(
        (calendar, hours.NamedDay.parse(day, opens, closes))
        for calendar, day, opens, closes in days
    )


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
