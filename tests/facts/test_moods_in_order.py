"""Moods of one day stand in the order of their times; one about a service counts at that service alone."""

from __future__ import annotations

import pytest
from django.test import Client

from asking import answer
from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db

TABLES = {
    "organisation": "name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
    "units": "id,name,parent,head,it_budget\nU1,City,,Jo Berg,1000\nU2,Line,U1,Mira Falk,",
    "customers": "id,unit,person,status\nC02,U1,Jo Berg,accepted",
    "orderers": "id,unit,customer,person\nO1,U2,C02,Mira Falk",
    "services": "id,name_en,kind,state\nS1,Mail,customer-facing,live\nS2,Shop,customer-facing,live",
    "planned_consumption": "customer,service,year,units\nC02,S1,2026,12\nC02,S2,2026,12",
}


def given(tmp_path, pulses: str) -> None:
    report = load_tables(tmp_path, **TABLES, pulses=pulses)
    assert report.loaded, report.errors


def mood():
    [one] = answer("satisfaction")["customers"]
    return one


def test_a_bare_tap_changes_the_face_and_an_orderers_tap_nothing(tmp_path):
    given(
        tmp_path,
        """
        customer,date,time,face,person,contemplating,at_stake
        C02,2026-11-21,10:00,negative,Mira Falk,,
        C02,2026-11-21,09:00,neutral,Jo Berg,,
        C02,2026-10-20,,neutral,Jo Berg,own platform,900000
        """,
    )
    page = words_of("/customers/C02/pulse/")
    assert "own platform" in page
    assert "Beside her, as an orderer, Mira Falk: Negative" in page or "Mira Falk: negative" in page
    assert "900" in words_of("/customers/C02/")


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ("14:00,negative", "09:00,positive", "negative"),
        (",negative", ",positive", "positive"),
        ("09:00,negative", "9:30,positive", "positive"),
    ],
)
def test_of_one_day_the_time_decides_else_the_row(tmp_path, first, second, stands):
    head = "customer,date,time,face,person"
    if first.startswith(","):  # two rows of one key, one load after the other
        given(tmp_path, f"{head}\nC02,2026-11-21,{first},Jo Berg")
        assert load_tables(tmp_path, pulses=f"{head}\nC02,2026-11-21,{second},Jo Berg").loaded
    else:
        given(tmp_path, f"{head}\nC02,2026-11-21,{first},Jo Berg\nC02,2026-11-21,{second},Jo Berg")
    assert f"is {stands}" in words_of("/customers/C02/pulse/").lower() or stands in str(mood())


def test_one_about_a_service_is_no_mood_of_hers_and_stands_at_the_service(tmp_path):
    given(
        tmp_path,
        """
        customer,date,time,face,person,service
        C02,2026-11-20,,positive,Jo Berg,
        C02,2026-11-21,08:00,negative,Jo Berg,S2
        """,
    )
    assert answer("satisfaction")["positive"] == 1
    [row] = [one for one in words_of("/customers/C02/").split("Shop") if "egative" in one][:1]
    assert "egative" in row
    client = Client()
    assert client.get("/records/pulses/C02 2026-11-21 Jo Berg 08:00/").status_code == 200
    assert client.get("/records/pulses/C02 2026-11-20 Jo Berg/").status_code == 200
    assert client.get("/records/pulses/C02 2026-11-21 Jo Berg/").status_code == 404
    told = answer("history", "pulses", "C02 2026-11-21 Jo Berg 08:00")
    assert len(told["changes"]) == 1


def test_she_taps_about_a_service_and_says_when(tmp_path):
    given(tmp_path, "customer,date,face,person\nC02,2026-11-20,positive,Jo Berg")
    client = Client()
    client.post("/act-as/", {"person": "Jo Berg"})
    for service, time in (("S1", "08:00"), ("S2", "09:15")):
        sent = {"face": "negative", "service": service, "time": time}
        assert client.post("/for/C02/say/", sent).status_code == 302
    again = client.post("/for/C02/say/", {"face": "negative", "service": "S1", "time": "09:15"})
    assert (again.status_code, "give another time" in again.content.decode()) == (400, True)
    wrong = client.post("/for/C02/say/", {"face": "negative", "service": "S9", "time": "10:00"})
    assert (wrong.status_code, "no service S9" in wrong.content.decode()) == (400, True)
    assert answer("satisfaction")["positive"] == 1
    history = words_of("/customers/C02/pulse/")
    assert "08:00 · about Mail" in history
    assert "09:15 · about Shop" in history
