"""Which loads there were and what each changed: kept with the load or not at all, told by the histories."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.exchange import loading
from domestique.exchange.choices import LoadSource
from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load, load_sheets
from domestique.exchange.loads import changes_of_run, runs_visible_to
from domestique.exchange.models import LoadRun
from domestique.exchange.report import Counts, LoadedChange
from domestique.portfolio.models import Service
from domestique.records.memory.freshness import newest_changes
from domestique.records.viewer import Viewer
from given_tables import EBBA, load_tables, write_tables

pytestmark = pytest.mark.django_db

SERVICES = "id,name_en,owner\nS1,Web shop,Noor Rahimi\nS2,Payroll,Mats Ullén"


def test_load_is_kept_with_who_what_and_how_much(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "october", services=SERVICES)
    report = load(folder, viewer=EBBA, source=LoadSource.COMMAND_LINE)
    run = LoadRun.objects.get()
    assert (report.run, run.person, run.source) == (run.pk, "Ebba Nyström", "command line")
    assert (run.files, run.counted) == (["october"], {"services": Counts(new=2)})


def test_its_moment_is_that_of_the_histories(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    assert {entry.history_date for entry in Service.history.all()} == {LoadRun.objects.get().at}


def test_load_that_changes_nothing_is_kept_too(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    load_tables(tmp_path, services=SERVICES)
    last = runs_visible_to(EBBA)[0]
    assert (LoadRun.objects.count(), last.changes, last.total) == (2, 0, Counts(unchanged=2))
    assert changes_of_run(last) == []


def test_dry_run_refused_load_and_typed_rows_are_not_kept(tmp_path: Path) -> None:
    load_tables(tmp_path, {"is_dry_run": True}, services=SERVICES)
    load_tables(tmp_path, services="id,name_en\nS 1,Web shop")
    typed = load_sheets([Sheet("form", "services", ("id",), [(2, ["S9"])])], Request(EBBA))
    assert typed.loaded
    assert LoadRun.objects.count() == 0


def test_load_that_fails_half_way_is_not_kept(tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(loading, "enter_run", fail)
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        load_tables(tmp_path, services=SERVICES)
    assert (Service.objects.count(), LoadRun.objects.count()) == (0, 0)


def test_run_tells_new_rows_and_each_change_from_what_to_what(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    load_tables(tmp_path, services="id,owner\nS1,Gustav Hjort\nS3,Mats Ullén")
    load_tables(tmp_path, services="id,owner\nS1,Ilmari Vesterinen")
    (done,) = changes_of_run(runs_visible_to(EBBA)[1])
    assert done.new == ("S3",)
    assert done.changes == (LoadedChange("services", "S1", "owner", "Noor Rahimi", "Gustav Hjort"),)


def test_a_table_that_came_along_unchanged_is_not_told(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    load_tables(tmp_path, services=SERVICES, dependencies="service,needs,kind\nS1,S2,hard")
    done = changes_of_run(runs_visible_to(EBBA)[0])
    assert [one.table.name for one in done] == ["dependencies"]


def test_rows_without_an_id_of_their_own_are_told_by_their_key(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES, dependencies="service,needs,kind\nS1,S2,hard")
    load_tables(tmp_path, dependencies="service,needs,kind\nS1,S2,soft")
    (done,) = changes_of_run(runs_visible_to(EBBA)[0])
    assert done.changes == (LoadedChange("dependencies", "S1 S2", "kind", "hard", "soft"),)


def test_the_one_row_of_the_organisation_is_told_by_its_name(tmp_path: Path) -> None:
    load_tables(tmp_path, organisation="name,currency\nNorrhjul,SEK")
    (done,) = changes_of_run(runs_visible_to(EBBA)[0])
    assert done.new == ("Norrhjul",)


def test_as_many_queries_for_many_changed_rows_as_for_few(tmp_path: Path) -> None:
    def queries(rows: int) -> int:
        for owner in ("Noor", "Mats"):
            lines = "\n".join(f"S{number},{owner}" for number in range(rows))
            load_tables(tmp_path, services=f"id,owner\n{lines}")
        with CaptureQueriesContext(connection) as captured:
            *_, done = changes_of_run(runs_visible_to(EBBA)[0])
        assert len(done.changes) == min(rows, 100)
        return len(captured)

    assert queries(3) == queries(150)


def test_who_may_not_see_all_customers_sees_no_loads(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    assert not runs_visible_to(Viewer("Mira Falk", frozenset({"C01"}))).exists()


def test_remembered_answers_stay_when_nothing_changed(tmp_path: Path) -> None:
    load_tables(tmp_path, services=SERVICES)
    before = newest_changes()
    load_tables(tmp_path, services=SERVICES)
    assert newest_changes() == before


def test_nothing_is_loaded_when_it_would_do_something_else_than_was_seen(tmp_path: Path) -> None:
    sheets = [Sheet("services.csv", "services", ("id", "owner"), [(2, ["S1", "Noor"])])]
    seen = load_sheets(sheets, Request(EBBA, is_dry_run=True)).digest
    load_sheets([Sheet("form", "services", ("id", "owner"), [(2, ["S1", "Mats"])])], Request(EBBA))
    report = load_sheets(sheets, Request(EBBA, seen=seen))
    assert (report.is_other, report.loaded) == (True, False)
    assert load_sheets(sheets, Request(EBBA, seen=report.digest)).loaded
    assert Service.objects.get().owner == "Noor"


def test_new_rows_are_named_before_they_are_loaded(tmp_path: Path) -> None:
    report = load_tables(tmp_path, {"is_dry_run": True}, services=SERVICES)
    assert report.new_keys == {"services": ["S1", "S2"]}
