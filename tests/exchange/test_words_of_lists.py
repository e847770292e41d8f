"""Words of closed lists are read in English, Swedish and Finnish; other words are refused with the nearest."""

from __future__ import annotations

import pytest

from domestique.exchange.reading.texts import read_choice
from domestique.quantities.written_number import Unreadable
from domestique.records.columns import Kind
from domestique.records.tables import TABLES, table_named
from domestique.relations.models import Meeting
from given_tables import load_tables

LISTS = [
    pytest.param(column, id=f"{table.name}.{column.name}")
    for table in TABLES
    for column in table.columns
    if column.kind is Kind.CHOICE and column.also
]


@pytest.mark.parametrize("column", LISTS)
def test_every_word_stands_for_one_of_the_list_and_for_no_other(column):
    read = {written: read_choice(column, written) for written, _ in column.also}
    assert read == dict(column.also)
    assert len(read) == len(column.also)
    assert {word for word in column.choices if read_choice(column, word.upper()) != word} == set()


def test_lists_that_are_written_in_sheets_are_read_in_three_languages():
    assert {"meetings.kind", "escalations.forum", "inbox.source", "needs.asks_for"} <= {
        one.id for one in LISTS
    }


@pytest.mark.parametrize(
    "written", ["utvecklingsdialg", "development dialog", "Kehityskeskustelut"]
)
def test_other_words_are_refused_with_the_nearest(written):
    with pytest.raises(Unreadable) as refused:
        read_choice(table_named("meetings").by_name["kind"], written)
    assert "did you mean development dialogue?" in str(refused.value)


@pytest.mark.django_db
def test_a_sheet_may_say_the_kind_of_a_meeting_in_swedish(tmp_path):
    meetings = "id,customer,kind,starts\nMT1,C1,Uppföljning,2026-11-02 09:00"
    report = load_tables(tmp_path, customers="id,person\nC1,Anna", meetings=meetings)
    assert report.loaded, report.errors
    assert Meeting.objects.get().kind == "follow-up"
