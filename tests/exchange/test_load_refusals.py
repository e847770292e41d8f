"""What a load refuses: every error at once, each with its place and what would be right."""

# ruff: noqa: E501 - each sentence stands whole on one line, beside what it is about

from __future__ import annotations

from pathlib import Path

import pytest

from domestique.exchange.loading import load
from domestique.exchange.nearest import nearest
from domestique.exchange.report import Counts, total_of
from domestique.portfolio.models import Service
from given_tables import EBBA, load_tables, told, write_tables

pytestmark = pytest.mark.django_db

SERVICES = "id,kind\nS1,customer-facing\nS2,supporting\nS3,supporting"

REFUSALS = [
    pytest.param(
        {"services": "id,naem_en\nS1,Web shop"},
        ("services.csv", 1, "naem_en", "There is no column “naem_en” in services; did you mean name_en?"),
        id="unknown column",
    ),
    pytest.param(
        {"goals": "id,customer,goal,colour\nG1,C1,Win,red", "customers": "id\nC1"},
        ("goals.csv", 1, "colour", "There is no column “colour” in goals; its columns are id, customer, goal."),
        id="unknown column like no other",
    ),
    pytest.param(
        {"services": "id,owner,Owner\nS1,Noor,Mats"},
        ("services.csv", 1, "Owner", "“owner” and “Owner” are both the column owner; leave one of them."),
        id="column twice in other letters",
    ),
    pytest.param(
        {"dependencies": "service,kind\nS1,hard"},
        ("dependencies.csv", 1, "needs", "The column “needs” is missing; every row needs it."),
        id="missing key column",
    ),
    pytest.param(
        {"units": "id,head\nU1,Astrid"},
        ("units.csv", 1, "name", "The column “name” is missing; the new rows need it, the first of them in row 2."),
        id="missing column of new rows",
    ),
    pytest.param(
        {"servces": "id\nS1"},
        ("servces.csv", None, None, "There is no table “servces”; did you mean services?"),
        id="unknown table",
    ),
    pytest.param(
        {"services": "id\nS1\nS2\nS1"},
        ("services.csv", 4, "id", "“S1” stands already in row 2 of services.csv; each row of services needs its own id."),
        id="key twice",
    ),
    pytest.param(
        {"services": SERVICES, "dependencies": "service,needs,kind\nS1,S2,hard\nS1,S2,soft"},
        ("dependencies.csv", 3, "service", "“S1 S2” stands already in row 2 of dependencies.csv; each row of dependencies needs its own service + needs."),
        id="natural key twice",
    ),
    pytest.param(
        {"organisation": "name\nNorrhjul\nSörhjul"},
        ("organisation.csv", 3, "name", "The table organisation has one row, and row 2 of organisation.csv is it already; take one of them away."),
        id="two organisations",
    ),
    pytest.param(
        {"services": SERVICES, "dependencies": "service,needs\nS1,S22"},
        ("dependencies.csv", 2, "needs", "There is no “S22” in services; did you mean S2?"),
        id="dangling link",
    ),
    pytest.param(
        {"services": SERVICES, "packages": "id,name,services\nP1,Office,S1 X-ray"},
        ("packages.csv", 2, "services", "There is no “X-ray” in services; write an id that is there, or add it there."),
        id="dangling link in a list",
    ),
    pytest.param(
        {"calendar_days": "calendar,date\nrace days,2026-05-08", "services": "id,service_hours\nS1,race day 06-22"},
        ("services.csv", 2, "service_hours", "There is no “race day” in calendar_days; did you mean race days?"),
        id="unknown calendar",
    ),
    pytest.param(
        {"services": SERVICES, "dependencies": "service,needs,kind\nS2,S2,soft"},
        ("dependencies.csv", 2, "needs", "S2 needs itself; name another service, or take the row away."),
        id="needs itself",
    ),
    pytest.param(
        {"services": SERVICES, "dependencies": "service,needs,kind\nS1,S2,hard\nS2,S3,hard\nS3,S1,hard\nS2,S1,soft"},
        ("dependencies.csv", 4, "needs", "These services need each other hard, so none can start first: S1 → S2 → S3 → S1; make one of these needs soft."),
        id="cycle of hard needs",
    ),
    pytest.param(
        {"units": "id,name,parent\nU1,Race,U2\nU2,City,U1\nU3,Wheels,U1"},
        ("units.csv", 3, "parent", "These units lie within each other in a circle: U1 → U2 → U1; give one of them another parent, or none."),
        id="circle of units",
    ),
    pytest.param(
        {"units": "id,name,budget,it_budget\nU1,Race,100,100.01"},
        ("units.csv", 2, "budget", "“it_budget” (100.01) is more than “budget” (100), which it is a part of."),
        id="IT budget above budget",
    ),
    pytest.param(
        {"units": "id,name,budget,it_budget\nU1,Race,0,5"},
        ("units.csv", 2, "budget", "“it_budget” (5) is more than “budget” (0), which it is a part of."),
        id="IT budget of no budget",
    ),
    pytest.param(
        {"services": SERVICES, "outages": "id,service,starts,ends\nI1,S1,2026-10-06 09:25,2026-10-06 08:10"},
        ("outages.csv", 2, "ends", "“ends” (2026-10-06 08:10) is before “starts” (2026-10-06 09:25); it must not be earlier."),
        id="ends before it starts",
    ),
    pytest.param(
        {"customers": "id\nC1", "agreements": "id,customer,from,to\nA1,C1,2026-01-01,2025-12-31"},
        ("agreements.csv", 2, "to", "“to” (2025-12-31) is before “from” (2026-01-01); it must not be earlier."),
        id="agreement ends before it starts",
    ),
    pytest.param(
        {"calendar_days": "calendar,date,opens,closes\nrace days,2026-05-08,22:00,06:00"},
        ("calendar_days.csv", 2, "closes", "“closes” (06:00) is before “opens” (22:00); it must not be earlier."),
        id="closes before it opens",
    ),
    pytest.param(
        {"services": SERVICES, "prices": "service,from,to,unit_price\nS1,2026-01-01,2026-12-31,5\nS1,2026-07-01,,6"},
        ("prices.csv", 3, "from", "Two prices of S1 overlap: one holds from 2026-01-01 to 2026-12-31, another from 2026-07-01; end the earlier one before the later one begins."),
        id="prices overlap",
    ),
    pytest.param(
        {"services": SERVICES, "prices": "service,from,to,unit_price\nS1,2026-01-01,2026-07-01,5\nS1,2026-07-01,,6"},
        ("prices.csv", 3, "from", "Two prices of S1 overlap: one holds from 2026-01-01 to 2026-07-01, another from 2026-07-01; end the earlier one before the later one begins."),
        id="prices that touch on one day",
    ),
    pytest.param(
        {"services": SERVICES, "cost_shares": "period,from,to,share_percent\n2026,S2,S1,70\n2026,S2,S3,30.5\n2027,S2,S1,60"},
        ("cost_shares.csv", 3, "share_percent", "The shares of S2 in 2026 come to 100.5 %; together they may be at most 100 %."),
        id="shares over 100 %",
    ),
    pytest.param(
        {"services": SERVICES, "cost_shares": "period,from,to,share_percent\n2026,S1,S2,10"},
        ("cost_shares.csv", 2, "from", "S1 is customer-facing and cannot pass cost on; make it supporting in services, or take its cost shares away."),
        id="share of a customer-facing service",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tables", "error"), REFUSALS)
def test_refusal_names_place_and_remedy(
    tmp_path: Path, tables: dict[str, str], error: tuple[str, int | None, str | None, str]
) -> None:
    report = load_tables(tmp_path, **tables)
    assert told(report) == [error]
    assert not report.loaded
    assert Service.objects.count() == 0


@pytest.mark.parametrize(
    "tables",
    [
        {"customers": "id\nC1", "agreements": "id,customer,from,to\nA1,C1,2026-01-01,2026-01-01"},
        {"prices": "service,from,to,unit_price\nS1,2026-01-01,2026-01-01,5\nS1,2026-01-02,,6"},
        {"calendar_days": "calendar,date,opens,closes\nrace days,2026-05-08,06:00,06:00"},
        {"outages": "id,service,starts,ends\nI1,S1,2026-10-06 08:10,2026-10-06 08:10"},
        {"units": "id,name,budget,it_budget\nU1,Race,100,100"},
        {"cost_shares": "period,from,to,share_percent\n2026,S2,S1,69.5\n2026,S2,S3,30.5"},
    ],
    ids=["agreement", "prices", "opening", "outage", "budget", "shares"],
)
def test_what_just_fits_is_loaded(tmp_path: Path, tables: dict[str, str]) -> None:
    report = load_tables(tmp_path, **({"services": SERVICES} | tables))
    assert told(report) == []
    assert report.loaded


def test_all_errors_come_at_once_and_nothing_is_loaded(tmp_path: Path) -> None:
    report = load_tables(
        tmp_path,
        customers="id,accepted_on\nC1,31/12/2026\nC2,2026-12-31",
        services='id,rto_minutes,availability_target,state\nS1,soon,99.8,live\nS2,60,"99,8",liv',
        planned_consumption="customer,service,year,units\nC9,S1,26,1",
    )
    assert [(file, row, column) for file, row, column, _ in told(report)] == [
        ("customers.csv", 2, "accepted_on"),
        ("planned_consumption.csv", 2, "year"),
        ("planned_consumption.csv", 2, "customer"),
        ("services.csv", 2, "rto_minutes"),
        ("services.csv", 3, "availability_target"),
        ("services.csv", 3, "state"),
    ]
    assert [error.value for error in report.errors] == [
        "31/12/2026",
        "26",
        "C9",
        "soon",
        "99,8",
        "liv",
    ]
    assert report.tables["customers"] == Counts(new=1, refused=1)
    assert report.tables["services"] == Counts(refused=2)
    assert Service.objects.count() == 0


def test_cycle_closed_by_what_stands_already_is_found(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES, dependencies="service,needs\nS1,S2\nS2,S3")
    report = load_tables(tmp_path, dependencies="service,needs\nS3,S1")
    assert [(row, column) for _, row, column, _ in told(report)] == [(2, "needs")]
    assert "S1 → S2 → S3 → S1" in told(report)[0][3]


def test_cycle_opened_in_the_same_load_is_none(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES, dependencies="service,needs\nS1,S2\nS2,S3")
    report = load_tables(tmp_path, dependencies="service,needs,kind\nS3,S1,hard\nS2,S3,soft")
    assert report.loaded


def test_shares_are_added_to_those_that_stand(tmp_path: Path) -> None:
    shares = "period,from,to,share_percent\n2026,S2,{to},{percent}"
    load_tables(tmp_path, services=SERVICES, cost_shares=shares.format(to="S1", percent=60))
    refused = load_tables(tmp_path, cost_shares=shares.format(to="S3", percent=41))
    corrected = load_tables(tmp_path, cost_shares=shares.format(to="S1", percent=100))
    assert "come to 101 %" in told(refused)[0][3]
    assert corrected.loaded


def test_service_that_passes_cost_on_cannot_become_customer_facing(tmp_path: Path) -> None:
    load_tables(
        tmp_path, services=SERVICES, cost_shares="period,from,to,share_percent\n2026,S2,S1,50"
    )
    report = load_tables(tmp_path, services="id,kind\nS2,customer-facing")
    assert [(file, row, column) for file, row, column, _ in told(report)] == [
        ("services.csv", 2, "kind")
    ]


def test_end_is_compared_with_the_start_that_stands(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES, outages="id,service,starts\nI1,S1,2026-10-06 08:10")
    report = load_tables(tmp_path, outages="id,service,starts,ends\nI1,S1,2026-10-06 08:10,")
    late = load_tables(tmp_path, prices="service,from,unit_price,to\nS1,2026-01-01,5,2026-12-31")
    assert report.loaded
    assert late.loaded
    refused = load_tables(
        tmp_path, agreements="id,customer,to\nA1,C1,2026-01-01", customers="id\nC1"
    )
    assert refused.loaded
    assert not load_tables(tmp_path, agreements="id,customer,from\nA1,C1,2026-01-02").loaded


@pytest.mark.parametrize("name", ["nowhere", "letter.pdf", "empty"])
def test_what_holds_no_tables_is_an_error_and_no_exception(tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    report = load(tmp_path / name, viewer=EBBA)
    assert len(report.errors) == 1
    assert not report.loaded


def test_a_file_with_errors_does_not_hide_those_of_another(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "both", services="id\nS 1", customers="id\nC 1")
    assert [error.file for error in load(folder, viewer=EBBA).errors] == [
        "customers.csv",
        "services.csv",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("servces", "services"), ("SERVICES", "services"), ("xyzzy", ""), ("", "")],
)
def test_the_nearest_word_is_meant_or_none(written: str, meant: str) -> None:
    assert nearest(written, ["services", "units"]) == meant


def test_counts_of_tables_are_added_up_each_for_itself() -> None:
    assert total_of([Counts(1, 2, 3, 4), Counts(10, 20, 30, 40)]) == Counts(11, 22, 33, 44)
    assert total_of([Counts()]) == Counts(0, 0, 0, 0)


def test_a_price_of_another_service_overlaps_nothing(tmp_path: Path) -> None:
    prices = (
        "service,from,to,unit_price\nS1,2026-01-01,2026-12-31,5\nS2,2026-07-01,,6\nS1,2027-01-01,,6"
    )
    assert told(load_tables(tmp_path, services=SERVICES, prices=prices)) == []


def test_a_price_that_stands_is_ended_before_the_next_begins(tmp_path: Path) -> None:
    load_tables(
        tmp_path, services=SERVICES, prices="service,from,to,unit_price\nS1,2026-01-01,2026-12-31,5"
    )
    late = load_tables(tmp_path, prices="service,from,to,unit_price\nS1,2026-12-31,,6")
    assert [(row, column) for _, row, column, _ in told(late)] == [(2, "from")]
    early = load_tables(tmp_path, prices="service,from,to,unit_price\nS1,2025-01-01,2026-01-01,4")
    assert [(row, column) for _, row, column, _ in told(early)] == [(2, "to")]
    assert told(load_tables(tmp_path, prices="service,from,to,unit_price\nS1,2027-01-01,,6")) == []


def test_a_service_that_passes_cost_on_is_not_made_customer_facing(tmp_path: Path) -> None:
    load_tables(
        tmp_path, services=SERVICES, cost_shares="period,from,to,share_percent\n2026,S2,S1,10"
    )
    ((_, row, column, why),) = told(load_tables(tmp_path, services="id,kind\nS2,customer-facing"))
    assert (row, column) == (2, "kind")
    assert "S2 is customer-facing and cannot pass cost on" in why
    assert told(load_tables(tmp_path, services="id,kind\nS3,customer-facing")) == []


def test_shares_that_stand_count_with_those_that_come(tmp_path: Path) -> None:
    load_tables(
        tmp_path, services=SERVICES, cost_shares="period,from,to,share_percent\n2026,S2,S1,70"
    )
    more = load_tables(tmp_path, cost_shares="period,from,to,share_percent\n2026,S2,S3,30.5")
    assert [(row, column) for _, row, column, _ in told(more)] == [(2, "share_percent")]
    other = load_tables(tmp_path, cost_shares="period,from,to,share_percent\n2027,S2,S3,30.5")
    assert told(other) == []
