"""The best fit comes first, eight of a kind, in as many queries for many rows as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domestique.answers.search.search import Rank, search, search_kind
from domestique.answers.search.searchable import shelves
from domestique.parties.models import Customer
from domestique.portfolio.models import Service
from domestique.records.viewer import Viewer


def anywhere(_route: str) -> bool:
    return True


def found(viewer: Viewer, question: str) -> dict[str, list[str]]:
    return {
        group.kind: [hit.entry.title for hit in group.hits]
        for group in search(viewer, question, anywhere)
    }


@pytest.fixture
def services(db) -> None:
    names = {"web": "Payroll", "A1": "Web shop", "A2": "Shop on the web", "A3": "Cobweb cleaning"}
    Service.objects.bulk_create([Service(id=id_, name_en=name) for id_, name in names.items()])


def test_id_then_name_then_word_then_anywhere(services, viewer):
    (group,) = search(viewer, "web", anywhere)
    assert [(hit.rank, hit.entry.title) for hit in group.hits] == [
        (Rank.IS_ID, "Payroll"),
        (Rank.NAME_STARTS, "Web shop"),
        (Rank.WORDS_START, "Shop on the web"),
        (Rank.CONTAINS, "Cobweb cleaning"),
    ]


def test_all_words_must_be_there_in_any_order(services, viewer):
    assert found(viewer, "shop web") == {"services": ["Web shop", "Shop on the web"]}
    assert found(viewer, "shop zeppelin") == {}


def test_kind_with_the_best_fit_comes_first(services, viewer):
    Customer.objects.create(id="C1", person="Hans Cobweb")
    Service.objects.create(id="A4", name_en="Hans")
    assert list(found(viewer, "a4")) == ["services"]
    assert next(iter(found(viewer, "shop on"))) == "services"
    assert next(iter(found(viewer, "hans"))) == "customers"


def test_eight_of_a_kind_are_shown_and_the_rest_counted(db, viewer):
    Service.objects.bulk_create(
        [Service(id=f"X{n:03}", name_en=f"Printer {n}") for n in range(130)]
    )
    (group,) = search(viewer, "printer", anywhere)
    assert (len(group.hits), group.rest) == (8, 122)
    (shelf,) = [one for one in shelves(viewer) if one.kind == "services"]
    assert len(search_kind(viewer, "printer", shelf, anywhere)) == 130


def test_ten_times_the_rows_take_as_many_queries(db, viewer):
    def queries(first: int, last: int) -> int:
        Service.objects.bulk_create(
            [Service(id=f"S{n}", name_en="Web") for n in range(first, last)]
        )
        Customer.objects.bulk_create([Customer(id=f"C{n}") for n in range(first, last)])
        with CaptureQueriesContext(connection) as captured:
            assert search(viewer, "s1", anywhere)
        return len(captured)

    assert queries(0, 3) == queries(3, 33)


@pytest.mark.django_db(transaction=True)
def test_what_is_new_is_found_at_once(viewer):
    assert search(viewer, "zeppelin", anywhere) == []
    Service.objects.create(id="Z1", name_en="Zeppelin")
    assert found(viewer, "zeppelin") == {"services": ["Zeppelin"]}
