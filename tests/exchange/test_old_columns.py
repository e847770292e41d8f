"""Columns that tables had once are still read: what suppliers promise becomes contracts, and is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.notice import notice_state
from domestique.agreements.queries import chain_of_services, contracts_to_end
from domestique.exchange.loading import load
from domestique.portfolio.models import SupplierContract
from domestique.portfolio.queries import carriers
from domestique.records.viewer import Viewer
from given_tables import load_tables, told, write_tables

pytestmark = pytest.mark.django_db
EBBA = Viewer("Ebba Nyström")
DAY = date(2026, 11, 21)
SERVICES = "id,supplier,availability_target\nS1,V1,99.9\nS2,V1,99.9\nS3,V2,\nS4,,"
SUPPLIERS = """
    id,name,services,availability,contract_ends,notice_months
    V1,Nordkärna,S1,99.5,2027-12-31,6
    V2,Fabrikslogik,,,,
"""
UNCOVERED = "have a supplier none of whose contracts carries them; contracts without level or end were made for them"
GAPS = "S01 99.8>99.7 S02 99.8>99.5 S07 99.5>99.0 T01 99.9>99.5 T02 99.9>99.7 T04 99.8>99.5 T05 99.9>99.5"
WANTED = "id,supplier,availability_target\nS1,V1,99.9\nS2,V2,99.9\nS3,,\nS4,,"


def contracts() -> dict[str, tuple[object, ...]]:
    rows = SupplierContract.objects.values_list(
        "id", "supplier_id", "services", "availability", "ends", "notice_months"
    )
    return {id_: tuple(said) for id_, *said in rows}


def test_a_suppliers_terms_are_her_contract_and_what_they_do_not_cover_is_one_without_level(
    tmp_path,
):
    report = load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    assert report.loaded
    assert contracts() == {
        "V1-0": ("V1", ["S2"], None, None, None),
        "V1-1": ("V1", ["S1"], Decimal("99.5"), date(2027, 12, 31), 6),
        "V2-0": ("V2", ["S3"], None, None, None),
    }
    assert [str(one) for one in report.notices] == [
        "What a contract promises stands in supplier_contracts now; 1 was made from the old columns of suppliers: V1-1.",
        f"2 services {UNCOVERED}: S2 (V1-0), S3 (V2-0).",
    ]


def test_only_a_level_makes_a_gap(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    outside = chain_of_services(EBBA, DAY)[-1]
    assert [(one.service, one.on) for one in outside.gaps] == [("S1", ("V1-1",))]


def test_the_same_tables_again_change_nothing_and_tell_nothing(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    report = load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    assert (report.changes, report.notices) == ([], [])
    assert {name: one.changed + one.new for name, one in report.tables.items()} == {
        "suppliers": 0,
        "services": 0,
        "supplier_contracts": 0,
    }


def test_a_service_that_names_somebody_else_leaves_the_contract_its_old_column_made(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    load_tables(tmp_path, services=WANTED)
    found = contracts()
    assert (found["V1-0"][1], found["V2-0"][1], found["V1-1"][1]) == ([], ["S2"], ["S1"])


def test_a_contract_somebody_has_given_a_level_stays_as_she_wrote_it(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS, services=SERVICES)
    load_tables(tmp_path, supplier_contracts="id,availability\nV1-0,99")
    load_tables(tmp_path, services=WANTED)
    assert contracts()["V1-0"][1:3] == (["S2"], Decimal(99))


def test_contracts_that_are_written_as_such_go_before_old_columns(tmp_path):
    report = load_tables(
        tmp_path,
        suppliers=SUPPLIERS,
        services=SERVICES,
        supplier_contracts="id,supplier,services,availability\nV1-1,V1,S1 S2,99.9\nK7,V2,S3,",
    )
    assert (report.loaded, report.notices) == (True, [])
    assert {id_: said[1] for id_, said in contracts().items()} == {
        "V1-1": ["S1", "S2"],
        "K7": ["S3"],
    }


def test_two_suppliers_of_one_service_are_both_told(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS, services="id,supplier\nS1,V2")
    names = [one.name for one in carriers(EBBA).of("S1", DAY)]
    assert names == ["Nordkärna", "Fabrikslogik"]


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        ({"suppliers": "id,name,contract_ends\nV1,N,soon"}, ("suppliers.csv", 2, "contract_ends")),
        ({"suppliers": "id,name,services\nV1,N,S9", "services": "id\nS1"}, ("suppliers.csv", 2, "services")),
        ({"services": "id,supplier\nS1,V 9"}, ("services.csv", 2, "supplier")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is_written(tmp_path, tables, where):
    report = load_tables(tmp_path, **tables)
    assert [(file, row, column) for file, row, column, _ in told(report)] == [where]
    assert {f"{one.table}.csv" for one in report.errors} == {where[0]}


def test_a_mapping_may_fill_an_old_column(tmp_path):
    folder = write_tables(tmp_path / "theirs", apps="app,vendor\nS1,V1\nS2,V1")
    mapping = tmp_path / "map.toml"
    mapping.write_text(
        '[[table]]\nfill = "services"\nfrom = "apps"\n[table.columns]\nid = "app"\nsupplier = "vendor"\n'
    )
    assert load(folder, viewer=EBBA, mapping=mapping).loaded
    assert contracts() == {"V1-0": ("V1", ["S1", "S2"], None, None, None)}


def test_terms_that_are_cleared_are_cleared_in_the_contract(tmp_path):
    load_tables(tmp_path, suppliers=SUPPLIERS)
    load_tables(tmp_path, suppliers="id,name,services,availability\nV1,Nordkärna,,")
    assert contracts()["V1-1"] == ("V1", [], None, date(2027, 12, 31), 6)


def test_the_demo_as_it_was_given_has_the_gaps_and_notice_dates_it_must_have(shared):
    report = load(shared / "demo", viewer=EBBA)
    assert report.loaded
    assert [str(one).rsplit(": ")[-1] for one in report.notices if "(V01-0)" in str(one)] == [
        "S06 (V01-0)."
    ]
    assert len(contracts()) == 13
    gaps = chain_of_services(EBBA, DAY)[-1].gaps
    assert (
        " ".join(f"{one.service} {one.promise}>{float(one.carried or 0)}" for one in gaps) == GAPS
    )
    notices = [notice_state(one, DAY) for one in contracts_to_end(EBBA, DAY)]
    assert [(one.name, str(one.on)) for one in notices if one.state in ("passed", "due")] == [
        ("Fabrikslogik Oy", "2026-09-30"),
        ("Kassaspets Oy", "2026-12-31"),
        ("Medarbetarmoln AS", "2026-12-31"),
        ("Fjordtelefoni AS", "2026-10-31"),
        ("Lagringshuset AB", "2026-12-31"),
    ]
