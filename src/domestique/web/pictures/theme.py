"""The look of charts, and their way from a specification to a drawing.

Colours are written as the page's own tokens, ``var(--spruce)``: the page resolves them by itself,
a file has them filled in for day or night. There is one list of colours, ``tokens.css``.
"""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import altair as alt
import vl_convert
from django.utils import formats

from domestique.quantities.period import Month

Spec: TypeAlias = "dict[str, Any]"
TOKENS = Path(__file__).parents[1] / "static/domestique/tokens.css"
ROOT = re.compile(r":root \{(.*?)\}", re.DOTALL)
NAMED = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
THEMES = ("day", "night")
NARROW = 330
FONT = '"Inter Variable", Inter, system-ui, sans-serif'
LETTER, MOST_LABEL = 7.3, 200
TOKEN = re.compile(r"var\(--([\w-]+)\)")

INK, QUIET, FAINT, HAIR = "var(--ink)", "var(--ink-2)", "var(--ink-3)", "var(--line)"
PLAN = "var(--spruce)"
LIGHT = "var(--spruce-light)"
STATE_COLOURS = {
    "met": "var(--green)",
    "near": "var(--amber)",
    "missed": "var(--red)",
    "unknown": FAINT,
    "plain": PLAN,
}
SIGNS = {"met": "●", "near": "▲", "missed": "✕", "unknown": "?", "plain": "●"}


@cache
def tokens(theme: str) -> dict[str, str]:
    """Return the colours of a theme, ``day`` or ``night``, by name."""
    day, night = ROOT.findall(TOKENS.read_text(encoding="utf-8"))
    by_day = dict(NAMED.findall(day))
    return by_day | dict(NAMED.findall(night)) if theme == "night" else by_day


def months_short(months: Sequence[Month]) -> list[str]:
    """Write months under bars, each year at its first: ``Nov 25``, ``Dec``, ``Jan 26``; at most twelve in a row."""
    return [
        formats.date_format(month.first_day, "M" if number and month.month > 1 else "M y")
        for number, month in enumerate(months)
    ]


def room_for(labels: Iterable[str]) -> int:
    """Return the pixels the longest of some labels needs in any of our fonts."""
    return min(MOST_LABEL, round(max(map(len, labels), default=0) * LETTER) + 8)


def finished(layers: Sequence[alt.Chart], words: str, size: tuple[int, int]) -> Spec:
    """Lay drawings over each other in our look; ``words`` say what it shows, ``size`` is in pixels."""
    picture: Any = alt.layer(*layers)
    dressed = picture.properties(
        width=size[0],
        height=size[1],
        description=words,
        background="transparent",
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        padding=4,
    )
    dressed = dressed.configure(font=FONT).configure_view(stroke=None)
    dressed = dressed.configure_axis(
        labelColor=FAINT,
        titleColor=FAINT,
        gridColor=HAIR,
        domainColor=HAIR,
        tickColor=HAIR,
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight=500,
        labelLimit=MOST_LABEL,
    )
    spec: Spec = dressed.to_dict()
    return spec


def to_svg(spec: Spec, theme: str = "day") -> str:
    """Draw a specification as an SVG in the colours of a theme, without network, scripts or styles."""
    return _drawn(json.dumps(spec, sort_keys=True), theme)


@lru_cache(maxsize=200)
def _drawn(written: str, theme: str) -> str:
    colours = tokens(theme)
    filled = TOKEN.sub(lambda found: colours[found[1]], written)
    return str(vl_convert.vegalite_to_svg(filled, allowed_base_urls=[]))
