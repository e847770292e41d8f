"""Every page in a browser that runs no scripts: the headline and what stands under it are there."""

from __future__ import annotations

import pytest

from site_map import PAGES


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_answers_without_scripts(open_page, path):
    page = open_page(path, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 100
    tables = page.locator("main table:not(details *, .drawer *, .reckoning *)")
    assert tables.count() == 0 or tables.first.is_visible()
