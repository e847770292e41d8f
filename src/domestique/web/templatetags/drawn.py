"""The parts a page has hundreds of: figures, their reckonings, chips, faces and bars, written here and not by templates."""

from functools import cache
from html import escape
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from domestique.quantities.figure import Figure, Line, Source
from domestique.telling.chips import Chip
from domestique.vocabulary import speech
from domestique.web.templatetags.shown import percent_of, shown, with_unit

register = template.Library()
SHAPES = {"met": "●", "near": "▲", "missed": "✕", "unknown": "", "plain": ""}
MOUTHS = {"positive": "M6 12q4 4 8 0", "negative": "M6 14q4-4 8 0", "mixed": "M6 13q2-3 4 0t4 0"}
NEUTRAL_MOUTH = "M6.5 13h7"
MOST_SOURCES = 12
SAFE_IN_ADDRESS = "/:@!$&'()*+,;="


@register.simple_tag
def figure(figure: Figure, form: str = "") -> SafeString:
    """Show a figure that opens its reckoning where it stands."""
    return format_html(
        '<details class="figure">{}<div class="drawer">{}</div></details>',
        _summary(figure, form),
        reckoning(figure),
    )


@register.simple_tag
def figure_key(figure: Figure, place: int = 1, form: str = "") -> SafeString:
    """Show a figure whose reckoning, at the same place (1 to 3), opens across the row beneath it."""
    return format_html(
        '<details class="figure k{}">{}</details>', str(place), _summary(figure, form)
    )


def _summary(figure: Figure, form: str) -> SafeString:
    if figure.is_known:
        return format_html("<summary>{}</summary>", shown(figure, form))
    return format_html('<summary class="unknown-figure">{}</summary>', gettext("not known"))


@register.simple_tag
def reckoning(figure: Figure) -> SafeString:
    """Show how a figure came about, down to its rows."""
    return format_html(
        '<p><strong>{}</strong> · {}</p>\n{}<p class="facts">{}</p>',
        shown(figure),
        speech.spoken(figure.formula),
        _table(figure.lines) if figure.lines else "",
        _facts(figure),
    )


def _table(lines: tuple[Line, ...]) -> SafeString:
    caption = escape(gettext("How this figure was reckoned"))
    rows = "\n".join(map(_row, lines))
    table = f'<table><caption class="unseen">{caption}</caption><tbody>\n{rows}</tbody></table>\n'
    return mark_safe(table)  # noqa: S308 - all of it is escaped


def _row(line: Line) -> str:
    amount = "" if line.amount is None else escape(with_unit(line.amount, line.unit))
    what = escape(speech.spoken(line.what))
    return f'<tr><td>{what}{_sources(line)}</td><td class="n nowrap">{amount}</td></tr>'


def _sources(line: Line) -> str:
    links = "".join(
        f' <a class="source" href="{escape(source_url(source))}">{escape(source.id)}</a>'
        for source in line.sources[:MOST_SOURCES]
    )
    rest = len(line.sources) - MOST_SOURCES
    if rest <= 0:
        return links
    more = ngettext("and %(rest)s row more", "and %(rest)s rows more", rest) % {"rest": rest}
    return f"{links} {escape(more)}"


def _facts(figure: Figure) -> SafeString:
    rows = figure.observations
    facts = (
        gettext("Period %(period)s") % {"period": figure.period},
        ngettext("%(rows)s observation", "%(rows)s observations", rows) % {"rows": rows},
        gettext("%(part)s complete") % {"part": percent_of(figure.completeness)},
        gettext("grade %(grade)s") % {"grade": figure.grade.value},
    )
    return mark_safe(" · ".join(map(escape, facts)))  # noqa: S308 - every fact is escaped


@register.simple_tag
def plain_reckoning(figure: Figure, *, has_links: bool) -> SafeString:
    """Show the formula and every line, each with a link to its first row where there is a page to link to."""
    lines = "".join(f"{_plain_line(line, has_links=has_links)}\n" for line in figure.lines)
    period, grade = escape(gettext("Period")), escape(gettext("grade"))
    return mark_safe(  # noqa: S308 - all of it is escaped
        f"<p>{escape(speech.spoken(figure.formula))}</p>\n{lines}"
        f'<p class="facts">{period} {escape(figure.period)} · {grade} {figure.grade.value}</p>'
    )


def _plain_line(line: Line, *, has_links: bool) -> str:
    text = escape(speech.spoken(line.what))
    if line.amount is not None:
        text += f": {escape(with_unit(line.amount, line.unit))}"
    for source in line.sources[:1] if has_links else ():
        text += f' <a class="source" href="{escape(source_url(source))}">{escape(source.id)}</a>'
    return f"<p>{text}</p>"


@register.filter
def source_url(source: Source) -> str:
    """Return the address of the row a figure came from."""
    return f"{_rows_of(source.table)}{quote(source.id, safe=SAFE_IN_ADDRESS)}/"


@cache
def _rows_of(table: str) -> str:
    return reverse("record", args=[table, "-"]).removesuffix("-/")


@register.simple_tag
def chip(chip: Chip) -> SafeString:
    """Show a state as shape, word and colour."""
    shape = SHAPES[chip.state]
    return format_html(
        '<span class="chip {}">{}{}</span>',
        chip.state,
        format_html('<span aria-hidden="true">{}</span>', shape) if shape else "",
        speech.spoken(chip.text),
    )


@register.simple_tag
def face(mood: str) -> SafeString:
    """Show a mood as a face."""
    return _face(str(mood))


@cache
def _face(mood: str) -> SafeString:
    eye = '<circle class="eye" cx="{}" cy="8" r="1.2"/>'
    features = (
        format_html('<text x="10" y="14">{}</text>', "?")
        if mood == "unknown"
        else format_html(eye + eye + '<path d="{}"/>', "7", "13", MOUTHS.get(mood, NEUTRAL_MOUTH))
    )
    return format_html(
        '<svg class="face face-{}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        '<circle class="edge" cx="10" cy="10" r="9"/>{}</svg>',
        mood,
        features,
    )


@register.simple_tag
def meter(percent: int, tick: int | None = None, tone: str = "") -> SafeString:
    """Show how full something is in percent, and with a tick its plan; ``tone`` is ``over`` or ``missed``."""
    return format_html(
        '<svg class="meter" width="100%" height="12" aria-hidden="true" focusable="false">'
        '<rect class="track" x="0" y="3" width="100%" height="6" rx="3"/>'
        '<rect class="fill {}" x="0" y="3" width="{}%" height="6" rx="3"/>{}</svg>',
        tone,
        str(percent),
        ""
        if tick is None
        else format_html('<rect class="tick" x="{}%" y="0" width="2" height="12"/>', str(tick)),
    )
