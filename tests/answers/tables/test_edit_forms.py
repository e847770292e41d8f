"""Forms: every table has one, errors stand at their fields, and nobody's change is lost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from domestique.answers.tables.record_fields import key_of
from domestique.portfolio.models import Service
from domestique.records.tables import TABLES
from domestique.relations.models import Need

pytestmark = pytest.mark.usefixtures("demo", "db")


def send_refused(client, path: str, /, **typed: str) -> BeautifulSoup:
    response = client.post(path, typed)
    assert response.status_code == 400, response.content[:300]
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_both_forms_with_a_field_for_each_column(read, table):
    record = table.model._default_manager.first()
    if record is None:
        pytest.skip("the demo has no row of it")
    new = read(f"/edit/{table.name}/new/")
    old = read(f"/edit/{table.name}/{key_of(table, record)}/")
    assert {field["name"] for field in new.select(".entry [id^=field-]")} == set(table.by_name)
    assert {field["name"] for field in old.select(".entry [id^=field-]")} == set(
        table.by_name
    ) - set(table.key)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_form_of_every_table_sent_as_it_was_opened_changes_nothing(client, read, table):
    record = table.model._default_manager.first()
    if record is None:
        pytest.skip("the demo has no row of it")
    path = f"/edit/{table.name}/{key_of(table, record)}/"
    typed = {"seen": "1"}
    for field in read(path).select(".entry [id^=field-]"):
        chosen = field.find("option", selected=True)
        text = field.text.removeprefix("\n") if field.name == "textarea" else ""
        typed[field["name"]] = chosen["value"] if chosen else field.get("value", text)
    page = send_refused(client, path, **typed)
    assert "Nothing was changed" in page.find(role="alert").text


def test_new_row_leads_to_its_page_with_who_and_why(client, read):
    sent = {
        "id": "N99",
        "customer": "C04",
        "need": "Shorter\r\nqueues",
        "why": "Asked on the phone",
    }
    response = client.post("/edit/needs/new/", sent)
    assert response["Location"] == "/records/needs/N99/"
    assert "Asked on the phone" in read("/records/needs/N99/").text
    assert Need.objects.get(pk="N99").need == "Shorter\nqueues"


def test_every_error_stands_at_its_field_and_what_was_typed_stays(client):
    page = send_refused(
        client, "/edit/services/new/", kind="supportive", impact_level="nine", why="So"
    )
    wrong = {field["name"]: field for field in page.select("[aria-invalid]")}
    assert set(wrong) == {"id", "kind", "impact_level"}
    assert wrong["impact_level"]["value"] == "nine"
    assert "“nine” is not a number" in page.find(id="error-impact_level").text
    assert wrong["kind"].find("option", selected=True)["value"] == "supportive"
    assert page.find("input", id="why")["value"] == "So"


def test_columns_named_in_the_address_are_filled_in(read):
    page = read("/edit/needs/new/?customer=C04&colour=red")
    assert page.find(id="field-customer")["value"] == "C04"


def test_links_and_choices_are_offered(read):
    page = read("/edit/needs/new/")
    offered = page.find("datalist", id="offered-customer").find_all("option")
    assert "C04" in [option["value"] for option in offered]
    states = read("/edit/services/new/").find("select", id="field-state")
    assert states.find("option", selected=True).text == "live"


def test_required_fields_are_marked(read):
    page = read("/edit/services/new/")
    assert page.find(id="field-id")["aria-required"] == "true"
    assert "required" in page.find("label", attrs={"for": "field-id"}).text


def test_what_a_row_is_known_by_is_no_field_and_stays(client, read):
    assert "enter a new row instead" in read("/edit/services/S03/").text
    page = send_refused(client, "/edit/services/S03/", seen="1", id="S77")
    assert "id is part of what the row is known by" in page.find(role="alert").text


def test_change_is_kept_and_shown(client, read):
    sent = {"seen": "1", "owner": "Mats Ullén", "why": "Moves", "past_gate": "Agreed with Noor"}
    response = client.post("/edit/services/S03/", sent)
    page = read(response["Location"])
    assert "Noor Rahimi → Mats Ullén" in page.text
    assert "owner" in page.select_one("ol details[open]").text


def test_somebody_elses_change_stays_and_what_was_typed_too(client):
    sent = {"seen": "1", "owner": "Karin Öberg", "mode": "bought", "past_gate": "Agreed with Noor"}
    client.post("/edit/services/S03/", sent)
    typed = {"owner": "Mats Ullén", "mode": "own product", "impact_level": "1"}
    page = send_refused(client, "/edit/services/S03/", seen="1", **typed)
    assert "Somebody has changed S03" in page.find(role="alert").text
    assert "It says now: Karin Öberg" in page.select_one(".now").text
    assert page.find(id="field-owner")["value"] == "Mats Ullén"
    assert page.find(id="field-mode")["value"] == "bought"
    assert page.find("input", attrs={"name": "seen"})["value"] == "2"
    assert Service.objects.get(pk="S03").owner == "Karin Öberg"


@pytest.mark.parametrize("seen", ["", "x", "-1", "77", "9" * 40])
def test_a_version_that_never_was_overwrites_nothing(client, seen):
    page = send_refused(client, "/edit/services/S03/", seen=seen, owner="Mats Ullén")
    assert "Somebody has changed S03" in page.find(role="alert").text
    assert page.find(id="field-owner")["value"] == "Mats Ullén"


def test_a_row_that_is_there_already_is_told(client):
    page = send_refused(client, "/edit/services/new/", id="S03")
    assert "There is a row S03 in services already" in page.find(role="alert").text


def test_the_organisation_is_changed_under_its_new_name(client, read):
    response = client.post(
        "/edit/organisation/Norrhjul Cykel AB/", {"seen": "1", "name": "Norrhjul"}
    )
    assert response["Location"] == "/records/organisation/Norrhjul/"


@pytest.mark.parametrize(
    "path", ["/edit/zeppelins/new/", "/edit/services/S99/", "/edit/prices/S03 soon/"]
)
def test_what_is_not_there_gets_a_sentence(read, path):
    assert len(read(path, status=404).h1.text.split()) > 3


def test_record_page_leads_to_its_form(read):
    assert read("/records/needs/N12/").find("a", href="/edit/needs/N12/")
