"""Questions as they are written into addresses and read back."""

from __future__ import annotations

import pytest

from domestique.lists.errors import ColumnNotThere, RowsNotOffered
from domestique.lists.question import Condition, ListQuestion, usual_columns
from domestique.records.tables import table_named

SERVICES = table_named("services")


@pytest.mark.parametrize(
    "condition",
    [
        Condition("owner", "is", "Öberg: Karin & co"),
        Condition("rto_minutes", "between", "60", "240"),
        Condition("owner", "unknown"),
        Condition("", "is", "a..b"),
        Condition("no such column", "nonsense", "%"),
    ],
)
def test_question_is_read_as_it_was_written(condition):
    question = ListQuestion(SERVICES, (condition,), "web shop", ("id", "owner"), "-owner", "200")
    assert ListQuestion.parse(SERVICES, question.written) == question


def test_nothing_asked_leaves_the_address_bare():
    question = ListQuestion.parse(SERVICES, "q=&sort=&rows=50")
    assert question.written == ""
    assert not question.is_narrowed


def test_columns_stand_in_the_order_of_the_table_and_the_key_is_always_there():
    question = ListQuestion(SERVICES, shown=("owner", "name_en"))
    assert [column.name for column in question.columns] == ["id", "name_en", "owner"]


def test_usual_columns_picked_by_hand_are_not_written():
    picked = tuple(name for name in usual_columns(SERVICES) if name != "id")
    assert ListQuestion.read(SERVICES, {"show": picked}).shown == ()


def test_usual_columns_are_columns():
    for table in (SERVICES, table_named("units"), table_named("pulses")):
        assert set(usual_columns(table)) <= set(table.by_name)


def test_largest_first_is_a_dash_before_the_column():
    column, is_descending = ListQuestion(SERVICES, sort="-rto_minutes").order or (None, None)
    assert (column.name, is_descending) == ("rto_minutes", True)


def test_columns_that_are_not_there_are_refused_with_those_that_are():
    with pytest.raises(ColumnNotThere, match="“colour” in services; choose one of id, name_en"):
        _ = ListQuestion(SERVICES, shown=("colour",)).columns
    with pytest.raises(ColumnNotThere):
        _ = ListQuestion(SERVICES, sort="-").order


@pytest.mark.parametrize("rows", ["7", "0", "-50", "many"])
def test_rows_to_a_page_are_a_few_numbers(rows):
    with pytest.raises(RowsNotOffered, match="choose 20, 50, 200"):
        _ = ListQuestion(SERVICES, rows=rows).rows_a_page
