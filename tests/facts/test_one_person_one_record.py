"""One person is one record: two of one name, a vacancy, a marriage, a name written otherwise, a team as owner, a merge."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client

from asking import ask
from domestique.access.actions import make_keeper, open_account
from domestique.access.models import Account
from domestique.access.queries import standing_on
from domestique.exchange.changing_ids import merged
from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load, load_sheets
from domestique.parties.directory import SeveralOfThatName
from domestique.parties.models import Customer, CustomerTeam, Person, RoleInIt, Unit
from domestique.parties.queries import directory
from domestique.portfolio.models import Service
from domestique.quantities.person_id import PersonId
from domestique.records.saving import change, changing
from domestique.records.viewer import Viewer
from given_cases import words_of
from given_tables import EBBA, load_tables, told

pytestmark = pytest.mark.django_db

TWO_BERGS = """
    id,name,email,unit
    P7,Anna Berg,anna.berg@exempel.example,U1
    P9,Anna Berg,anna.b@exempel.example,U2
    """
TABLES = {
    "units": "id,name,parent\nU1,Management,\nU2,Education,U1",
    "people": TWO_BERGS,
    "customers": "id,unit,person,status\nC1,U2,Anna Berg (P9),accepted",
    "services": "id,name_en,owner\nERP,Ledger,anna.berg@exempel.example",
    "teams": "id,name,customer_manager,service_owners\nT1,Team Gul,Stina Ek,P7;Bo Ek",
}


@pytest.fixture
def bergs(tmp_path):
    report = load_tables(tmp_path, **TABLES)
    assert report.loaded, told(report)


def test_two_of_one_name_are_written_by_id_or_email(bergs):
    assert Customer.objects.get(pk="C1").person == "P9"
    assert Service.objects.get(pk="ERP").owner == "P7"
    assert CustomerTeam.objects.get(pk="T1").service_owners == ["P7", "Bo Ek"]


def test_a_name_two_have_is_refused_with_what_tells_them_apart(bergs, tmp_path):
    report = load_tables(tmp_path, services="id,owner\nERP,Anna Berg")
    [(file, row, column, sentence)] = told(report)
    assert (file, row, column) == ("services.csv", 2, "owner")
    for part in ("P7", "P9", "anna.berg@exempel.example", "anna.b@exempel.example", "Management"):
        assert part in sentence


def test_an_export_comes_back_unchanged_with_both(bergs, tmp_path):
    out = tmp_path / "out"
    assert ask("export", str(out)).exit_code == 0
    assert "Anna Berg (P9)" in (out / "customers.csv").read_text()
    report = load(out, viewer=EBBA)
    assert report.loaded, told(report)
    assert report.changes == []


@pytest.mark.parametrize("word", ["Vakant", "Avoin", "N.N.", "TBD", "-", "?", "N/A", "NULL"])
def test_a_vacancy_is_nobody_and_told(bergs, tmp_path, word):
    report = load_tables(
        tmp_path,
        units=f"id,name,parent,head\nU3,North,U1,{word}",
        customers=f"id,unit,person\nC2,U1,{word}",
        services=f"id,name_en,owner\nMAIL,Mail,{word}",
    )
    assert report.loaded, told(report)
    assert Unit.objects.get(pk="U3").head == ""
    assert Customer.objects.get(pk="C2").person == ""
    assert Service.objects.get(pk="MAIL").owner == ""
    assert [str(one) for one in report.notices if f"nobody: {word}." in str(one)]
    assert not Person.objects.filter(name=word).exists()


@pytest.mark.parametrize("word", ["#N/A", "#REF!"])
def test_an_error_value_is_no_vacancy(bergs, tmp_path, word):
    report = load_tables(tmp_path, services=f"id,owner\nERP,{word}")
    assert [(row, column) for _, row, column, _ in told(report)] == [(2, "owner")]


@pytest.mark.parametrize(
    "written",
    ["Stina\u00a0Ek", "Stina Ek\u200b", "STINA  EK", "Stina Ek", " stina ek "],
)
def test_a_name_written_otherwise_is_the_same_person(bergs, tmp_path, written):
    before = Person.objects.count()
    report = load_tables(tmp_path, customers=f"id,unit,person,status\nC2,U1,{written},accepted")
    assert report.loaded, told(report)
    assert Customer.objects.get(pk="C2").person == "Stina Ek"
    assert Person.objects.count() == before


def test_a_service_owned_by_a_team(bergs, tmp_path):
    report = load_tables(tmp_path, services="id,name_en,owner\nNET,Network,team gul")
    assert report.loaded, told(report)
    net = Service.objects.get(pk="NET")
    assert (net.owner, net.owner_team_id) == ("", "T1")
    assert [str(one) for one in report.notices if "“team gul” is the team T1" in str(one)]


def test_a_service_owned_by_a_team_that_comes_with_it(bergs, tmp_path):
    before = Person.objects.count()
    report = load_tables(
        tmp_path, services="id,name_en,owner\nNET,Network,Team Nät", teams="id,name\nT9,Team Nät"
    )
    assert report.loaded, told(report)
    assert Service.objects.get(pk="NET").owner_team_id == "T9"
    assert Person.objects.count() == before


@pytest.mark.parametrize("address", ["/services/NET/", "/services/", "/services/?q=gul"])
def test_a_team_is_told_where_the_owner_is(bergs, tmp_path, address):
    load_tables(tmp_path, services="id,name_en,owner\nNET,Network,Team Gul")
    page = words_of(address)
    assert "Network" in page
    assert "Team Gul" in page


def test_an_owner_is_found_by_her_name_not_by_her_id(bergs):
    assert "Ledger" in words_of("/services/?q=berg")


def test_a_page_of_a_past_day_tells_the_name_of_that_day(bergs):
    day = date(2026, 3, 1)
    stages = (CustomerTeam.history, Person.history)
    for history in stages:
        history.update(history_date=datetime(2026, 2, 1, tzinfo=UTC))
    with changing():
        change(Person.objects.get(pk="P7"), EBBA, "Married", name="Anna Alm")
    page = words_of(f"/records/teams/T1/?on={day}")
    now, _, then = page.partition("At the end of 1 Mar 2026")
    assert "service_owners Anna Alm , Bo Ek" in now
    assert "service_owners Anna Berg , Bo Ek" in then


def test_a_marriage_in_a_file(bergs, tmp_path):
    report = load_tables(tmp_path, people="id,name\nStina Ek,Stina Alm")
    assert report.loaded, told(report)
    assert "Stina Alm" in words_of("/teams/T1/")
    assert "Stina Ek" not in words_of("/teams/T1/")
    report = load_tables(tmp_path, customers="id,unit,person,status\nC2,U1,Stina Ek,accepted")
    assert report.loaded, told(report)
    assert Customer.objects.get(pk="C2").person == "Stina Ek"
    assert Person.objects.filter(name__startswith="Stina").count() == 1


def test_a_merge_of_two_records_of_one_person(bergs, tmp_path):
    merged(EBBA, "people", "P7", "P9")
    assert Service.objects.get(pk="ERP").owner == "P9"
    assert CustomerTeam.objects.get(pk="T1").service_owners == ["P9", "Bo Ek"]
    report = load_tables(tmp_path, services="id,name_en,owner\nMAIL,Mail,P7")
    assert report.loaded, told(report)
    assert Service.objects.get(pk="MAIL").owner == "P9"
    assert [str(one) for one in report.notices if "P7" in str(one)]
    assert not Person.objects.filter(pk="P7").exists()


def test_nobody_new_is_given_an_id_that_was_anothers(bergs, tmp_path):
    merged(EBBA, "people", "Bo Ek", "Stina Ek")
    load_tables(tmp_path, people="id,name\nStina Ek,Stina Alm")
    assert directory().meant("Bo Ek")[0].id == "Stina Ek"


def test_the_log_in_and_who_did_what_go_along_when_two_are_merged(bergs, tmp_path):
    Account.objects.create(person="P7", stamp="-")
    her = Viewer(PersonId("P7"))
    with changing():
        change(Service.objects.get(pk="ERP"), her, "Bought", mode="bought service")
    merged(EBBA, "people", "P7", "P9")
    load_tables(tmp_path, people="id,name\nP9,Anna Alm")
    assert Account.objects.get().person == "P9"
    page = words_of("/records/services/ERP/")
    assert "Anna Alm" in page
    assert "changed by Anna Alm" in page


def test_rights_stay_when_the_name_changes(bergs, tmp_path):
    before = standing_on("P9", date(2026, 11, 1))
    load_tables(tmp_path, people="id,name\nP9,Anna Alm")
    assert standing_on("Anna Alm", date(2026, 11, 1)) == before
    assert standing_on("P9", date(2026, 11, 1)) == before


def test_a_file_that_writes_the_name_from_before_the_marriage_means_her(bergs, tmp_path):
    load_tables(tmp_path, people="id,name\nP7,Bea Holm")
    load_tables(tmp_path, people="id,name\nP7,Bea Alm")
    report = load_tables(tmp_path, services="id,name_en,owner\nMAIL,Mail,Bea Holm")
    assert report.loaded, told(report)
    assert Service.objects.get(pk="MAIL").owner == "P7"


@pytest.mark.parametrize(
    "written",
    [
        "ada@exempel.example; hem@exempel.example",
        "bo@@exempel.example",
        "siv<alm@x.example",
        "ylva",
    ],
)
def test_an_email_is_one_address_in_files_and_forms(bergs, tmp_path, written):
    report = load_tables(tmp_path, people=f"id,name,email\nP1,Ada Holm,{written}")
    assert [(row, column) for _, row, column, _ in told(report)] == [(2, "email")]
    typed = {"id": "P1", "name": "Ada Holm", "email": written}
    page = Client().post("/edit/people/new/", typed)
    assert "is not one e-mail address" in unescape(page.content.decode())


def test_letters_beyond_ascii_and_a_plus_are_an_address(bergs, tmp_path):
    assert load_tables(tmp_path, people="id,name,email\nP1,Ö,Åke+it@exempel.example").loaded


def test_an_email_is_one_persons(bergs, tmp_path):
    report = load_tables(tmp_path, people="id,name,email\nP1,Bea,Anna.Berg@exempel.example")
    [(_, row, column, sentence)] = told(report)
    assert (row, column) == (2, "email")
    assert "P7" in sentence


def test_two_files_of_people_are_held_against_each_other(bergs, tmp_path):
    sheets = [
        Sheet(f"{id_}.csv", "people", ("id", "name", "email"), [(2, [id_, id_, "one@x.example"])])
        for id_ in ("X1", "X2")
    ]
    report = load_sheets(sheets, Request(EBBA))
    assert not report.loaded
    assert "one@x.example" in str(report.errors[0].reason)


@pytest.mark.parametrize(
    "named",
    [
        lambda name: open_account(name, "four words of hers"),
        lambda name: make_keeper(EBBA, name),
        lambda name: standing_on(name, date(2026, 11, 21)),
    ],
)
def test_a_name_two_have_opens_nothing(bergs, named):
    with pytest.raises(SeveralOfThatName):
        named("Anna Berg")
    assert not Account.objects.exists()
    assert not RoleInIt.objects.filter(role="keeper of the picture").exists()
