"""How a figure came about, in short, for a customer. Two in every row of a catalogue, so it is written here."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from domestique.quantities.figure import Figure, Line
from domestique.vocabulary import speech
from domestique.web.templatetags.drawn import source_url
from domestique.web.templatetags.shown import with_unit

register = template.Library()


@register.simple_tag
def plain_reckoning(figure: Figure, *, has_links: bool) -> SafeString:
    """Show the formula and every line, each with a link to its first row where there is a page to link to."""
    lines = "".join(f"{_line(line, has_links=has_links)}\n" for line in figure.lines)
    period, grade = escape(gettext("Period")), escape(gettext("grade"))
    return mark_safe(  # noqa: S308 - all of it is escaped
        f"<p>{escape(speech.spoken(figure.formula))}</p>\n{lines}"
        f'<p class="facts">{period} {escape(figure.period)} · {grade} {figure.grade.value}</p>'
    )


def _line(line: Line, *, has_links: bool) -> str:
    text = escape(speech.spoken(line.what))
    if line.amount is not None:
        text += f": {escape(with_unit(line.amount, line.unit))}"
    for source in line.sources[:1] if has_links else ():
        text += f' <a class="source" href="{escape(source_url(source))}">{escape(source.id)}</a>'
    return f"<p>{text}</p>"
