"""What the keeper records of what happened elsewhere: one line a load, with the paper; a decision with its minutes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from asking import answer, ask
from domestique.exchange.loading import load
from domestique.exchange.models import LoadRun
from domestique.exchange.past import changes_of_row
from domestique.lists.entering import enter_row
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from given_tables import EBBA, load_tables, write_tables

pytestmark = pytest.mark.django_db

RUT = Viewer("Rut Keeper")
CUSTOMERS = "id,unit,person\nC1,U1,Johan Sandelin\nC2,U2,"
DECIDED = {
    "id": "D1",
    "customer": "C1",
    "question": "A second lane",
    "decision": "Yes, from May",
    "decided_by": "Johan Sandelin",
    "decided_on": "2026-03-02",
    "forum": "customer",
}


def test_what_a_load_brought_tells_its_file_who_and_the_paper(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "papers", customers=CUSTOMERS)
    load(folder, viewer=RUT, because="minutes of 1 February")
    (change,) = changes_of_row(RUT, "customers", "C1")
    assert (change.who, change.because) == ("Rut Keeper", "minutes of 1 February")
    page = Client().get("/records/customers/C1/").content.decode()
    assert "from papers, by Rut Keeper" in page
    assert "minutes of 1 February" in page


def test_a_load_without_a_paper_tells_the_file_of_the_row(tmp_path: Path) -> None:
    load_tables(tmp_path, None, customers=CUSTOMERS)
    (change,) = changes_of_row(RUT, "customers", "C1")
    assert (change.file, change.because) == ("customers.csv", "")


def test_a_load_is_one_line_whatever_it_brings(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "papers", customers=CUSTOMERS)
    assert ask("load", str(folder), "--because", "the letters of May").exit_code == 0
    (run,) = LoadRun.objects.all()
    assert (run.why, run.counted["customers"].new) == ("the letters of May", 2)
    (told,) = answer("loads")["loads"]
    assert (told["because"], told["tables"]["customers"]["new"]) == ("the letters of May", 2)


def test_somebody_elses_decision_is_entered_with_its_minutes(tmp_path: Path) -> None:
    load_tables(tmp_path, None, customers=CUSTOMERS)
    table = table_named("decisions")
    refused = enter_row(RUT, table, DECIDED, "")
    assert "write as the reason the minutes it stands in" in str(refused.errors)
    assert not enter_row(RUT, table, DECIDED, "steering group, 2 March").errors
    (change,) = changes_of_row(RUT, "decisions", "D1")
    assert (change.who, change.why) == ("Rut Keeper", "steering group, 2 March")


def test_the_minutes_are_shown_beside_the_decision(tmp_path: Path) -> None:
    needs = "id,customer,need\nN1,C1,A second lane"
    load_tables(tmp_path, None, customers=CUSTOMERS, needs=needs)
    cells = DECIDED | {"need": "N1"}
    assert not enter_row(RUT, table_named("decisions"), cells, "steering group, 2 March").errors
    page = Client().get("/needs/N1/").content.decode()
    assert "entered by Rut Keeper from the minutes: steering group, 2 March" in page


def test_one_who_keeps_the_picture_enters_her_own_decision_without(tmp_path: Path) -> None:
    load_tables(tmp_path, None, customers=CUSTOMERS)
    hers = DECIDED | {"decided_by": "Rut Keeper"}
    assert not enter_row(RUT, table_named("decisions"), hers, "").errors


def test_a_decision_from_a_file_tells_its_file(tmp_path: Path) -> None:
    rows = f"{','.join(DECIDED)}\n" + ",".join(f'"{text}"' for text in DECIDED.values())
    load_tables(tmp_path, None, customers=CUSTOMERS, decisions=rows)
    (change,) = changes_of_row(RUT, "decisions", "D1")
    assert (change.file, change.who) == ("decisions.csv", EBBA.person)
