"""The map of a service, as Gunilla reads it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.portfolio.models import Dependency, Service

pytestmark = pytest.mark.django_db


def test_unknown_service_is_said(read):
    assert read("/services/X/map/", status=404).h1.text == "There is no service X."


def test_service_without_needs_has_a_map_of_itself(read):
    Service.objects.create(id="S1", name_en="Web shop")
    page = read("/services/S1/map/")
    assert len(page.select("svg.map a.box")) == 1
    assert "No need of this service or by it is loaded." in page.text


def test_as_many_queries_for_many_as_for_few(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/services/T1/map/").status_code == 200
        return len(captured)

    Service.objects.create(id="T1")
    add(0, 3)
    few = queries()
    add(3, 90)
    assert queries() == few


def add(first: int, last: int) -> None:
    Service.objects.bulk_create(Service(id=f"S{n}") for n in range(first, last))
    Dependency.objects.bulk_create(
        Dependency(service_id=f"S{n}", needs_id="T1") for n in range(first, last)
    )


def test_map_answers_first_and_lists_the_same(read, demo):
    page = read("/services/T03/map/")
    assert page.h1.text == "If Network falls, 38 services fall with it."
    drawn = {box["data-service"] for box in page.select("svg.map a.box")}
    listed = {row["data-service"] for row in page.select("tr[data-service]")}
    assert drawn == listed | {"T03"}


def test_cut_is_said_in_words(read, demo):
    cuts = [cut.text for cut in read("/services/T03/map/").select(".cut")]
    assert cuts == [
        "3 more stand on these; depth 3 shows more.",
        "2 more carry these; depth 3 shows more.",
    ]


def test_boxes_are_links_to_maps_and_the_middle_to_its_page(read, demo):
    page = read("/services/S03/map/")
    links = {box["data-service"]: box["href"] for box in page.select("svg.map a.box")}
    assert links["S05"] == "/services/S05/map/"
    assert links["S03"] == "/services/S03/"


def test_hard_and_soft_are_told_apart(read, demo):
    page = read("/services/S03/map/?depth=1")
    kinds = {
        line["data-from"]: line["class"][1] for line in page.select("svg.map .line[data-to=S03]")
    }
    assert kinds == {"T08": "hard", "S05": "hard", "S01": "soft"}


def test_loss_marks_what_stops_and_what_limps(read, demo):
    page = read("/services/S08/map/?lost=yes&direction=up")
    words = [box.find("text").text for box in page.select("svg.map a.box")]
    assert "✕ Product data & CAD vault"[:12] in words[0]
    assert any(word.startswith("▲") for word in words)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("depth=9", "“9” is not a whole number from 1 to 5."),
        ("depth=deep", "“deep” is not a whole number from 1 to 5."),
        ("direction=sideways", "“sideways” is no direction; write up, down or both."),
    ],
)
def test_bad_question_gets_a_sentence_and_keeps_what_was_typed(read, demo, asked, sentence):
    page = read(f"/services/T03/map/?{asked}", status=400)
    assert page.find(role="alert").text == sentence
    name, _, typed = asked.partition("=")
    field = page.find(id=name)
    kept = field.get("value") or field.find("option", selected=True)["value"]
    assert kept == typed
