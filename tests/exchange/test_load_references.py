"""References to tables that have not come yet are kept, told of, and checked when they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from domestique.portfolio.models import Package, SupplierContract
from given_tables import load_tables, told

pytestmark = pytest.mark.django_db


def test_reference_to_a_table_not_loaded_yet_is_kept_with_a_notice(tmp_path: Path) -> None:
    report = load_tables(tmp_path, services="id,supplier\nS1,V01\nS2,V02\nS3,")
    assert report.loaded
    assert str(report.notices[-1]) == (
        "suppliers is not loaded yet: 2 references from supplier_contracts.supplier are kept and will be checked "
        "when it is."
    )
    assert SupplierContract.objects.get(services=["S1"]).supplier_id == "V01"


def test_what_was_kept_is_checked_when_its_table_comes(tmp_path: Path) -> None:
    load_tables(tmp_path, services="id,supplier\nS1,V01\nS2,V02\nS3,V03")
    report = load_tables(tmp_path, suppliers="id,name\nV01,Nordkärna\n")
    assert report.loaded
    assert [str(notice) for notice in report.notices] == [
        "suppliers has come, and 2 ids that supplier_contracts.supplier refers to are not in it: V02, V03."
    ]


def test_what_comes_right_in_the_same_load_is_not_told(tmp_path: Path) -> None:
    load_tables(tmp_path, services="id,supplier\nS1,V02")
    report = load_tables(
        tmp_path,
        suppliers="id,name\nV01,Nordkärna",
        supplier_contracts="id,supplier\nV02-0,V01",
    )
    assert (report.loaded, report.notices) == (True, [])


def test_once_its_table_has_rows_a_dangling_id_is_an_error(tmp_path: Path) -> None:
    load_tables(tmp_path, services="id,supplier\nS1,V02", suppliers="id,name\nV02,Fabrikslogik")
    report = load_tables(tmp_path, services="id,supplier\nS2,v02")
    assert told(report) == [
        ("services.csv", 2, "supplier", "There is no “v02” in suppliers; did you mean V02?")
    ]


def test_lists_of_ids_kept_earlier_are_checked_too(tmp_path: Path) -> None:
    load_tables(tmp_path, packages="id,name,services\nP1,Office,S1 S7\nP2,Store,S8")
    report = load_tables(tmp_path, services="id\nS1")
    assert [str(notice) for notice in report.notices] == [
        "services has come, and 2 ids that packages.services refers to are not in it: S7, S8."
    ]


def test_an_id_that_stands_twice_in_a_list_is_kept_once_and_told(tmp_path: Path) -> None:
    report = load_tables(
        tmp_path,
        services="id\nS1\nS2",
        packages="id,name,services\nP1,Office,S1 S2 S1\nP2,Store,S2 S2",
    )
    assert [str(notice) for notice in report.notices] == [
        "2 ids stand twice in a list of packages.csv, services, and are kept once: S1 (2), S2 (3)."
    ]
    assert Package.objects.get(pk="P1").services == ["S1", "S2"]


def test_a_list_that_names_what_is_not_there_is_refused(tmp_path: Path) -> None:
    report = load_tables(tmp_path, services="id\nS1", packages="id,name,services\nP1,Office,S1 S9")
    assert [(file, row, column) for file, row, column, _ in told(report)] == [
        ("packages.csv", 2, "services")
    ]


def test_calendars_named_by_service_hours_may_come_later(tmp_path: Path) -> None:
    first = load_tables(tmp_path, services="id,service_hours\nS1,race days 06-22\nS2,24x7")
    then = load_tables(tmp_path, calendar_days="calendar,date\nshop days,2026-11-27")
    assert [str(notice) for notice in first.notices + then.notices] == [
        "calendar_days is not loaded yet: 1 reference from services.service_hours is kept and will be checked when it is.",
        "calendar_days has come, and 1 id that services.service_hours refers to is not in it: race days.",
    ]


def test_row_may_refer_to_another_row_of_its_own_table(tmp_path: Path) -> None:
    report = load_tables(tmp_path, units="id,name,parent\nU1,Race,U0\nU0,Norrhjul,")
    assert (report.loaded, report.notices) == (True, [])


def test_row_refused_for_something_else_does_not_make_others_dangle(tmp_path: Path) -> None:
    report = load_tables(
        tmp_path, services="id,rto_minutes\nS1,soon\nS2,", dependencies="service,needs\nS1,S2"
    )
    assert [(file, column) for file, _, column, _ in told(report)] == [
        ("services.csv", "rto_minutes")
    ]


@pytest.mark.parametrize(("missing", "ending"), [(10, "V9."), (11, "V8 ….")])
def test_ten_missing_ids_are_named_and_of_more_it_is_said(tmp_path: Path, missing, ending) -> None:
    rows = "\n".join(f"S{number},V{number}" for number in range(1, missing + 1))
    load_tables(tmp_path, services=f"id,supplier\n{rows}")
    (notice,) = load_tables(tmp_path, suppliers="id,name\nX01,Other").notices
    assert str(notice)[-len(ending) - 2 :] == f", {ending}"
    assert f"{missing} ids" in str(notice)
