"""What must be said is said in words: blanks are none, and what is kept has none at its ends."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.quantities.errors import Refusal
from domestique.records.models import Record
from domestique.records.viewer import Viewer
from domestique.relations.meetings.actions import NewItem, add_item
from domestique.relations.models import Escalation, Meeting, Need, NeedStep, Option, Requirement
from domestique.relations.needs import actions as needs
from domestique.relations.needs import decision_actions as decisions
from domestique.relations.needs import requirement_actions as requirements

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
NADJA, ILMARI = Viewer("Nadja Berggren"), Viewer("Ilmari Vesterinen")


def one(kind: type[Record], id_: str) -> Record:
    return kind.objects.get(pk=id_)


SAYING = {
    "a requirement": lambda words: requirements.propose_requirement(
        NADJA, customer_id="C04", requirement=words
    ),
    "its new words": lambda words: requirements.reword(NADJA, one(Requirement, "RQ1"), words),
    "its evidence": lambda words: requirements.show_evidence(
        NADJA, one(Requirement, "RQ1"), words, is_met=True, on=TODAY
    ),
    "why it goes": lambda words: requirements.withdraw_requirement(
        NADJA, one(Requirement, "RQ4"), why=words
    ),
    "a decision": lambda words: decisions.decide_need(
        ILMARI, one(Need, "N02"), on=TODAY, decision=words, is_yes=False
    ),
    "why a question goes": lambda words: decisions.withdraw(
        NADJA, one(Escalation, "E1"), on=TODAY, why=words
    ),
    "why a need is returned": lambda words: needs.take_step(
        NADJA, one(Need, "N02"), "returned", on=TODAY, note=words
    ),
    "the outcome wanted": lambda words: needs.prepare(
        NADJA, one(Need, "N02"), {"outcome": words}, on=TODAY
    ),
    "what could be done": lambda words: needs.add_option(NADJA, one(Need, "N02"), words),
    "who does it": lambda words: add_item(
        NADJA, one(Meeting, "MT02"), NewItem("action", "Call", owner=words)
    ),
}


@pytest.mark.parametrize("verb", SAYING.values(), ids=SAYING)
def test_blanks_are_no_words(verb):
    with pytest.raises(Refusal):
        verb("  ")
    verb(" Words ")


def test_what_is_said_about_a_requirement_is_kept_without_blanks_at_its_ends():
    made = requirements.propose_requirement(
        NADJA, customer_id="C04", requirement=" Receipts ", reason=" Paper ", measure=" None lost "
    )
    assert (made.requirement, made.reason, made.measure) == ("Receipts", "Paper", "None lost")
    shown = requirements.show_evidence(
        NADJA, one(Requirement, "RQ1"), " Seen ", is_met=True, on=TODAY
    )
    new = requirements.reword(NADJA, one(Requirement, "RQ1"), " Shorter ", reason=" ")
    assert (shown.evidence, new.requirement, new.reason) == ("Seen", "Shorter", shown.reason)


def test_what_is_said_of_a_need_and_a_question_is_kept_without_blanks_at_its_ends():
    option = needs.add_option(NADJA, one(Need, "N02"), " Buy ", consequence=" Dear ")
    assert (option.option, option.consequence) == ("Buy", "Dear")
    needs.take_step(NADJA, one(Need, "N02"), "returned", on=TODAY, note=" Which? ")
    assert NeedStep.objects.get(need="N02", step="returned", date=TODAY).note == "Which?"
    raised = decisions.raise_escalation(
        NADJA, customer_id="C04", question="Who?", due_on=TODAY, on=TODAY, tried=" Asked "
    )
    assert (raised.tried, Option.objects.filter(escalation=raised).exists()) == ("Asked", False)
    assert decisions.move_up(NADJA, raised, tried=" ").tried == "Asked"


def test_a_decision_is_kept_without_blanks_at_its_ends():
    decided = decisions.decide_need(
        ILMARI, one(Need, "N02"), on=TODAY, decision=" Not now ", is_yes=False
    )
    assert decided.decision == "Not now"
