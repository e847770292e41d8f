"""Cost that reaches nobody (R21), on the records of the demo: of this year, else of the newest that has costs."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.costing.models import Cost, CostShare
from domestique.findings.queries import findings_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TODAY = date(2026, 11, 21)


def found(viewer) -> list[str]:
    return [one.subject for one in findings_of(viewer, TODAY) if one.rule == "R21"]


def test_shared_cost_without_shares_reaches_nobody(viewer):
    assert found(viewer) == []
    CostShare.objects.all().delete()
    supporting = {id_ for id_ in Cost.objects.values_list("service", flat=True) if id_[0] == "T"}
    assert supporting
    assert set(found(viewer)) == supporting


def test_without_any_cost_nothing_is_found(viewer):
    Cost.objects.all().delete()
    CostShare.objects.all().delete()
    assert found(viewer) == []


@pytest.mark.parametrize("year", ["2024", "2027"])
def test_a_year_without_costs_is_told_of_the_newest_that_has_some(viewer, year):
    Cost.objects.update(period=year)
    CostShare.objects.all().delete()
    assert found(viewer)
