"""Loading: what is new, what changes, what stays, and what is remembered of it."""

from __future__ import annotations

import csv
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.exchange.loading import load, load_demo
from domestique.exchange.report import Counts, LoadedChange
from domestique.parties.models import Customer, Organisation
from domestique.portfolio.models import Package, Service
from given_tables import EBBA, load_tables, write_tables

pytestmark = pytest.mark.django_db

THREE_TABLES = {
    "customers": """
        id,person
        C1,Astrid Lindgård
        C2,Johan Sandelin
        """,
    "services": """
        id,name_en,owner,rto_minutes
        S1,Web shop,Noor Rahimi,240
        S2,Payroll,Mats Ullén,
        """,
    "planned_consumption": """
        customer,service,year,units
        C1,S1,2026,40
        C2,S2,2026,12.5
        """,
}


def test_three_tables_are_enough_to_start(tmp_path: Path) -> None:
    report = load_tables(tmp_path, **THREE_TABLES)
    assert (report.loaded, report.errors) == (True, [])
    (told,) = report.notices
    assert str(told) == (
        "4 new people, who have no rights by being named: "
        "Astrid Lindgård, Johan Sandelin, Noor Rahimi, Mats Ullén."
    )
    assert report.tables["services"] == Counts(new=2)
    assert PlannedConsumption.objects.get(customer="C2").units == Decimal("12.5")


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    again = load_tables(tmp_path, **THREE_TABLES)
    assert set(again.tables.values()) == {Counts(unchanged=2)}
    assert again.changes == []
    assert Service.history.count() == 2


def test_every_change_is_told_field_by_field(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    report = load_tables(
        tmp_path, services="id,owner,rto_minutes\nS1,Gustav Hjort,\nS2,Mats Ullén,"
    )
    assert report.tables["services"] == Counts(changed=1, unchanged=1)
    assert report.changes == [
        LoadedChange("services", "S1", "owner", "Noor Rahimi", "Gustav Hjort"),
        LoadedChange("services", "S1", "rto_minutes", "240", ""),
    ]
    assert Service.objects.get(pk="S1").rto_minutes is None


def test_absent_column_stays_and_empty_cell_clears(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    load_tables(tmp_path, services="id,owner\nS1,")
    service = Service.objects.get(pk="S1")
    assert (service.owner, service.name_en, service.rto_minutes) == ("", "Web shop", 240)


def test_absent_rows_and_tables_stay(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    load_tables(tmp_path, customers="id\nC3")
    assert Customer.objects.count() == 3
    assert PlannedConsumption.objects.count() == 2


def test_dry_run_tells_everything_and_loads_nothing(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    report = load_tables(tmp_path, {"is_dry_run": True}, services="id,owner\nS1,Elsa Moberg\nS9,")
    assert report.tables["services"] == Counts(new=1, changed=1)
    assert (report.loaded, len(report.changes)) == (False, 1)
    assert list(Service.objects.values_list("pk", "owner")) == [
        ("S1", "Noor Rahimi"),
        ("S2", "Mats Ullén"),
    ]


def test_history_tells_who_why_and_what_stood_before(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    load_tables(tmp_path, services="id,owner\nS1,Gustav Hjort")
    after, before = Service.history.filter(id="S1")
    assert (before.history_type, before.owner, before.version) == ("+", "Noor Rahimi", 1)
    assert (after.history_type, after.owner, after.version) == ("~", "Gustav Hjort", 2)
    assert after.history_user_id == "Ebba Nyström"
    assert after.history_change_reason == "Loaded from services.csv"
    assert Service.history.as_of(before.history_date).get(pk="S1").owner == "Noor Rahimi"


def test_later_arrival_fits_what_came_before(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    report = load_tables(
        tmp_path,
        teams="id,name\nGUL,Team Gul",
        customers="id,team\nC1,GUL",
    )
    assert report.tables == {"teams": Counts(new=1), "customers": Counts(changed=1)}
    assert Customer.objects.get(pk="C1").person == "Astrid Lindgård"


def test_the_organisation_is_one_row_whatever_its_name(tmp_path: Path) -> None:
    load_tables(tmp_path, organisation="name,currency\nNorrhjul Cykel AB,SEK")
    report = load_tables(tmp_path, organisation="name\nNorrhjul Group")
    assert report.changes == [
        LoadedChange("organisation", "", "name", "Norrhjul Cykel AB", "Norrhjul Group")
    ]
    assert Organisation.objects.get().name == "Norrhjul Group"


def test_natural_keys_are_found_again(tmp_path: Path) -> None:
    load_tables(tmp_path, **THREE_TABLES)
    plan = "customer,service,year,units\nC1,S1,2026,41\nC1,S1,2027,50"
    report = load_tables(tmp_path, planned_consumption=plan)
    assert report.tables["planned_consumption"] == Counts(new=1, changed=1)
    assert report.changes[0].key == "C1 S1 2026"
    assert PlannedConsumption.objects.count() == 3


def test_lists_of_ids_are_compared_as_lists(tmp_path: Path) -> None:
    packages = "id,name,services\nP1,Office,S1 S2\nP2,Nothing,-"
    load_tables(tmp_path, services=THREE_TABLES["services"], packages=packages)
    assert load_tables(tmp_path, packages=packages).tables["packages"] == Counts(unchanged=2)
    assert Package.objects.get(pk="P1").services == ["S1", "S2"]
    assert Package.objects.get(pk="P2").services == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_survive_however_the_file_is_encoded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "customers.csv").write_bytes("id,person\nC1,Päivi Åhman\n".encode(encoding))
    assert load(tmp_path, viewer=EBBA).loaded
    assert Customer.objects.get().person == "Päivi Åhman"


def test_headings_may_be_written_as_people_write_them(tmp_path: Path) -> None:
    report = load_tables(tmp_path, services="ID,Name EN\nS1,Web shop")
    assert report.loaded
    assert Service.objects.get().name_en == "Web shop"


def test_progress_is_told_table_by_table(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    load_tables(tmp_path, {"on_progress": lambda *told: seen.append(told)}, **THREE_TABLES)
    assert seen == [("customers", 2, 2), ("services", 2, 2), ("planned_consumption", 2, 2)]


def test_queries_do_not_grow_with_the_rows(
    tmp_path: Path, django_assert_max_num_queries: object
) -> None:
    few = "\n".join(["id,owner", *(f"S{number},Noor" for number in range(3))])
    many = "\n".join(["id,owner", *(f"S{number},Noor" for number in range(900))])
    folders = [
        write_tables(tmp_path / name, services=text)
        for name, text in [("few", few), ("many", many)]
    ]
    counts = []
    for folder in folders:
        with django_assert_max_num_queries(50) as queries:  # type: ignore[operator]
            load(folder, viewer=EBBA, is_dry_run=True)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def rows_in(file: Path) -> int:
    with file.open(encoding="utf-8", newline="") as text:
        return sum(1 for _ in csv.DictReader(text))


def test_the_demo_organisation_loads_whole() -> None:
    report = load_demo(EBBA)
    assert (report.loaded, report.errors, report.notices) == (True, [], [])
    with as_file(files("domestique.exchange") / "demo") as folder:
        rows = {file.stem: rows_in(file) for file in folder.glob("*.csv")}
    assert {name: counts.new for name, counts in report.tables.items()} == rows


def test_the_demo_organisation_loaded_twice_changes_nothing() -> None:
    first = load_demo(EBBA)
    again = load_demo(EBBA)
    assert again.loaded
    assert again.tables == {
        name: Counts(unchanged=counts.new) for name, counts in first.tables.items()
    }
