"""A walk along every route: each answers, in landmarks and headings, without scripts or inline styles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.urls import get_resolver

from site_map import ALSO_SENT_TO, BY_LETTER, FILES, ONLY_WITH_ACCOUNTS, PAGES, SENT_ONLY

pytestmark = pytest.mark.usefixtures("demo")


def test_no_route_is_forgotten():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert names == {*PAGES, *FILES, *SENT_ONLY, *ONLY_WITH_ACCOUNTS, *BY_LETTER}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_is_whole(read, path):
    page = read(path)
    assert len(page.find_all("h1")) == 1
    assert len(page.h1.text.strip()) > 3
    assert page.find("main", id="main")
    assert page.find("a", class_="skip")["href"] == "#main"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_headings_skip_no_level(read, path):
    levels = [int(heading.name[1]) for heading in read(path).find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_has_no_inline_script_and_no_inline_style(read, path):
    page = read(path)
    assert [
        script for script in page.find_all("script") if script.text or not script.get("src")
    ] == []
    assert not page.find_all(style=True)
    assert not page.find_all("style")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_tables_have_captions_and_scoped_headings(read, path):
    for table in read(path).find_all("table"):
        assert table.caption is not None
        assert all(heading.get("scope") for heading in table.find_all("th"))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_every_id_is_given_once_and_every_field_has_a_label(read, path):
    page = read(path)
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for field in page.select(
        "input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea"
    ):
        assert page.find("label", attrs={"for": field["id"]})


@pytest.mark.parametrize(
    "path", ["/", "/customers/C04/", "/levels/", "/money/", "/money/bills/C04/"]
)
def test_every_source_row_has_a_page(read, client, path):
    links = {link["href"] for link in read(path).select(".drawer td a")}
    sample = sorted(links)[::40]
    assert [link for link in sample if client.get(link).status_code != 200] == []


@pytest.mark.parametrize("name", sorted(set(PAGES) - ALSO_SENT_TO))
def test_pages_are_only_read(client, db, name):
    assert client.post(PAGES[name]).status_code == 405


@pytest.mark.parametrize("path", FILES.values(), ids=FILES)
def test_files_are_answered_and_only_read(client, db, path):
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 405


def test_nothing_there_is_said_in_a_sentence(read):
    assert read("/zeppelins/", status=404).h1.text == "There is no page /zeppelins/."


def test_policy_allows_nothing_inline(client, db):
    policy = client.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
