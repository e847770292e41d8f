"""Whose business a row is: parts of a customer, her own words, rows that may name one, and everybody's."""

from __future__ import annotations

import pytest

from domestique.records.tables import table_named
from domestique.records.viewer import Viewer
from domestique.records.whose import path_to_customer, visible_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
SOME = frozenset({"C01", "C10", "C11", "C12"})
EBBA = Viewer("Ebba", SOME, frozenset())
DEAF = Viewer("Mira", SOME, frozenset(), frozenset())
KEEPER = Viewer("Rut")


def keys(viewer: Viewer, table: str, field: str = "pk") -> set[object]:
    return set(visible_rows(table_named(table), viewer).values_list(field, flat=True))


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ("customers", "id"),
        ("needs", "customer_id"),
        ("need_steps", "need__customer_id"),
        ("agreement_lines", "agreement__customer_id"),
        ("inbox", None),
        ("costs", None),
    ],
)
def test_the_way_to_the_customer_a_row_is_part_of(table, path):
    assert path_to_customer(table_named(table)) == path


def test_a_row_of_the_inbox_is_its_customers_or_everybodys():
    assert keys(EBBA, "inbox", "customer_id") == {"C10", "C11", None}
    assert "IN04" in keys(EBBA, "inbox")
    assert "IN10" not in keys(EBBA, "inbox")


def test_an_option_follows_what_it_is_an_option_of():
    assert keys(EBBA, "options") < keys(KEEPER, "options")
    of = visible_rows(table_named("options"), EBBA).values_list(
        "need__customer_id", "escalation__customer_id"
    )
    assert {one for pair in of for one in pair if one} <= SOME


@pytest.mark.parametrize("table", ["improvements", "surveys"])
def test_a_row_that_names_customers_is_seen_by_each_of_them(table):
    model = table_named(table).model
    named = dict(model.objects.values_list("pk", "customers"))
    expected = {pk for pk, customers in named.items() if not customers or SOME & {*customers}}
    assert keys(EBBA, table) == expected
    assert expected < set(named) or table == "surveys"


def test_questions_of_a_survey_follow_the_survey():
    seen = keys(EBBA, "surveys")
    assert keys(EBBA, "survey_questions", "survey_id") <= seen


@pytest.mark.parametrize("table", ["pulses", "value_scores", "alternatives"])
def test_her_own_words_are_for_who_may_hear_her(table):
    assert keys(EBBA, table)
    assert not keys(DEAF, table)
    assert keys(DEAF, "needs") == keys(EBBA, "needs")


def test_single_answers_are_the_keepers():
    assert not keys(Viewer("Gunilla", None, frozenset()), "survey_answers")
    assert keys(KEEPER, "survey_answers")


def test_what_is_the_organisations_is_everybodys():
    assert keys(EBBA, "costs") == keys(KEEPER, "costs")
    assert keys(EBBA, "units") == keys(KEEPER, "units")
