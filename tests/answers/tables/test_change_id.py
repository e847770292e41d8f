"""Another id and two of one thing, on the page and by command: shown first, then done; old addresses lead on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from asking import answer, ask
from domestique.consumption.models import PlannedConsumption
from domestique.portfolio.models import Service
from domestique.records.models import FormerId
from domestique.relations.models import Need

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def a_twin() -> None:
    Service.objects.create(id="S99", name_en="Twin", purpose="x", owner="x")
    PlannedConsumption.objects.create(
        customer_id="C04", service_id="S99", year=2026, units=Decimal(7)
    )


def figures() -> list[object]:
    """Return what answers say in figures, with the services by their names."""
    return [
        answer("levels", "--month", "2026-10"),
        answer("costs", "--year", "2026"),
        answer("satisfaction"),
        answer("bill", "--customer", "C04", "--from", "2026-10", "--to", "2026-10"),
    ]


def test_every_figure_is_the_same_after_a_rename_up_to_the_id():
    before = repr(figures())  # the new ids stand where the old ones stood in any order
    assert answer("rename", "services", "S03", "S03b")["done"]
    assert repr(figures()).replace("S03b", "S03") == before
    assert answer("rename", "customers", "C10", "C10b")["done"]
    assert repr(figures()).replace("S03b", "S03").replace("C10b", "C10") == before


def test_a_rehearsal_changes_nothing_and_says_what_would_follow():
    told = answer("rename", "services", "S03", "ERP", "--rehearse")
    assert (told["done"], told["follow"]["needs"] > 0) == (False, True)
    assert Service.objects.filter(pk="S03").exists()
    result = ask("rename", "services", "S03", "ERP", "--because", "its name in the ledger")
    assert "S03 of services is ERP now." in result.output
    assert FormerId.objects.get().why == "its name in the ledger"


def test_both_have_rows_and_the_command_asks():
    a_twin()
    asked = ask("merge", "services", "S99", "S03", "--rehearse")
    assert asked.exit_code == 1
    assert "planned_consumption: 1. Say for each table" in " ".join(asked.stderr.split())
    assert ask("merge", "services", "S99", "S03").exit_code == 1
    summed = ask("merge", "services", "S99", "S03", "--add-up", "planned_consumption")
    assert "S99 of services is S03 now." in summed.output
    assert "are two again" in ask("take-apart", "services", "S99").output
    assert Service.objects.filter(pk="S99").exists()


def post(client, address: str, **sent: str) -> BeautifulSoup:
    return BeautifulSoup(client.post(address, sent, follow=True).content, "html.parser")


def test_on_the_page_it_is_shown_first_and_then_done(client):
    page = post(client, "/ids/needs/N02/", do="look-rename", new="N-2", why="short")
    assert "If N02 becomes N-2" in page.text
    assert "need_steps" in page.text
    assert Need.objects.filter(pk="N02").exists()
    done = client.post("/ids/needs/N02/", {"do": "rename", "new": "N-2", "why": "short"})
    assert done["Location"] == "/records/needs/N-2/"
    assert "Old ids that mean it" in client.get("/ids/needs/N-2/").content.decode()


def test_old_addresses_lead_on(client):
    ask("rename", "needs", "N02", "N-2")
    ask("rename", "services", "S03", "ERP")
    ask("rename", "customers", "C04", "C-4")
    for old, new in {
        "/needs/N02/": "/needs/N-2/",
        "/needs/N02/sheet/?a=b": "/needs/N-2/sheet/?a=b",
        "/services/S03/": "/services/ERP/",
        "/customers/C04/": "/customers/C-4/",
        "/for/C04/": "/for/C-4/",
        "/promises/C04/S03/2026-10/": "/promises/C-4/ERP/2026-10/",
        "/records/services/S03/": "/records/services/ERP/",
        "/records/planned_consumption/C04%20S03%202026/": "/records/planned_consumption/C-4%20ERP%202026/",
        "/edit/services/S03/": "/edit/services/ERP/",
    }.items():
        response = client.get(old)
        assert (response.status_code, response.get("Location")) == (302, new), old
        assert client.get(new).status_code == 200, new
    assert client.get("/needs/N999/").status_code == 404


def test_merged_on_the_page_with_a_choice_and_taken_apart(client):
    a_twin()
    here = "/ids/services/S99/"
    page = post(client, here, do="look-merge", survivor="S03", why="twice")
    choice = page.find("select", attrs={"name": "both-planned_consumption"})
    assert [one["value"] for one in choice.find_all("option")] == [
        "stop",
        "add up",
        "keep the survivor's",
        "take the other's",
    ]
    assert not page.find("button", attrs={"value": "merge"})
    chosen = {"both-planned_consumption": "add up", "survivor": "S03", "why": "twice"}
    page = post(client, here, do="look-merge", **chosen)
    assert page.find("button", attrs={"value": "merge"})
    client.post(here, {"do": "merge", **chosen})
    assert not Service.objects.filter(pk="S99").exists()
    assert client.get("/services/S99/")["Location"] == "/services/S03/"
    stood = client.get("/records/services/S99/?on=2026-11-21").content.decode()
    assert "merged into it" in stood
    assert "Take S99 apart again" in client.get("/ids/services/S03/").content.decode()
    client.post("/ids/services/S03/", {"do": "apart", "gone": "S99"})
    assert Service.objects.filter(pk="S99").exists()


def test_what_is_refused_keeps_what_was_typed(client):
    page = post(client, "/ids/services/S03/", do="look-rename", new="S04")
    assert "“S04” is taken in services already" in page.text
    assert page.find("input", id="new")["value"] == "S04"
    page = post(client, "/ids/customers/C01/", do="look-merge", survivor="C02")
    assert "closed months never move" in page.text
