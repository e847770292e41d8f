"""Every page on a phone, 360 pixels wide: nothing sticks out, opened or closed, and nobody is shut out."""

from __future__ import annotations

import pytest
from axe import wrong_in_both_themes

from real_browser import HAND, PHONE, watched
from site_map import PAGES

WIDTH = "document.documentElement.scrollWidth"
OPEN_SOME = (
    "[...document.querySelectorAll('main details')].slice(0, 6).forEach(one => { one.open = true })"
)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_fits_a_phone_and_shuts_nobody_out(open_page, path):
    page = open_page(**HAND)
    complaints = watched(page)
    page.goto(path)
    assert page.evaluate(WIDTH) == PHONE["width"]
    page.evaluate(OPEN_SOME)
    assert page.evaluate(WIDTH) == PHONE["width"]
    assert wrong_in_both_themes(page) == []
    assert complaints == []
