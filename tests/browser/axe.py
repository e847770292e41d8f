"""axe-core, the checker of accessibility, as it comes from npm with the front end's own packages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]


def wrong_in_both_themes(page: Page) -> list[str]:
    """Say what axe-core finds on a page by day, and of what colours decide also by night."""
    by_day = _violations(page, {"type": "tag", "values": LEVEL_AA})
    page.emulate_media(color_scheme="dark")
    by_night = _violations(page, {"type": "rule", "values": COLOURS})
    page.emulate_media(color_scheme="light")
    return by_day + [f"by night: {one}" for one in by_night]


def _violations(page: Page, rules: dict[str, Any]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [_said(one) for one in found["violations"]]


def _said(violation: dict[str, Any]) -> str:
    """Name a rule that is broken, and the first places where it is."""
    places = [node["target"][0] for node in violation["nodes"]]
    return f"{violation['id']}: {violation['help']} ({len(places)} x: {', '.join(map(str, places[:3]))})"


@cache
def _source() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in frontend/)")
    return AXE.read_text(encoding="utf-8")
