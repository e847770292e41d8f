"""How far the outage log is known, and what the outage of a need leaves in doubt, on every page that tells levels."""

from __future__ import annotations

import pytest

from asking import answer
from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db

TABLES = {
    "organisation": "name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-10",
    "units": "id,name,head,it_budget\nU1,Sales,Ada Ek,1000",
    "customers": "id,unit,person,status\nC1,U1,Ada Ek,accepted",
    "services": """
        id,name_en,kind,state,service_hours,availability_target
        S1,Mail,customer-facing,live,24x7,99.5
        S2,Shop,customer-facing,live,24x7,99.5
        T1,Net,supporting,live,24x7,99.9
    """,
    "planned_consumption": "customer,service,year,units\nC1,S1,2026,12\nC1,S2,2026,12",
    "agreements": "id,customer,status,from,to\nA1,C1,in force,2026-01-01,2026-12-31",
    "agreement_lines": "agreement,service,content,availability_target\nA1,S1,Mail,99.5\nA1,S2,Shop,99.5",
}


def given(tmp_path, **tables: str) -> None:
    report = load_tables(tmp_path, **TABLES, **tables)
    assert report.loaded, report.errors


def levels(month: str):
    return {one["service"]: one for one in answer("levels", "--month", month)["levels"]}


def of(month: str):
    return {id_: (one["state"], one["availability"]) for id_, one in levels(month).items()}


def test_a_complete_month_without_outages_is_all_up_and_one_past_it_not_known(tmp_path):
    given(
        tmp_path,
        log_complete="source,services,until\nmonitoring,S1,2026-10-31\nservice desk,,2026-09-30",
    )
    assert of("2026-09") == dict.fromkeys(("S1", "S2", "T1"), ("met", "100.0000"))
    assert of("2026-10") == {
        "S1": ("met", "100.0000"),
        "S2": ("not known", None),
        "T1": ("not known", None),
    }
    assert of("2026-11")["S1"] == ("so far", "100.0000")
    assert of("2026-11")["S2"] == ("not known", None)
    assert "1 of 1 level was kept in October 2026" in words_of("/levels/")
    assert "all known levels met" in words_of("/customers/C1/before-you-walk-in/") + words_of("/")
    page = words_of("/customers/C1/")
    assert "100 of 99.5 %" in page
    assert "not known" in page
    assert "is complete until" in words_of("/levels/?month=2026-10")


def test_without_a_word_of_a_source_a_month_with_any_record_is_known(tmp_path):
    given(tmp_path, outages="id,service,starts,ends\nI1,S1,2026-10-05 08:00,2026-10-05 08:30")
    assert of("2026-10")["S2"] == ("met", "100.0000")
    assert of("2026-09")["S2"] == ("not known", None)


def test_a_log_is_not_complete_to_a_day_to_come(tmp_path):
    report = load_tables(tmp_path, **TABLES, log_complete="source,services,until\ndesk,,2026-11-11")
    assert [(one.row, one.column) for one in report.errors] == [(2, "until")]


NEEDS = "service,needs,kind\nS1,T1,hard\nS2,T1,hard"
NET_AWAY = "id,service,starts,ends,not_felt_by\nI1,T1,2026-10-12 08:00,2026-10-12 09:15,"


def test_what_needs_a_service_that_was_away_is_neither_kept_nor_broken(tmp_path):
    given(tmp_path, dependencies=NEEDS, outages=NET_AWAY)
    found = levels("2026-10")
    assert (found["S1"]["state"], found["S1"]["met"]) == ("not sure", None)
    assert found["S1"]["not_sure_for"] == ["I1"]
    for address in ("/", "/customers/C1/", "/for/C1/", "/services/S1/", "/services/"):
        page = words_of(address)
        for untrue in ("all levels met", "100 of 99.5", "as promised", "100.0000"):
            assert untrue not in page, (address, untrue)
    assert "Of 2 promises we are not sure" in words_of("/promises/")
    asked = [one["text"] for one in answer("findings")["findings"] if one["subject"] == "S1"]
    assert (
        "Net was away 75 minutes from 2026-10-12 08:00; Mail has no outage then: was it up?"
        in asked
    )


def test_the_question_is_answered_by_the_outage_or_by_saying_that_it_was_up(tmp_path):
    answered = f"{NET_AWAY}S2\n" + "I2,S1,2026-10-12 08:05,2026-10-12 09:15,"
    given(tmp_path, dependencies=NEEDS, outages=answered)
    assert of("2026-10")["S2"] == ("met", "100.0000")
    assert levels("2026-10")["S1"]["downtime_minutes"] == 70
    assert not [one for one in answer("findings")["findings"] if "was it up" in one["text"]]
