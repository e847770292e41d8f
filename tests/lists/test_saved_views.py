"""Views: kept, shared, counted and forgotten."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.lists.actions import forget_view, save_view
from domestique.lists.errors import ViewNameMissing, ViewNameTaken
from domestique.lists.models import SavedView
from domestique.lists.queries import views_visible_to
from domestique.lists.question import ListQuestion
from domestique.portfolio.models import Service
from domestique.records.tables import table_named
from domestique.records.viewer import Viewer

pytestmark = pytest.mark.usefixtures("demo", "db")
EBBA, PETRI = Viewer("Ebba"), Viewer("Petri")
SERVICES = table_named("services")


def keep(viewer: Viewer, name: str, query: str, *, is_shared: bool = False) -> SavedView:
    question = ListQuestion.parse(SERVICES, query)
    return save_view(viewer=viewer, question=question, name=name, is_shared=is_shared)


def seen(viewer: Viewer) -> list[tuple[str, int | None]]:
    return [(one.view.name, one.rows) for one in views_visible_to(viewer, SERVICES)]


def test_own_and_shared_views_are_seen_with_how_many_rows_they_have():
    keep(EBBA, "Beneath", "where=kind:is:supporting")
    keep(EBBA, "All", "", is_shared=True)
    supporting = Service.objects.filter(kind="supporting").count()
    assert seen(EBBA) == [("All", 40), ("Beneath", supporting)]
    assert seen(PETRI) == [("All", 40)]


def test_count_is_that_of_what_the_viewer_may_see():
    question = ListQuestion.parse(table_named("customers"), "")
    save_view(viewer=EBBA, question=question, name="Mine", is_shared=True)
    seer = Viewer("Stranger", frozenset({"C04"}))
    assert [one.rows for one in views_visible_to(seer, question.table)] == [1]


def test_what_can_no_longer_be_asked_has_a_count_that_is_not_known():
    keep(EBBA, "Old", "where=colour:is:red")
    assert seen(EBBA) == [("Old", None)]


def test_many_views_are_counted_in_as_many_queries_as_one():
    keep(EBBA, "View 0", "where=kind:is:supporting")
    with CaptureQueriesContext(connection) as one:
        seen(EBBA)
    for number in range(1, 12):
        keep(EBBA, f"View {number}", f"where=impact_level:is:{number % 4 + 1}")
    with CaptureQueriesContext(connection) as many:
        assert len(seen(EBBA)) == 12
    assert len(many) == len(one)


def test_a_name_is_given_once_by_each_person():
    keep(EBBA, "Mine", "")
    keep(PETRI, "Mine", "")
    with pytest.raises(ViewNameTaken, match="“Mine” already"):
        keep(EBBA, " Mine ", "q=shop")


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b"])
def test_a_view_needs_a_name(name):
    with pytest.raises(ViewNameMissing):
        keep(EBBA, name, "")


def test_only_her_own_view_is_forgotten():
    view = keep(EBBA, "All", "", is_shared=True)
    assert not forget_view(viewer=PETRI, table="services", view_id=view.pk)
    assert forget_view(viewer=EBBA, table="services", view_id=view.pk)
    assert not SavedView.objects.exists()
