"""How values are shown on a page: filters that say them, and tags for the parts every page is made of."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext

from domestique.findings.finding import Finding
from domestique.quantities.figure import Figure
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations.needs.need_state import state_told
from domestique.satisfaction.pulse import Mood
from domestique.telling import briefly
from domestique.telling.months import Stretch
from domestique.telling.moods import MOOD_WORDS
from domestique.vocabulary import speech, units

register = template.Library()
register.filter("money", speech.money)
register.filter("money_short", speech.money_short)
register.filter("clock_time", briefly.clock_time)
register.filter("signed_money", briefly.signed_money)
THOUSAND = 1000
Amount = int | Decimal | Fraction | None


@register.filter
def spoken(sentence: Sentence | str) -> str:
    """Say a sentence in the reader's language; a percent sign never stands alone on a line."""
    return speech.spoken(sentence).replace(" %", f"{units.NO_BREAK}%")


@register.filter
def may(viewer: Viewer, ability: str) -> bool:
    """Whether the reader may see or do something, by the name of the ability: ``viewer|may:"SEE_MONEY"``."""
    return viewer.may(Ability[ability])


@register.filter
def number(value: Amount, decimals: int | None = None) -> str:
    """Write a number; what is not known is said so."""
    return gettext("not known") if value is None else speech.number(value, decimals)


@register.filter
def thousands(amount: Decimal | None) -> str:
    """Write an amount in whole thousands: nothing is a dash, a little is said to be less than one."""
    if not amount:
        return "–"
    if abs(amount) * 2 < THOUSAND:
        return "<1"
    return speech.number(amount / THOUSAND, 0)


@register.filter
def whole_down(value: Amount) -> str:
    """Write whole units, cut downwards: what may be away is never told as more than was promised."""
    return "" if value is None else speech.number(floor(value), 0)


@register.filter
def in_zone(moment: datetime, zone: str) -> datetime:
    """Turn a moment into the organisation's own time; without a zone it stays as it is."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if zone else moment


@register.filter
def day(value: date | None) -> str:
    """Write a day; one that is not known is said so."""
    return gettext("not known") if value is None else speech.day(value)


@register.filter
def day_short(value: date | None) -> str:
    """Write a day for a narrow place, without its year."""
    return gettext("not known") if value is None else formats.date_format(value, "j M")


@register.filter
def month_name(month: Month | None) -> str:
    """Write a month with its name: ``October 2026``."""
    return "" if month is None else formats.date_format(month.first_day, "F Y")


@register.filter
def months_short(stretch: Stretch | None) -> str:
    """Write a stretch of months: ``Jan–Oct 2026``."""
    if stretch is None:
        return ""
    last = formats.date_format(stretch.last.first_day, "M Y")
    if stretch.first == stretch.last:
        return last
    return f"{formats.date_format(stretch.first.first_day, 'M')}–{last}"


@register.filter
def mood_word(mood: str) -> str:
    """Write a mood as a word: what is not known is never called unhappy."""
    return speech.spoken(MOOD_WORDS[Mood(mood)])


@register.filter
def how_far(state: str) -> str:
    """Write the state of a need in plain words."""
    return speech.spoken(state_told(state))


@register.filter
def with_unit(amount: Amount, unit: str) -> str:
    """Write an amount in its unit; a currency is written as money."""
    if amount is None:
        return gettext("not known")
    if is_currency(unit):
        return speech.money(amount, unit)
    return units.counted(amount, unit)


@register.filter
def counted(amount: Amount, unit: str) -> str:
    """Write how much is used in the unit its owner wrote, singular or plural."""
    return gettext("not known") if amount is None else units.counted(amount, unit)


@register.filter
def shown(figure: Figure, form: str = "") -> str:
    """Write a figure's value: ``short`` money for a glance, ``bare`` without its unit, else in full."""
    if form == "short" and is_currency(figure.unit):
        return speech.money_short(figure.value, figure.unit)
    if form == "bare":
        return number(figure.value)
    return with_unit(figure.value, figure.unit)


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency code, three capital letters."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


@register.filter
def percent_of(share: Fraction) -> str:
    """Write a share (0 to 1) in whole percent."""
    return f"{speech.number(share * 100, 0)}{units.NO_BREAK}%"


@register.filter
def percent(share: Fraction) -> str:
    """Write a share (2.5) in percent, with as many decimals as it has: ``250 %``."""
    return f"{speech.number(share * 100)}{units.NO_BREAK}%"


@register.filter
def signed_percent(share: Fraction) -> str:
    """Write a change (0.071) with its sign and one decimal: ``+7.1 %``."""
    return briefly.signed_percent(share).replace(" %", f"{units.NO_BREAK}%")


@register.filter
def plainly(value: object) -> str:
    """Write the value of a field: days and numbers as the reader writes them, texts as they are."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return speech.day(value)
    return str(value)


@register.filter
def place_url(finding: Finding) -> str:
    """Return the address of the place a finding is about."""
    own_pages = {
        "customers": "customer",
        "services": "service",
        "needs": "need",
        "escalations": "escalation",
    }
    if not finding.subject:
        return reverse("records", args=[finding.table])
    if finding.table in own_pages:
        return reverse(own_pages[finding.table], args=[finding.subject])
    return reverse("record", args=[finding.table, finding.subject])


@register.inclusion_tag("parts/error_budget.html")
def error_budget(level: object) -> dict[str, Any]:
    """Show how much of the allowed downtime was used; what was never allowed or is not known is said."""
    return {"level": level}


@register.inclusion_tag("parts/person.html")
def person(name: str, role: str = "") -> dict[str, Any]:
    """Show a person with her role; a role that nobody is known to have is said so."""
    return {"name": name, "role": role}


@register.inclusion_tag("parts/nothing_yet.html")
def nothing_yet(says: str, command: str = "", url: str = "", does: str = "") -> dict[str, Any]:
    """Show an empty place that teaches one next step: a command to type, or a link and what it does."""
    return {"says": says, "command": command, "url": url, "does": does}


@register.inclusion_tag("parts/icon.html")
def icon(name: str) -> dict[str, Any]:
    """Show an icon beside a word that names it; the names are in ``frontend/build.mjs``."""
    return {"name": name, "sheet": static("domestique/vendor/icons.svg")}
