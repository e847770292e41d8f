"""Right person, roles, teams, hand-over and agreement: the pages, and their verbs sent by forms."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.agreements.models import Agreement
from domestique.parties.models import Customer, Mandate, Orderer, Unit

pytestmark = pytest.mark.usefixtures("demo", "db")


@pytest.fixture
def bengt(monkeypatch):
    """Bengt Åhman sits at this computer."""
    monkeypatch.setattr("getpass.getuser", lambda: "Bengt Åhman")


def parsed(response, status: int) -> BeautifulSoup:
    assert response.status_code == status, response.content[:300]
    return BeautifulSoup(response.content, "html.parser")


def test_the_answer_is_the_headline_with_everybodys_address(read):
    page = read("/who/?unit=U111&question=new-service")
    assert page.h1.text == (
        "Elif Demir prepares it and Samira Haddad decides, in the development dialogue."
    )
    assert page.find("a", href="mailto:samira.haddad@norrhjul.example")


def test_whom_to_talk_to_is_answered_for_a_person_too(read):
    page = read("/who/?unit=Mira+Falk")
    assert "talk to Nadja Berggren about what you need" in page.h1.text


def test_her_own_unit_is_asked_about_first(read, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "Mira Falk")
    assert read("/who/").find("input", id="unit")["value"] == "City assembly line"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/who/?unit=Zeppelin", "There is no unit Zeppelin"),
        ("/who/?unit=U111&question=riddle", "“riddle” is not a kind of question"),
        ("/who/?unit=U111&on=soon", "“soon” is not a day"),
    ],
)
def test_what_is_not_understood_is_said_and_stays_typed(read, path, sentence):
    page = read(path, status=400)
    assert sentence in page.find(role="alert").text
    assert page.find("input", id="unit")["value"] in ("Zeppelin", "U111")


@pytest.mark.parametrize(
    ("customer", "it_budget", "is_candidate"),
    [("C11", 0, True), ("C11", None, False), ("C11", 5, False), ("C12", 0, False)],
)
def test_who_pays_for_no_it_and_has_no_mandate_is_a_candidate(
    read, customer, it_budget, is_candidate
):
    Unit.objects.filter(pk=customer.replace("C", "U")).update(it_budget=it_budget)
    page = read(f"/customers/{customer}/role/")
    assert ("A candidate:" in page.text) is is_candidate


def test_where_no_mandates_are_kept_nobody_is_only_a_candidate(read):
    Unit.objects.filter(pk="U11").update(it_budget=0)
    Mandate.objects.all().delete()
    assert "A candidate:" not in read("/customers/C11/role/").text


def test_roles_begin_with_the_coverage(read):
    page = read("/roles/")
    assert page.h1.text == "37 of 43 units have an accepted customer."
    assert "mirror the organisation" in page.text


def test_a_proposal_is_recorded_with_one_button(client):
    Unit.objects.create(id="U999", name="Bike school", parent_id="U04", head="Ylva Ek")
    response = client.post("/roles/take/", {"unit": "U999"})
    assert response["Location"] == "/roles/"
    assert Orderer.objects.get(unit_id="U999").person == "Ylva Ek"


def test_overruling_without_a_word_is_refused_beside_what_was_typed(client):
    sent = {"unit": "U111", "role": "none", "note": " "}
    page = parsed(client.post("/roles/overrule/", sent), 400)
    assert "Say why the proposal for Web shop is overruled" in page.find(role="alert").text
    assert page.find("details", open=True)
    assert client.post("/roles/overrule/", {**sent, "note": "Closes"})["Location"] == "/roles/"
    assert Unit.objects.get(pk="U111").role_note == "Closes"


def test_a_difference_is_repaired_with_one_button(client, read):
    Unit.objects.filter(pk="U111").update(parent_id="U12")
    form = read("/roles/").find("form", action="/roles/repair/")
    sent = {field["name"]: field["value"] for field in form.select("input[name]")}
    assert client.post("/roles/repair/", sent)["Location"] == "/roles/"
    assert Orderer.objects.get(pk="O11").customer_id == "C12"


def test_nobody_accepts_the_role_for_somebody_else(client):
    page = parsed(client.post("/customers/C09/role/accept/", {"seen": "1"}), 400)
    assert "Only Bengt Åhman can accept" in page.find(role="alert").text
    assert Customer.objects.get(pk="C09").status == "identified"


def test_the_person_herself_accepts_the_role(client, read, bengt):
    assert client.post("/customers/C09/role/accept/", {"seen": "1"}).status_code == 302
    assert Customer.objects.get(pk="C09").accepted_by == "Bengt Åhman"
    assert "accepted on 21 Nov 2026" in read("/customers/C09/role/").h1.text


def test_a_day_that_is_none_stays_with_what_was_typed(client):
    sent = {"deputy": "Elif Demir", "until": "soon"}
    page = parsed(client.post("/customers/C04/role/lend/", sent), 400)
    assert "“soon” is not a day" in page.find(role="alert").text
    assert page.find("input", id="deputy")["value"] == "Elif Demir"


def test_an_agreement_reads_as_a_document(read):
    page = read("/agreements/A04/")
    assert page.h1.text == "Samira Haddad accepted this agreement; it holds until 31 Dec 2026."
    assert "12,038,654.00 SEK" in page.tfoot.text
    assert "Nadja Berggren" in page.find(class_="signed").text


def test_only_the_customer_manager_proposes_from_the_page(client, read):
    seen = read("/agreements/A09/").find("input", attrs={"name": "seen"})["value"]
    page = parsed(client.post("/agreements/A09/propose/", {"seen": seen}), 400)
    assert (
        "Only Lars Wikander, customer manager of Facilities & Safety"
        in page.find(role="alert").text
    )
    assert Agreement.objects.get(pk="A09").status == "draft"


def test_an_agreement_changed_since_it_was_read_is_not_taken(client, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "Lars Wikander")
    page = parsed(client.post("/agreements/A09/propose/", {"seen": "7-"}), 400)
    assert "has been changed since you read it" in page.find(role="alert").text
    stamp = page.find("input", attrs={"name": "seen"})["value"]
    assert client.post("/agreements/A09/propose/", {"seen": stamp}).status_code == 302
    assert Agreement.objects.get(pk="A09").proposed_by == "Lars Wikander"


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/roles/take/", "/roles/"),
        ("/customers/C09/role/accept/", "/customers/C09/role/"),
        ("/agreements/A04/accept/", "/agreements/A04/"),
    ],
)
def test_a_verb_that_is_merely_read_leads_back(client, path, back):
    assert client.get(path)["Location"] == back


@pytest.mark.parametrize(
    "path",
    [
        "/teams/X/",
        "/agreements/X/",
        "/customers/X/role/",
        "/customers/X/hand-over/",
        "/contacts/?customer=X",
    ],
)
def test_what_is_not_there_is_said(read, path):
    assert read(path, status=404).h1.text.startswith("There is no")


@pytest.mark.parametrize("path", ["/roles/", "/teams/", "/who/?unit=U111&question=change"])
def test_pages_take_as_many_queries_for_more_rows(client, path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    few = queries()
    Unit.objects.bulk_create(
        [Unit(id=f"U8{n}", name=f"Unit {n}", head=f"Head {n}") for n in range(9)]
    )
    Customer.objects.bulk_create(
        [
            Customer(id=f"C8{n}", unit_id=f"U8{n}", person=f"Head {n}", team_id="GUL")
            for n in range(9)
        ]
    )
    assert queries() == few


def test_papers_are_printed(client):
    for path in ("/agreements/A04.pdf", "/customers/C04/hand-over.pdf"):
        response = client.get(path)
        assert response["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF")


def test_pages_answer_before_anything_is_loaded(client, db):
    Orderer.objects.all().delete()
    Customer.objects.all().delete()
    Unit.objects.all().delete()
    assert "not known who is covered" in parsed(client.get("/roles/"), 200).h1.text
    assert parsed(client.get("/who/"), 200).h1.text == "Who do I talk to?"
    assert client.get("/teams/").status_code == 200


def test_who_keeps_the_picture_is_led_to_do_it_as_the_person(client, demo, db):
    answer = client.post("/customers/C09/role/accept/")
    assert answer.status_code == 400
    assert 'href="/act-as/">Do it as somebody else' in answer.content.decode()
