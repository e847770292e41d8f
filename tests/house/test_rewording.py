"""What an answer knows stands in its values: wording every text otherwise empties nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from domestique.agreements.notice import Contract, notice_state
from domestique.answers.feelings.surveys import survey_page
from domestique.answers.meetings.meetings import meetings_page
from domestique.answers.our_word.our_word import ledger
from domestique.answers.steering.steering import steering_page
from domestique.answers.steering.steering_lists import to_decide
from domestique.answers.today.today import today_for
from domestique.findings.findings import Findings
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer

CLOCK = date(2026, 11, 21)
EVERYBODY = Viewer(person="Petri Salmela")
ANSWERS = {
    "steering": lambda: steering_page(EVERYBODY, CLOCK),
    "today": lambda: today_for(EVERYBODY, CLOCK),
    "first survey": lambda: survey_page(EVERYBODY, "SV1", CLOCK),
    "second survey": lambda: survey_page(EVERYBODY, "SV2", CLOCK),
    "ledger": lambda: ledger(EVERYBODY, CLOCK),
    "meetings": lambda: meetings_page(EVERYBODY, CLOCK, ""),
}


def known(answer: object) -> object:
    """Take the words off an answer: of a sentence only its values are left, in order."""
    if isinstance(answer, Sentence):
        return sorted(str(known(value)) for _, value in answer.values)
    if is_dataclass(answer) and not isinstance(answer, type):
        return [(one.name, known(getattr(answer, one.name))) for one in fields(answer)]
    if isinstance(answer, Mapping):
        return [(str(key), known(value)) for key, value in answer.items()]
    if isinstance(answer, list | tuple):
        return [known(one) for one in answer]
    return str(answer)


@pytest.fixture
def reworded(monkeypatch):
    """Other words, and other names of their places, for every sentence that is made from now on."""
    written = Sentence.__init__

    def write(self, text, values=(), plural=None, count=None):
        renamed = tuple((f"other_{name}", value) for name, value in values)
        written(self, f"Other words ({len(text)})", renamed, plural and "Other words", count)

    return lambda: monkeypatch.setattr(Sentence, "__init__", write)


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize("answer", ANSWERS)
def test_other_words_leave_what_is_known(answer, reworded):
    before = known(ANSWERS[answer]())
    reworded()
    assert known(ANSWERS[answer]()) == before


def test_a_contract_is_named_whatever_is_said_of_it():
    due = notice_state(Contract("K7", "Fjord Cloud", date(2027, 3, 31), 3), date(2026, 12, 1))
    told = list(to_decide(Findings((), {}), [replace(due, what=say("Other words."))], ()))
    assert [str(one) for one in told] == [
        "1 contract must be renewed or left by 2026-12-31: Fjord Cloud."
    ]
