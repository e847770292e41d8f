"""The inbox on the screen: added, heard again, sorted by button or key, put back, answered, told back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.improvement.models import InboxItem

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_unsorted_first_the_oldest_on_top(read):
    page = read("/inbox/")
    assert page.h1.text == "5 things wait to be sorted, the oldest for 30 days."
    items = page.select("[data-item]")
    assert [item.h3.text for item in items][:2] == ["VPN on the bus", "checkout spins on Sundays"]
    assert "30 days" in items[0].text
    assert "Pekka Salonen can answer" in items[0].text
    keys = [button["data-key"] for button in items[0].select(".ways button")]
    assert keys == ["i", "n", "p", "d", "a", "x"]


def test_what_the_desk_hears_by_pattern_with_thanks(read, row_of):
    page = read("/inbox/?source=desk")
    assert (
        next(row.th.a.text for row in page.select("table tbody tr"))
        == "kan inte logga in 6 oktober"
    )
    assert "unanswered for 30 days" in page.find("label", attrs={"for": "reply-IN04"}).text
    assert "before 23, after 7" in row_of(page, "A starter package for new colleagues").text


def test_added_in_one_go(client):
    asked = {
        "text": "one\ntwo",
        "source": "desk observation",
        "origin": "Service desk",
        "from": "desk",
    }
    assert client.post("/inbox/add/", asked)["Location"] == "/inbox/?source=desk"
    assert InboxItem.objects.filter(origin="Service desk", text__in=["one", "two"]).count() == 2


def test_without_a_source_nothing_enters_and_what_was_typed_stays(client):
    response = client.post("/inbox/add/", {"text": "printers", "origin": "Desk"})
    text = response.content.decode()
    assert response.status_code == 400
    assert "Nothing enters without a source" in text
    assert ">printers</textarea>" in text
    assert 'value="Desk"' in text


def test_sorted_with_one_button_and_told_what_became_of_it(client, read):
    response = client.post("/inbox/IN06/sort/", {"way": "need", "seen": "1"})
    assert response["Location"] == "/inbox/?done=IN06"
    told = read("/inbox/?done=IN06").select_one(".came")
    assert "became a need" in told.text
    assert told.a["href"] == "/needs/N15/"
    assert client.get("/needs/N15/").status_code == 200


def test_dropping_asks_for_a_reason_at_its_own_item(client):
    response = client.post("/inbox/IN07/sort/", {"way": "drop", "answer": " "})
    assert response.status_code == 400
    assert "the reason why it is dropped is missing" in response.content.decode()


def test_dropped_can_be_put_back(client, read):
    client.post("/inbox/IN07/sort/", {"way": "drop", "answer": "It is watched", "seen": "1"})
    assert read("/inbox/?done=IN07").select_one(".came form")["action"] == "/inbox/IN07/put-back/"
    client.post("/inbox/IN07/put-back/", {"seen": "2"})
    assert InboxItem.objects.get(pk="IN07").triage == ""


def test_who_saw_an_older_version_is_told(client):
    client.post("/inbox/IN01/heard/", {"seen": "1"})
    response = client.post("/inbox/IN01/heard/", {"seen": "1"})
    assert response.status_code == 400
    assert "has been changed since you opened it" in response.content.decode()


@pytest.mark.parametrize("path", ["/inbox/IN99/heard/", "/inbox/IN01/burn/"])
def test_what_is_not_there_is_said(client, path):
    assert client.post(path).status_code == 404


def test_as_many_queries_for_many_items_as_for_few(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/inbox/?source=desk")
        return len(captured)

    few = queries()
    InboxItem.objects.bulk_create(
        [
            InboxItem(
                id=f"X{n}",
                received_on="2026-11-01",
                source="desk observation",
                origin="d",
                text="t",
            )
            for n in range(30)
        ]
    )
    assert queries() == few
