"""Someone else's sheets as our tables: what a mapping can say, and what is said where it cannot."""

# ruff: noqa: E501 - each sentence stands whole on one line, beside the mapping it is about

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.exchange.loading import load
from domestique.exchange.report import Counts, LoadReport
from domestique.parties.models import Customer
from domestique.portfolio.models import Service
from given_tables import EBBA, told, write_tables

pytestmark = pytest.mark.django_db

SPACES = """
    unit,application,owner,live,kind
    Race Bikes,Frame shop,Noor,true,app
    Race Bikes,Frame shop,Mats,false,app
    Retail,Checkout,,true,app
    Retail,,Karin,true,job
    """


def load_mapped(folder: Path, mapping: str, **sheets: str) -> LoadReport:
    """Write their sheets and a mapping, and load the one by the other."""
    write_tables(folder / "theirs", **(sheets or {"spaces": SPACES}))
    (folder / "ours.toml").write_text(mapping, encoding="utf-8")
    return load(folder / "theirs", viewer=EBBA, mapping=folder / "ours.toml")


def test_columns_fixed_values_and_words_become_ours(tmp_path: Path) -> None:
    mapping = """
        [[table]]
        fill = "services"
        from = "spaces"
        where = { live = "true" }
        skip_empty = true
        [table.columns]
        id = "application"
        owner = "owner"
        kind = "kind"
        [table.fixed]
        state = "building"
        rto_minutes = 240
        [table.words.kind]
        APP = "customer-facing"
        "*" = "supporting"
        """
    report = load_mapped(tmp_path, mapping)
    assert report.tables == {"services": Counts(new=2)}
    assert [str(notice) for notice in report.notices] == [
        "1 row of spaces.csv has no application and was left out of services.",
        "1 new person, who has no rights by being named: Noor.",
    ]
    service = Service.objects.get(pk="Frame-shop")
    assert (service.owner, service.kind, service.state) == ("Noor", "customer-facing", "building")
    assert service.rto_minutes == 240


def test_one_sheet_feeds_several_tables_and_rows_are_counted(tmp_path: Path) -> None:
    mapping = """
        [[table]]
        fill = "customers"
        from = "spaces"
        unique = true
        columns = { id = "unit" }
        [[table]]
        fill = "planned_consumption"
        from = "spaces"
        count = "units"
        skip_empty = true
        columns = { customer = "unit", service = "application" }
        fixed = { year = 2026 }
        """
    report = load_mapped(tmp_path, mapping)
    assert report.tables["customers"] == Counts(new=2)
    assert sorted(Customer.objects.values_list("pk", flat=True)) == ["Race-Bikes", "Retail"]
    assert PlannedConsumption.objects.get(service="Frame-shop").units == Decimal(2)
    assert load_mapped(tmp_path, mapping).tables["customers"] == Counts(unchanged=2)


def test_text_is_made_of_several_of_their_columns(tmp_path: Path) -> None:
    mapping = """
        [[table]]
        fill = "services"
        from = "spaces"
        skip_empty = false
        unique = true
        made = { id = "{unit}/{application}", name_en = "{application} for {unit}" }
        """
    load_mapped(tmp_path, mapping)
    assert Service.objects.get(pk="Retail/Checkout").name_en == "Checkout for Retail"


def test_error_keeps_their_row_and_their_column(tmp_path: Path) -> None:
    mapping = """
        [[table]]
        fill = "services"
        from = "spaces"
        columns = { id = "application", impact_level = "live" }
        """
    report = load_mapped(tmp_path, mapping)
    assert ("spaces.csv", 3, "live") in [error[:3] for error in told(report)]
    assert ("spaces.csv", 5, "application", "The cell is empty; every row needs “id”.") in told(
        report
    )


def test_sheets_the_mapping_does_not_mention_are_told_of(tmp_path: Path) -> None:
    mapping = '[[table]]\nfill = "services"\nfrom = "apps"\ncolumns = { id = "app" }'
    report = load_mapped(tmp_path, mapping, apps="app\nA1", people="name\nNoor")
    assert report.loaded
    assert [str(notice) for notice in report.notices] == [
        "The mapping does not mention these sheets, so they were left out: people."
    ]


def test_key_in_two_of_their_sheets_names_both(tmp_path: Path) -> None:
    mapping = "\n".join(
        f"[[table]]\nfill = 'services'\nfrom = '{sheet}'\ncolumns = {{ id = 'app' }}"
        for sheet in ("old", "new")
    )
    report = load_mapped(tmp_path, mapping, old="app\nA1", new="app\nA2\nA1")
    assert told(report) == [
        (
            "new.csv",
            3,
            "app",
            "“A1” stands already in row 2 of old.csv; each row of services needs its own id.",
        )
    ]


TABLE = '[[table]]\nfill = "services"\nfrom = "spaces"\n'


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ("= 1", "The mapping file is not TOML as it should be: Invalid statement (at line 1, column 1)."),
        ("", "The mapping file must consist of one [[table]] or more, each with fill = our table and from = their sheet."),
        ("[table]\nfill = 'services'", "The mapping file must consist of one [[table]] or more, each with fill = our table and from = their sheet."),
        ("[[table]]\nfill = 'services'", "A [[table]] lacks “from”; it needs both fill and from."),
        ("[[table]]\nfill = 'sevices'\nfrom = 'spaces'", "There is no table “sevices”; did you mean services?"),
        ("[[table]]\nfill = 'services'\nfrom = 'space'\ncolumns = { id = 'unit' }", "There is no sheet “space”; did you mean spaces?"),
        ("[[table]]\nfill = 'services'\nfrom = 'repos'\ncolumns = { id = 'unit' }", "There is no sheet “repos”; there are spaces."),
        (TABLE + "column = { id = 'unit' }", "There is no “column” in a mapping; did you mean columns?"),
        (TABLE + "columns = { id = 1 }", "“columns” does not hold what it should; see the example files."),
        (TABLE + "columns = { id = 'aplication' }", "There is no column “aplication” in spaces.csv; did you mean application?"),
        (TABLE + "columns = { id = 'colour' }", "There is no column “colour” in spaces.csv; its columns are unit, application, owner, live, kind."),
        (TABLE + "columns = { id = 'unit', ownr = 'owner' }", "There is no column “ownr” in services; did you mean owner?"),
        (TABLE + "columns = { id = 'unit' }\nfixed = { id = 'S1' }", "“id” is filled in two ways; leave one of them."),
        (TABLE + "columns = { owner = 'owner' }", "The column “id” is missing; every row needs it."),
        (TABLE + "columns = { id = 'unit' }\nfixed = { state = 'alive' }", "“alive” is not one of idea, defined, building, live, retiring, retired; did you mean live?"),
        (TABLE + "made = { id = '{unit' }", "The braces in “{unit” do not match; write {column}."),
        (TABLE + "columns = { id = 'unit' }\nwhere = { lives = 'true' }", "There is no column “lives” in spaces.csv; did you mean live?"),
    ],
)  # fmt: skip
def test_mistake_in_the_mapping_is_told_with_the_mapping_file(
    tmp_path: Path, mapping: str, sentence: str
) -> None:
    report = load_mapped(tmp_path, mapping)
    assert [(file, reason) for file, _, _, reason in told(report)] == [("ours.toml", sentence)]
    assert not report.loaded


def test_mapping_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    write_tables(tmp_path / "theirs", spaces=SPACES)
    report = load(tmp_path / "theirs", viewer=EBBA, mapping=tmp_path / "none.toml")
    assert told(report) == [
        ("none.toml", None, None, "The mapping file cannot be read; give a TOML file in UTF-8.")
    ]
