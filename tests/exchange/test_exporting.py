"""Everything written back: what stands in the files, for whom, and what is refused."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from domestique.agreements.models import Agreement, AgreementLine
from domestique.costing.models import Price
from domestique.delivery.models import Outage
from domestique.exchange.export.exporting import export
from domestique.exchange.files.file_errors import (
    TargetNeitherFolderNorWorkbook,
    TargetNotWritable,
    TextTooLongForWorkbook,
)
from domestique.parties.models import Customer, CustomerTeam
from domestique.portfolio.models import Goal, Package, Service
from domestique.records.tables import TABLES
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.django_db
ANYONE = Viewer(person="Petri Salmela")


def exported(path: Path, table: str, viewer: Viewer = ANYONE) -> str:
    export(path / "out", viewer=viewer)
    return (path / "out" / f"{table}.csv").read_bytes().decode()


def test_decimals_are_plain_and_days_are_iso(tmp_path: Path) -> None:
    Price.objects.create(
        service_id="S12", starts=date(2026, 1, 1), ends=None, unit_price=Decimal("73.900000")
    )
    Price.objects.create(
        service_id="S01", starts=date(2026, 1, 1), ends=date(2026, 12, 31), unit_price=Decimal(40)
    )
    assert exported(tmp_path, "prices") == (
        "service,from,to,unit_price\nS01,2026-01-01,2026-12-31,40\nS12,2026-01-01,,73.9\n"
    )


def test_lists_are_joined_as_they_are_read(tmp_path: Path) -> None:
    Package.objects.create(id="P1", name="Office, all", services=["S24", "S27"], for_whom="")
    CustomerTeam.objects.create(id="GUL", name="Gul", service_owners=["Karin Öberg", "Mats Ullén"])
    assert exported(tmp_path, "packages").endswith('\nP1,"Office, all",S24 S27,\n')
    assert exported(tmp_path, "teams").endswith("\nGUL,Gul,,,Karin Öberg; Mats Ullén\n")


def test_local_times_have_seconds_only_where_there_are_any(tmp_path: Path) -> None:
    starts, ends = datetime(2026, 10, 6, 8, 10), datetime(2026, 10, 6, 9, 0, 5)  # noqa: DTZ001
    Outage.objects.create(id="I1", service_id="S24", starts=starts, ends=ends)
    assert exported(tmp_path, "outages").endswith(
        "\nI1,S24,2026-10-06 08:10,2026-10-06 09:00:05,,,,\n"
    )


def test_yes_no_and_not_known_are_told_apart(tmp_path: Path) -> None:
    for service, answer in (("S01", True), ("S02", False), ("S03", None)):
        AgreementLine.objects.create(agreement_id="A", service_id=service, value_confirmed=answer)
    lines = csv.DictReader(exported(tmp_path, "agreement_lines").splitlines())
    told = [(line["service"], line["value_confirmed"]) for line in lines]
    assert told == [("S01", "yes"), ("S02", "no"), ("S03", "")]


def test_quotes_commas_and_every_line_break_are_quoted(tmp_path: Path) -> None:
    Goal.objects.create(id="G1", customer_id="C04", goal='say "35 %",\r\nor more\rat once; =1')
    assert exported(tmp_path, "goals") == (
        'id,customer,goal\nG1,C04,"say ""35 %"",\r\nor more\rat once; =1"\n'
    )


def test_rows_stand_in_the_order_of_their_keys(tmp_path: Path) -> None:
    Service.objects.bulk_create(Service(id=key) for key in ("b", "S10", "S1", "Ö", "a", "S2"))
    keys = [line.split(",")[0] for line in exported(tmp_path, "services").splitlines()[1:]]
    assert keys == ["S1", "S10", "S2", "a", "b", "Ö"]


def test_only_tables_with_rows_are_written(tmp_path: Path) -> None:
    Goal.objects.create(id="G1", customer_id="C04", goal="more")
    report = export(tmp_path / "a" / "b", viewer=ANYONE)
    assert report == {"goals": 1}
    assert [file.name for file in (tmp_path / "a" / "b").iterdir()] == ["goals.csv"]


def test_what_a_folder_had_of_a_table_now_empty_is_not_left_there(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("id,customer,goal\nG1,C04,old\n")
    (tmp_path / "mine.csv").write_text("untouched")
    export(tmp_path, viewer=ANYONE)
    assert (tmp_path / "goals.csv").read_text() == "id,customer,goal\n"
    assert (tmp_path / "mine.csv").read_text() == "untouched"


@pytest.mark.parametrize("table", ["customers", "goals", "agreements", "agreement_lines"])
def test_customers_the_viewer_may_not_see_are_left_out(tmp_path: Path, table: str) -> None:
    for number in ("4", "5"):
        Customer.objects.create(id=f"C{number}")
        Goal.objects.create(id=f"G{number}", customer_id=f"C{number}", goal="more")
        Agreement.objects.create(id=f"A{number}", customer_id=f"C{number}")
        AgreementLine.objects.create(agreement_id=f"A{number}", service_id="S01")
    viewer = Viewer(person="Ebba Nyström", customers=frozenset({"C4"}))
    assert len(exported(tmp_path, table).splitlines()) == 3
    assert [line[1] for line in exported(tmp_path, table, viewer).splitlines()[1:]] == ["4"]


def test_more_rows_are_not_more_queries(tmp_path: Path) -> None:
    def queries_of_an_export() -> int:
        with CaptureQueriesContext(connection) as queries:
            export(tmp_path / "out.xlsx", viewer=Viewer("Ebba", frozenset({"C4"})))
        return len(queries)

    Customer.objects.create(id="C4")
    few = queries_of_an_export()
    Customer.objects.bulk_create(Customer(id=f"D{number}") for number in range(50))
    assert queries_of_an_export() == few < 1.5 * len(TABLES)


def test_a_workbook_has_typed_cells(tmp_path: Path) -> None:
    moment = datetime(2026, 10, 6, 8, 10)  # noqa: DTZ001
    Outage.objects.create(id="7", service_id="S24", starts=moment, affected_users=520, note="=1+1")
    export(tmp_path / "out.xlsx", viewer=ANYONE)
    sheet = load_workbook(tmp_path / "out.xlsx")["outages"]
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("7", "s"),
        ("S24", "s"),
        (moment, "d"),
        (None, "n"),
        (None, "n"),
        (520, "n"),
        ("=1+1", "s"),
        (None, "n"),
    ]


def test_a_workbook_offers_choices_and_the_ids_of_other_sheets(tmp_path: Path) -> None:
    Customer.objects.create(id="C04")
    Goal.objects.create(id="G1", customer_id="C04", goal="more")
    export(tmp_path / "out.xlsx", viewer=ANYONE)
    book = load_workbook(tmp_path / "out.xlsx")
    (status,) = book["customers"].data_validations.dataValidation
    (customer,) = book["goals"].data_validations.dataValidation
    assert (str(status.sqref), status.formula1) == (
        "E2:E1002",
        '"suggested,identified,accepted,stepped down"',
    )
    assert (str(customer.sqref), customer.formula1) == ("B2:B1002", "'customers'!$A$2:$A$1002")


def test_a_workbook_is_easy_on_the_eye(tmp_path: Path) -> None:
    Goal.objects.create(id="G1", customer_id="C04", goal="x" * 500)
    export(tmp_path / "out.xlsx", viewer=ANYONE)
    sheet = load_workbook(tmp_path / "out.xlsx")["goals"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C2")
    assert sheet["A1"].font.bold
    assert sheet["C1"].comment is not None
    assert sheet["C1"].comment.text.startswith("The result she wants.")
    assert sheet.column_dimensions["C"].width < 65
    book = load_workbook(tmp_path / "out.xlsx")
    about = book["about"]
    assert book.properties.created.year == 2000  # the same always, so that files can be compared
    assert [about.column_dimensions[letter].width > 20 for letter in "ABCE"] == [True] * 4


def test_the_sheet_about_explains_every_column(tmp_path: Path) -> None:
    Goal.objects.create(id="G1", customer_id="C04", goal="more")
    export(tmp_path / "out.xlsx", viewer=ANYONE)
    book = load_workbook(tmp_path / "out.xlsx")
    lines = list(book["about"].iter_rows(values_only=True))
    assert book.sheetnames == ["about", "goals"]
    assert ("goals", None, "Results customers want for their business.", None, None) in lines
    assert (
        "goals",
        "customer",
        "The customer whose goal it is.",
        "yes",
        "An id from customers.",
    ) in lines


def test_the_same_tables_are_the_same_bytes(tmp_path: Path) -> None:
    Goal.objects.create(id="G1", customer_id="C04", goal="more")
    export(tmp_path / "a.xlsx", viewer=ANYONE)
    export(tmp_path / "b.xlsx", viewer=ANYONE)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_text_no_cell_can_hold_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    target.write_text("old")
    Goal.objects.create(id="G1", customer_id="C04", goal="x" * 32_768)
    with pytest.raises(
        TextTooLongForWorkbook, match="goal of G1 in goals is longer than the 32767"
    ):
        export(target, viewer=ANYONE)
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]
    assert target.read_text() == "old"


@pytest.mark.parametrize("name", ["out.ods", "taken", "folder.xlsx"])
def test_a_target_that_is_neither_folder_nor_workbook_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").write_text("a file")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(TargetNeitherFolderNorWorkbook, match=r"ends with \.xlsx"):
        export(tmp_path / name, viewer=ANYONE)


@pytest.mark.parametrize("name", ["file/out.xlsx", "file/out"])
def test_a_target_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    Goal.objects.create(id="G1", customer_id="C04", goal="more")
    with pytest.raises(TargetNotWritable, match="cannot be written"):
        export(tmp_path / name, viewer=ANYONE)
