"""How far a need has come is written in words of a list, in three languages, whichever way it comes in."""

from __future__ import annotations

import pytest

from domestique.relations.models import Need
from domestique.relations.needs.need_state import WAITS, WRITTEN
from given_tables import load_tables

pytestmark = pytest.mark.django_db


def needs(folder, *states: str):
    rows = "\n".join(f'N{i},C1,A need,"{state}"' for i, state in enumerate(states))
    return load_tables(
        folder, customers="id,person\nC1,Anna", needs=f"id,customer,need,state\n{rows}"
    )


@pytest.mark.parametrize(
    "state", ["not yet decided", "undecided", "beslutt", "captured, asked Ebba"]
)
def test_other_words_are_refused_with_the_nearest(tmp_path, state):
    report = needs(tmp_path, "captured", state)
    assert [(one.row, one.column) for one in report.errors] == [(3, "state")]
    assert "did you mean" in str(report.errors[0].reason)
    assert not Need.objects.exists()


def test_every_word_of_the_list_is_taken_in_each_language(tmp_path):
    words = [word for english, (_, others) in WRITTEN.items() for word in (english, *others)]
    waits = [word for english, others in WAITS.items() for word in (english, *others)]
    report = needs(
        tmp_path,
        "",
        *words,
        *(f"prepared, {one}" for one in waits),
        "captured -> decided; fulfilled",
    )
    assert report.loaded, report.errors


def test_what_stands_already_stays_until_it_is_changed(tmp_path):
    assert needs(tmp_path, "captured").loaded
    Need.objects.update(state="sent back, asked Ebba")
    assert needs(tmp_path, "sent back, asked Ebba").loaded
    assert not needs(tmp_path, "sent back, asked Noor").loaded


def test_yes_and_no_in_one_cell_is_refused(tmp_path):
    report = needs(tmp_path, "decided yes, decided no", "decided no -> decided yes")
    assert [(one.row, one.column) for one in report.errors] == [(2, "state")]
    assert "declined and that it is not" in str(report.errors[0].reason)
