"""Many rows changed from a list: shown first, refused with what was typed, done as shown."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from domestique.portfolio.models import Service

pytestmark = pytest.mark.usefixtures("demo", "db")
WISH = {"query": "", "row": ["S03", "S04"], "column": "owner", "new": "Mats Ullén", "why": "Review"}
WORD = {"past_gate": "Agreed with both"}
"""Both services are live and somebody else's."""


def send(client: Client, sent: dict[str, object], status: int = 200) -> BeautifulSoup:
    response = client.post("/lists/services/change/", sent)
    assert response.status_code == status, response.content[:300]
    return BeautifulSoup(response.content, "html.parser")


def answers(page: BeautifulSoup) -> dict[str, str]:
    """What the form of a preview would send."""
    return {field["name"]: field["value"] for field in page.select("form.card input[name]")}


def test_preview_shows_each_change(client):
    page = send(client, WISH)
    rows = [[cell.text for cell in row.find_all(["th", "td"])] for row in page.tbody.find_all("tr")]
    assert page.h1.text == "owner would change in 2 rows."
    assert ["S03", "Noor Rahimi", "Mats Ullén"] in rows
    assert Service.objects.get(pk="S03").owner == "Noor Rahimi"


def test_what_was_shown_is_done_and_told(client, read):
    sent = answers(send(client, {**WISH, "query": "where=kind%3Ais%3Acustomer-facing"}))
    response = client.post("/lists/services/change/", {**sent, **WORD, "do": "1"})
    page = read(response["Location"])
    assert page.find(role="status").text == "2 rows were changed."
    assert "where=kind%3Ais%3Acustomer-facing" in response["Location"]
    assert Service.history.filter(id="S03").latest("history_id").history_change_reason == "Review"


def test_all_that_match_are_taken(client):
    page = send(client, {**WISH, "row": [], "every": "1", "query": "q=webbutik"})
    assert [row.th.text for row in page.tbody.find_all("tr")] == ["S03"]


def test_rows_that_say_so_already_are_counted(client):
    Service.objects.filter(pk="S04").update(owner="Mats Ullén")
    page = send(client, WISH)
    assert page.h1.text == "owner would change in 1 row."
    assert "1 more row says so already." in page.text


def test_value_that_cannot_be_is_told_once_with_its_rows(client):
    page = send(client, {**WISH, "column": "impact_level", "new": "9"}, status=400)
    (told,) = page.find(role="alert").find_all("li")
    assert "9 is out of range" in told.text
    assert [link.text for link in told.find_all("a")] == ["S03", "S04"]
    assert page.find("input", id="new")["value"] == "9"
    assert not page.find("button", attrs={"name": "do"})


def test_somebody_elses_change_is_told_and_kept(client):
    sent = answers(send(client, WISH))
    Service.objects.filter(pk="S03").update(owner="Karin Öberg", version=2)
    page = send(client, {**sent, "do": "1"}, status=400)
    assert "Somebody has changed S03 since you opened it" in page.find(role="alert").text
    assert Service.objects.get(pk="S04").owner != "Mats Ullén"
    assert [cell.text for cell in page.tbody.tr.find_all("td")][:1] == ["Karin Öberg"]


def test_value_typed_after_the_preview_is_shown_before_it_is_kept(client):
    sent = answers(send(client, WISH))
    page = send(client, {**sent, "new": "Somebody else", "do": "1"}, status=400)
    assert "not what you were shown before" in page.find(role="alert").text
    assert not Service.objects.filter(owner="Somebody else").exists()
    done = client.post("/lists/services/change/", {**answers(page), **WORD, "do": "1"})
    assert done.status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"row": []}, "No row is chosen"),
        ({"column": ""}, "No column is chosen"),
        ({"column": "id"}, "id is part of what the row is known by"),
        ({"why": " "}, "Write why"),
        ({"seen": "{"}, "Which rows were meant is not understood"),
        ({"seen": "[1]"}, "Which rows were meant is not understood"),
        ({"seen": '{"S03": "1"}', "do": "1"}, "Which rows were meant is not understood"),
    ],
)
def test_what_is_missing_is_told_on_the_list_and_what_was_typed_stays(client, typed, told):
    page = send(client, {**WISH, **typed}, status=400)
    assert told in page.find(role="alert").text
    assert page.find("input", id="change-new")["value"] == "Mats Ullén"
    ticked = [box["value"] for box in page.select("input[name=row][checked]")]
    assert ticked == typed.get("row", ["S03", "S04"])


def test_refusal_on_a_list_that_cannot_be_answered_either_is_a_sentence_too(client):
    page = send(client, {**WISH, "every": "1", "query": "sort=bar&page=x"}, status=400)
    assert page.find(role="alert")


def test_form_from_elsewhere_is_not_taken():
    response = Client(enforce_csrf_checks=True).post("/lists/services/change/", WISH)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 403
    assert "open the page again" in page.h1.text


def test_merely_read_it_leads_to_the_list(client):
    assert client.get("/lists/services/change/")["Location"] == "/lists/services/"
