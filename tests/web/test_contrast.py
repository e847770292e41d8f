"""Every text colour is readable on what it stands on: at least 4.5 to 1 (WCAG 2.2, 1.4.3), by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import domestique.web

TOKENS = (Path(domestique.web.__file__).parent / "static/domestique/tokens.css").read_text()
DAY, NIGHT = TOKENS.split("@media screen and (prefers-color-scheme: dark)")
ON_ALL = [
    (text, ground)
    for text in ("ink", "ink-2", "ink-3", "red", "green", "amber")
    for ground in ("paper", "card", "drawer")
]
ON_OWN = [
    ("green", "green-tint"),
    ("red", "red-tint"),
    ("amber", "amber-tint"),
    ("on-spruce", "spruce"),
]


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("text", "ground"), [*ON_ALL, *ON_OWN])
def test_text_is_readable(theme, text, ground):
    used = colours(theme)
    assert contrast(used[text], used[ground]) >= 4.5


@pytest.mark.parametrize("theme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("edge", ["line-strong", "focus"])
def test_borders_of_fields_and_focus_are_seen(theme, edge):
    used = colours(theme)
    assert contrast(used[edge], used["card"]) >= 3
