"""Rows that a person types or chooses go in by the same rules as a file."""

from __future__ import annotations

import pytest

from domestique.exchange.files.cells import Sheet
from domestique.exchange.loading import Request, load_sheets
from domestique.portfolio.models import Service
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.django_db

EBBA = Viewer(person="Ebba Nyström")


def typed(**cells: str) -> Sheet:
    return Sheet("form", "services", tuple(cells), [(1, list(cells.values()))])


@pytest.fixture
def service() -> Service:
    load_sheets([typed(id="S03", name_en="Web shop", owner="Noor Rahimi")], Request(EBBA))
    return Service.objects.get(pk="S03")


def test_what_is_typed_is_kept_with_who_and_why(service):
    report = load_sheets([typed(id="S03", owner="Mats Ullén")], Request(EBBA, why="Noor moves on"))
    newest = Service.history.first()
    assert report.loaded
    assert (newest.owner, newest.version) == ("Mats Ullén", 2)
    assert (newest.history_user_id, newest.history_change_reason) == (
        "Ebba Nyström",
        "Noor moves on",
    )


def test_what_somebody_changed_meanwhile_is_not_overwritten(service):
    load_sheets([typed(id="S03", owner="Mats Ullén")], Request(EBBA))
    report = load_sheets(
        [typed(id="S03", owner="Karin Öberg")], Request(EBBA, versions={"S03": service.version})
    )
    (problem,) = report.errors
    assert "Somebody has changed S03 since you opened it" in str(problem.reason)
    assert Service.objects.get(pk="S03").owner == "Mats Ullén"


def test_the_version_that_was_seen_may_be_changed(service):
    request = Request(EBBA, versions={"S03": service.version})
    assert load_sheets([typed(id="S03", owner="Karin Öberg")], request).loaded


def test_a_dry_run_tells_what_would_change_and_changes_nothing(service):
    report = load_sheets([typed(id="S03", owner="Karin Öberg")], Request(EBBA, is_dry_run=True))
    assert [(c.column, c.old, c.new) for c in report.changes] == [
        ("owner", "Noor Rahimi", "Karin Öberg")
    ]
    assert Service.objects.get(pk="S03").owner == "Noor Rahimi"


def test_what_is_wrong_is_told_with_its_column(service):
    report = load_sheets([typed(id="S03", availability_target="99,9")], Request(EBBA))
    (problem,) = report.errors
    assert (problem.column, problem.value) == ("availability_target", "99,9")
