"""The run sheet of a lost hall: who does what, after what, and whom to call."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from domestique.answers.restoration.run_sheet import run_sheet
from domestique.impact.errors import ServiceNotInStructure
from domestique.portfolio.models import Service

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
CLOCK = date(2030, 1, 1)


@pytest.fixture
def sheet(viewer):
    return run_sheet(viewer, ["T10"], 4, CLOCK)


def test_four_crews_share_forty_steps(sheet):
    assert [crew for crew, _ in sheet.crews] == [1, 2, 3, 4]
    assert sum(len(tasks) for _, tasks in sheet.crews) == 40


def test_no_crew_does_two_things_at_once(sheet):
    for _, tasks in sheet.crews:
        times = [(task.bar.start, task.bar.end) for task in tasks]
        assert all(end <= start for (_, end), (start, _) in pairwise(times))


def test_what_a_step_needs_first_is_back_before_it_starts(sheet):
    tasks = [task for _, tasks in sheet.crews for task in tasks]
    back = {task.bar.name: task.bar.end for task in tasks}
    needs = [(back[name], task.bar.start) for task in tasks for name in task.needs_first]
    assert len(needs) > 60
    assert all(end <= start for end, start in needs)


def test_owner_and_supplier_stand_beside_the_step(sheet):
    first = sheet.crews[0][1][0]
    assert (first.owner, first.suppliers) == ("Pekka Salonen", ("Hall & Kraft i Motala",))


def test_everybody_hit_is_told_by_her_manager(sheet):
    told = {one.unit: (one.manager, one.late) for one in sheet.customers}
    assert len(told) == 12
    assert told["Retail & E-commerce"] == (
        "Nadja Berggren",
        ("ERP core", "Web shop", "Order management"),
    )


def test_sheet_says_from_how_many_records_it_was_made(sheet):
    assert sheet.day == date(2026, 11, 21)
    assert sheet.basis[0] > Service.objects.count() == 40
    assert sheet.basis[1] is not None


def test_a_loss_that_is_not_there_is_refused(viewer):
    with pytest.raises(ServiceNotInStructure):
        run_sheet(viewer, ["T99"], 4, CLOCK)
