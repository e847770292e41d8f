"""The history of a record: every change with who, when and why, and how it stood on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domestique.portfolio.models import Service
from domestique.records.past.history import as_it_stood, changes_of

pytestmark = pytest.mark.django_db

KEY = {"id": "S99"}


@pytest.fixture
def renamed_service() -> Service:
    """A service made on 1 May by Noor and renamed on 3 May by Karin."""
    service = Service(id="S99", name_en="Ride data", availability_target="99.5")
    keep(service, who="Noor Rahimi", why="New product", at=datetime(2026, 5, 1, 9, tzinfo=UTC))
    service.name_en, service.version = "Ride insight", 2
    keep(service, who="Karin Öberg", why="Decision 14", at=datetime(2026, 5, 3, 9, tzinfo=UTC))
    return service


def keep(service: Service, *, who: str, why: str, at: datetime) -> None:
    service._history_user, service._change_reason, service._history_date = who, why, at
    service.save()


def test_changes_come_newest_first_with_who_and_why(renamed_service):
    newest, first = changes_of(Service, KEY)
    assert (newest.who, newest.why, newest.is_first) == ("Karin Öberg", "Decision 14", False)
    assert (first.who, first.why, first.is_first) == ("Noor Rahimi", "New product", True)


def test_a_change_names_only_the_fields_that_changed(renamed_service):
    newest, _ = changes_of(Service, KEY)
    assert [(c.field, c.old, c.new) for c in newest.fields] == [
        ("name_en", "Ride data", "Ride insight")
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 5, 1), "Ride data"),
        (date(2026, 5, 2), "Ride data"),
        (date(2026, 5, 3), "Ride insight"),
    ],
)
def test_record_as_it_stood_at_the_end_of_a_day(renamed_service, day, name):
    assert as_it_stood(Service, KEY, day)["name_en"] == name


def test_before_it_was_made_it_was_not_there(renamed_service):
    assert as_it_stood(Service, KEY, date(2026, 4, 30)) is None


def test_after_it_was_deleted_it_is_not_there_but_its_history_is(renamed_service):
    renamed_service._history_date = datetime(2026, 5, 5, tzinfo=UTC)
    renamed_service.delete()
    assert as_it_stood(Service, KEY, date(2026, 5, 6)) is None
    assert as_it_stood(Service, KEY, date(2026, 5, 4))["name_en"] == "Ride insight"


def test_history_is_read_in_one_query_and_the_ids_it_had_in_another(
    renamed_service, django_assert_num_queries
):
    with django_assert_num_queries(2):
        changes_of(Service, KEY)
