"""A row that was taken out and comes again in a file stays out and is told; a load that puts back takes it."""

from __future__ import annotations

import pytest

from asking import answer, ask
from domestique.exchange.loads import changes_of_run
from domestique.exchange.models import LoadRun
from domestique.lists.leaving import put_row_back, take_row_out
from domestique.parties.models import Unit
from domestique.records.leaving.taking_out import Leaving
from domestique.records.models import TakenOut
from domestique.records.viewer import Viewer
from given_tables import load_tables, told, write_tables

pytestmark = pytest.mark.django_db
KEEPER = Viewer("Rut Keeper")
UNITS = """
    id,name
    U1,Workshop
    U2,Shop
"""


@pytest.fixture
def shop_is_out(tmp_path) -> None:
    assert load_tables(tmp_path, units=UNITS).loaded
    take_row_out(KEEPER, Unit.objects.get(pk="U2"), "Closed down", Leaving())


def names() -> dict[str, str]:
    return dict(Unit.objects.values_list("pk", "name"))


@pytest.mark.usefixtures("shop_is_out")
def test_it_stays_out_and_is_told_in_rehearsal_and_load(tmp_path):
    for options in ({"is_dry_run": True}, {}):
        report = load_tables(tmp_path, options, units=UNITS)
        counts = report.tables["units"]
        assert (counts.new, counts.unchanged, counts.stays_out) == (0, 1, 1)
        assert [str(one) for one in report.notices] == [
            "1 row of units was taken out before and stays out: U2."
        ]
    assert names() == {"U1": "Workshop"}


@pytest.mark.usefixtures("shop_is_out")
def test_a_load_that_puts_back_takes_what_the_file_says_over_what_it_said(tmp_path):
    text = UNITS.replace("Shop", "Big shop")
    rehearsed = load_tables(tmp_path, {"puts_back": True, "is_dry_run": True}, units=text)
    assert rehearsed.tables["units"].put_back == 1
    assert names() == {"U1": "Workshop"}
    report = load_tables(tmp_path, {"puts_back": True}, units=text)
    assert (report.tables["units"].put_back, report.tables["units"].stays_out) == (1, 0)
    assert [(one.old, one.new) for one in report.changes] == [("Shop", "Big shop")]
    assert names() == {"U1": "Workshop", "U2": "Big shop"}
    assert not TakenOut.objects.exists()
    types = Unit.history.filter(id="U2").order_by("history_id")
    assert [one.history_type for one in types] == ["+", "-", "+", "~"]
    (changes,) = changes_of_run(LoadRun.objects.get(pk=report.run))
    assert (changes.new, changes.new_untold, changes.changed_untold) == (("U2",), 0, 0)


@pytest.mark.usefixtures("shop_is_out")
def test_a_load_that_puts_back_leaves_columns_it_has_not_as_they_stood(tmp_path):
    assert load_tables(tmp_path, {"puts_back": True}, units="id\nU2").loaded
    assert names()["U2"] == "Shop"
    assert Unit.history.filter(id="U2").count() == 3


@pytest.mark.usefixtures("shop_is_out")
def test_what_refers_to_a_row_that_is_out_is_refused_with_who_took_it_out(tmp_path):
    report = load_tables(tmp_path, units="id,name,parent\nU3,Till,U2")
    ((_, row, column, reason),) = told(report)
    assert (row, column) == (2, "parent")
    assert "“U2” was taken out of units on" in reason
    assert "by Rut Keeper; put it back" in reason
    both = {"puts_back": True}
    assert load_tables(tmp_path, both, units="id,name,parent\nU2,Shop,\nU3,Till,U2").loaded


@pytest.mark.usefixtures("shop_is_out")
def test_loading_it_twice_and_putting_it_back_afterwards_changes_nothing(tmp_path):
    load_tables(tmp_path, units=UNITS)
    put_row_back(KEEPER, TakenOut.objects.get(), "", with_all=False)
    assert names() == {"U1": "Workshop", "U2": "Shop"}
    assert load_tables(tmp_path, units=UNITS).tables["units"].unchanged == 2


@pytest.mark.usefixtures("shop_is_out")
def test_the_command_tells_it_and_takes_it(tmp_path):
    folder = str(write_tables(tmp_path / "given", units=UNITS))
    said = ask("load", folder).output
    assert "stays out" in said
    assert "--put-back puts back" in said
    assert answer("load", folder, "--dry-run")["tables"]["units"]["stays_out"] == 1
    assert answer("load", folder, "--put-back")["tables"]["units"]["put_back"] == 1


@pytest.mark.usefixtures("shop_is_out")
@pytest.mark.parametrize("name", ["all.xlsx", "all"])
def test_an_export_leaves_it_out_unless_asked_and_loads_again(tmp_path, name):
    path = tmp_path / name
    assert answer("export", str(path))["tables"] == {"units": 1}
    assert answer("export", str(path), "--with-void")["tables"] == {"units": 1, "taken_out": 1}
    report = answer("load", str(path))
    assert report["tables"]["units"]["unchanged"] == 1
    assert any("is not loaded" in one for one in report["notices"])
    assert names() == {"U1": "Workshop"}
