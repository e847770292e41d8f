"""Answers are remembered until a record changes, and never inside a transaction."""

from __future__ import annotations

import pytest
from django.db import transaction

from domestique.parties.models import Customer
from domestique.portfolio.models import Service
from domestique.records.memory.freshness import newest_changes
from domestique.records.memory.remembering import while_unchanged


@pytest.fixture
def counted():
    asked: list[str] = []

    @while_unchanged
    def count_services(word: str) -> int:
        asked.append(word)
        return Service.objects.count()

    return count_services, asked


@pytest.mark.django_db(transaction=True)
def test_second_question_is_answered_from_memory(counted):
    count_services, asked = counted
    assert [count_services("once"), count_services("once")] == [0, 0]
    assert asked == ["once"]


@pytest.mark.django_db(transaction=True)
def test_changed_record_is_reckoned_anew(counted):
    count_services, _ = counted
    assert count_services("again") == 0
    Service.objects.create(id="S1")
    assert count_services("again") == 1


@pytest.mark.django_db(transaction=True)
def test_record_taken_away_is_noticed(counted):
    count_services, _ = counted
    service = Service.objects.create(id="S1")
    assert count_services("gone") == 1
    service.delete()
    assert count_services("gone") == 0


@pytest.mark.django_db(transaction=True)
def test_what_is_not_committed_is_not_remembered(counted):
    count_services, _ = counted
    with transaction.atomic():
        Service.objects.create(id="S1")
        assert count_services("maybe") == 1
        transaction.set_rollback(True)
    assert count_services("maybe") == 0


@pytest.mark.django_db(transaction=True)
def test_only_what_was_read_makes_it_reckon_anew():
    asked: list[str] = []

    @while_unchanged
    def count_services() -> int:
        asked.append("services")
        return Service.objects.count()

    assert count_services() == 0
    Customer.objects.create(id="C1")
    assert (count_services(), len(asked)) == (0, 1)
    Service.objects.create(id="S1")
    assert (count_services(), len(asked)) == (1, 2)


@pytest.mark.django_db
def test_stamp_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        newest_changes()
