"""``domestique catalogue``: a folder that opens from a disk."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from asking import ask
from domestique.portfolio.models import Service

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def written(folder: Path, *options: str) -> dict[str, str]:
    result = ask("catalogue", str(folder), *options)
    assert result.exit_code == 0, result.output
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def pages(files: dict[str, str]) -> dict[str, BeautifulSoup]:
    return {
        name: BeautifulSoup(text, "html.parser")
        for name, text in files.items()
        if name.endswith(".html")
    }


@pytest.mark.parametrize("options", [[], ["--customer", "C04"]], ids=["all", "own"])
def test_every_link_leads_to_a_file_and_a_place_in_it(tmp_path, options):
    found = pages(files := written(tmp_path, *options))
    links = {
        (name, tag.get("href") or tag.get("src"))
        for name, page in found.items()
        for tag in page.select("[href], [src]")
    }
    targets = [(name, *unquote(link).partition("#")[::2]) for name, link in links]
    assert [(name, file) for name, file, _ in targets if file and file not in files] == []
    assert [
        (name, file, place)
        for name, file, place in targets
        if place and not found[file or name].find(id=place)
    ] == []


@pytest.mark.parametrize("options", [[], ["--customer", "C04"]], ids=["all", "own"])
def test_nothing_is_fetched_from_elsewhere_and_nothing_is_a_script(tmp_path, options):
    for name, text in written(tmp_path, *options).items():
        assert not re.search(r"https?:|[\"'(]//|url\(|@import|<script|\shref=\"/|\ssrc=", text), (
            name
        )


def test_a_page_for_every_service_a_front_and_one_stylesheet(tmp_path):
    files = written(tmp_path)
    assert len(files) == 32
    assert {"index.html", "catalogue.css", "service-S03.html"} <= set(files)
    assert "Web shop costs 34,300 SEK per thousand orders." in files["service-S03.html"]
    assert "at most 43 minutes away a month" in files["service-S03.html"]


def test_same_records_make_the_same_files(tmp_path):
    first, again = written(tmp_path / "a"), written(tmp_path / "b")
    assert first == again
    assert written(tmp_path / "a") == first


def test_own_edition_has_her_levels_and_only_her_contact(tmp_path):
    files = written(tmp_path, "--customer", "C04")
    assert "You use 21 services, for 10.7 MSEK so far in 2026." in files["index.html"]
    assert "at most 21 minutes away a month" in files["service-S03.html"]
    assert "Oskar Lindh" in files["service-S03.html"]
    assert "Tuomas Heikkilä" not in files["service-S03.html"]


def test_page_of_what_is_no_longer_offered_goes_and_other_files_stay(tmp_path):
    written(tmp_path)
    (tmp_path / "service-level-notes.html").write_text("mine", encoding="utf-8")
    Service.objects.filter(pk="S29").update(state="retired")
    files = written(tmp_path)
    assert "service-S29.html" not in files
    assert files["service-level-notes.html"] == "mine"


def test_odd_ids_make_safe_names(tmp_path):
    Service.objects.create(id="a/b <1>", name_en="Odd & old")
    files = written(tmp_path)
    assert "service-a=2Fb=20=3C1=3E.html" in files
    assert "Odd &amp; old" in files["index.html"]


def test_customer_who_is_not_there_is_refused(tmp_path):
    result = ask("catalogue", str(tmp_path / "out"), "--customer", "C99")
    assert (result.exit_code, "There is no customer C99" in result.stderr) == (1, True)
    assert not (tmp_path / "out").exists()


def test_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    result = ask("catalogue", str(tmp_path / "taken"))
    assert (result.exit_code, "cannot be written" in result.stderr) == (1, True)
