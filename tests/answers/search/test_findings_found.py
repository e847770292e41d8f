"""What the rules found is found by the words it is told in, and only by whom it is told to."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.utils.translation import override

from cast import CAST, TODAY, viewer_of
from domestique.answers.search import findings_found as ours
from domestique.answers.search.findings_found import findings_found
from domestique.findings.finding import Finding
from domestique.findings.grouped import findings_seen_by, group_by_rule
from domestique.records.viewer import Viewer
from domestique.vocabulary.speech import spoken


def options(read, question: str) -> dict[str, str]:
    """Return the findings that are found, with where they lead."""
    groups = read(f"/find/?q={question}").find_all("section")
    return {
        link.text: link["href"]
        for group in groups
        if group.h2.text == "Findings"
        for link in group.find_all("a")
    }


def told(viewer: Viewer) -> list[Finding]:
    """Return every finding that the page tells somebody."""
    return [one for kind in group_by_rule(findings_seen_by(viewer, TODAY)) for one in kind.shown]


@pytest.mark.parametrize("by", ["sentence", "rule", "subject"])
def test_a_finding_is_found_and_leads_to_its_place(read, demo, by):
    page = read("/findings/")
    item = page.select(".kind#R16 li")[1]
    text = item.a.text
    asked = {"sentence": text, "rule": "R16", "subject": item.a["href"].strip("/").split("/")[-1]}
    found = options(read, asked[by].replace("%", "%25"))
    assert found[text] == f"/findings/#{item['id']}"


def test_a_finding_is_found_by_what_its_row_is_called(read, demo):
    row = read("/findings/").select_one(".kind#R08 li")
    need = read(row.a["href"]).h1.text
    assert row.a.text in options(read, need)


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_a_finding_is_found_in_her_language(demo, db, viewer, language):
    with override(language):
        here = findings_found(viewer, TODAY)
        first = findings_seen_by(viewer, TODAY).of("R16")[0]
        assert spoken(first.text) in {one.title for one in here.entries}
        assert str(first.text) not in {one.title for one in here.entries}


def test_findings_of_another_team_are_not_found(demo, db):
    every, hers = (
        {one.title for one in findings_found(viewer_of(letter), TODAY).entries} for letter in "GE"
    )
    assert hers == {spoken(one.text) for one in told(viewer_of("E"))}
    assert every - hers


@pytest.mark.parametrize("letter", ["A", "S", "M"])
def test_who_may_not_open_the_findings_finds_none(read, demo, client, letter):
    with patch.object(ours, "findings_seen_by", side_effect=AssertionError("reckoned for nothing")):
        client.post("/act-as/", {"person": CAST[letter]})
        assert options(read, "R16") == {}
        assert options(read, "promise") == {}
