"""Take the pictures of the pages, as the demo organisation shows them: ``make screenshots``.

Every page goes to ``docs/pictures/pages`` (not kept in git) on a phone and at a desk, by day and by night, to be looked
at before a release. The six of the README and the documentation go to ``docs/pictures``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, Literal, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from PIL import Image
from playwright.sync_api import Browser, Page

from real_browser import find_chromium, launched, load_demo, served
from site_map import PAGES

Theme: TypeAlias = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
PICTURES = Path(__file__).parent / "pictures"
LARGEST_KEPT = 250_000
"""Bytes of a picture that is kept in git."""

DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that is kept: its file, the page, and how much of it."""

    file: str
    path: str
    height: int
    window: str = "desk"
    theme: Theme = "light"


KEPT = (
    Kept("today.png", "/", 1150),
    Kept("relationship.png", "/customers/C04/relationship/", 1150),
    Kept("steering.png", "/steering/", 1150),
    Kept("restoration.png", "/restoration/?lost=T10&crews=4", 1000),
    Kept("money.png", "/money/", 1250),
    Kept("phone.png", "/for/C04/", 844, window="phone"),
)
KEEPER = "Gunilla Stråhle"
"""Who looks at the pages, whoever takes their pictures."""
WINDOWS = {"desk": DESK, "phone": PHONE}


def main() -> None:
    """Take all pictures; say so where there is no browser, or where a kept picture is too large."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("There is no Chromium here (Debian: apt-get install chromium).")
    os.environ["LOGNAME"] = KEEPER
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.sqlite3"
        load_demo(database)
        with served(database) as site, launched(chromium) as browser:
            take_every_page(browser, site)
            take_kept(browser, site)
    refuse_too_large()


def take_every_page(browser: Browser, site: str) -> None:
    """Take every page in both windows and both themes."""
    folder = PICTURES / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    for window, theme in product(WINDOWS, THEMES):
        page = open_window(browser, site, window, theme)
        for name, path in PAGES.items():
            open_whole(page, path)
            page.screenshot(path=folder / f"{name}-{window}-{theme}.png", full_page=True)
        page.context.close()


def take_kept(browser: Browser, site: str) -> None:
    """Take the pictures that the documentation shows, in few colours so that they are small."""
    for kept in KEPT:
        page = open_window(browser, site, kept.window, kept.theme)
        width = WINDOWS[kept.window]["viewport"]["width"]
        page.set_viewport_size({"width": width, "height": kept.height})
        open_whole(page, kept.path)
        picture = Image.open(BytesIO(page.screenshot()))
        few = picture.convert("RGB").quantize(
            256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        few.save(PICTURES / kept.file, optimize=True)
        page.context.close()


def open_whole(page: Page, path: str) -> None:
    """Open a page with everything on it, also what a reader would have to scroll to."""
    page.goto(path)
    page.evaluate("for (const one of document.images) one.loading = 'eager'")
    page.wait_for_load_state("networkidle")


def open_window(browser: Browser, site: str, window: str, theme: Theme) -> Page:
    """Open an empty window of a kind, in a theme."""
    asked = {"base_url": site, "reduced_motion": "reduce", **WINDOWS[window]}
    return browser.new_context(color_scheme=theme, **asked).new_page()


def refuse_too_large() -> None:
    """End with the names of the kept pictures that are larger than a picture in git may be."""
    sizes = {kept.file: (PICTURES / kept.file).stat().st_size for kept in KEPT}
    large = [f"{file} has {size:,} bytes" for file, size in sizes.items() if size > LARGEST_KEPT]
    if large:
        sys.exit(f"{', '.join(large)}; {LARGEST_KEPT:,} are the most.")


if __name__ == "__main__":
    main()
