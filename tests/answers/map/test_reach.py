"""What a service stands on and what stands on it, with the way there."""

from __future__ import annotations

import pytest

from domestique.answers.map.surroundings import carried_by
from domestique.portfolio.models import Dependency, Service
from domestique.portfolio.queries import service_names

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Web shop needs orders, orders need the database; reports use the database softly."""
    for id_, name in (("S1", "Web shop"), ("S2", "Orders"), ("T1", "Database"), ("S3", "Reports")):
        Service.objects.create(id=id_, name_en=name)
    for service, needs, kind in (("S1", "S2", "hard"), ("S2", "T1", "hard"), ("S3", "T1", "soft")):
        Dependency.objects.create(service_id=service, needs_id=needs, kind=kind)


def test_nearest_comes_first_and_tells_the_way(viewer, chain):
    _, carried = carried_by(viewer, "T1", service_names(viewer), 10)
    assert [one.name for one in carried.nearest] == ["Orders", "Reports", "Web shop"]
    assert carried.nearest[2].way == "Web shop → Orders → Database"


def test_what_only_limps_is_marked(viewer, chain):
    _, carried = carried_by(viewer, "T1", service_names(viewer), 10)
    assert [one.id for one in carried.nearest if not one.is_hard] == ["S3"]


def test_list_is_cut_and_the_total_stays(viewer, chain):
    needed, _ = carried_by(viewer, "S1", service_names(viewer), 1)
    assert (len(needed.nearest), needed.total) == (1, 2)


def test_retired_service_is_reached_by_nothing(viewer, chain):
    Service.objects.filter(pk="T1").update(state="retired")
    needed, carried = carried_by(viewer, "T1", service_names(viewer), 10)
    assert (needed.total, carried.total) == (0, 0)
