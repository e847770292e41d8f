"""R08, R12, R13 and S2-17 as functions of plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domestique.findings.asked_queries import about_decisions, about_inbox
from domestique.findings.picture import CustomerFacts, NeedFacts, Picture, ServiceFacts
from domestique.findings.picture_queries import picture_of
from domestique.findings.rules.answers import (
    DecisionFacts,
    QuestionFacts,
    decided_by_others,
    overdue_questions,
    untold_decisions,
)
from domestique.findings.rules.decisions import same_asks
from domestique.findings.rules.inbox import (
    InboxFacts,
    unanswered_observations,
    unsorted_items,
    untold_answers,
)
from domestique.improvement.triage import Lying
from domestique.parties.customer_team import Team
from domestique.parties.mandates import Grant

TODAY = date(2026, 11, 21)
PICTURE = Picture(
    today=TODAY,
    customers={"C04": CustomerFacts("C04", "Retail", "Samira", "PRICK", "accepted")},
    teams={"PRICK": Team("PRICK", "Prick", "Nadja", "Oskar", ("Noor",))},
    services={"S03": ServiceFacts("S03", "Web shop", True, "live", "Noor", "order", True)},
    agreements=(),
    needs=(),
    packages=(),
    used=frozenset(),
    has_prices=False,
)
DECIDED = DecisionFacts("D1", "C04", "Pay?", "customer", "Samira", date(2026, 11, 2), is_told=True)


def item(lying: Lying) -> InboxFacts:
    return InboxFacts(
        "IN1", "spins", "Desk", "C04", ("S03",), 11, lying.received_on, lying.answered_on, lying
    )


def test_unsorted_unanswered_and_untold_are_one_finding_each():
    old = date(2026, 10, 1)
    unsorted, unheard, untold = (
        [item(Lying("demand", old))],
        [item(Lying("desk observation", old))],
        [item(Lying("demand", old, "answer", TODAY))],
    )
    every = (unsorted_items, unanswered_observations, untold_answers)
    found = [
        [(one.rule, one.owner) for rule in every for one in rule(PICTURE, items)]
        for items in (unsorted, unheard, untold)
    ]
    assert found == [[("R12", "Noor")], [("R13", "Noor")], [("R13", "Noor")]]


def test_a_decision_that_was_not_told_back_is_named():
    assert not list(untold_decisions(PICTURE, [DECIDED]))
    (found,) = untold_decisions(PICTURE, [replace(DECIDED, is_told=False)])
    assert (found.rule, found.subject, found.owner) == ("R13", "D1", "Nadja")
    assert str(found.text) == "“Pay?” was decided on 2026-11-02, but nobody has told Retail."


def test_only_the_customer_or_who_had_her_mandate_that_day_decided():
    by_elif = replace(DECIDED, decided_by="Elif")
    lent = [("C04", Grant("Elif", None, (), date(2026, 11, 1), date(2026, 11, 5), "Samira"))]
    too_late = replace(by_elif, decided_on=date(2026, 11, 6))
    assert not list(decided_by_others(PICTURE, [DECIDED, by_elif], lent))
    assert [one.subject for one in decided_by_others(PICTURE, [by_elif], [])] == ["D1"]
    assert [one.rule for one in decided_by_others(PICTURE, [too_late], lent)] == ["R08"]
    assert not list(decided_by_others(PICTURE, [replace(too_late, forum="tactical")], lent))


def test_a_question_past_its_day_is_named():
    questions = [
        QuestionFacts("E1", "C04", "Pay?", "tactical", date(2026, 11, 20)),
        QuestionFacts("E2", "C04", "Stop?", "tactical", TODAY),
    ]
    (found,) = overdue_questions(PICTURE, questions)
    assert str(found.text) == (
        "“Pay?” had to be decided by 2026-11-20, and still lies with the customer team."
    )


def test_needs_that_are_merged_are_no_second_ask():
    one, other = (NeedFacts(id_, "C04", "Tablets", "captured", "customer") for id_ in ("N1", "N2"))
    assert len(list(same_asks(replace(PICTURE, needs=(one, other))))) == 1
    merged = replace(other, merged_into="N1")
    assert not list(same_asks(replace(PICTURE, needs=(one, merged))))


def test_golden_findings_of_the_demo(viewer, demo, db):
    picture = picture_of(viewer, TODAY)
    assert [(one.rule, one.subject) for one in about_decisions(viewer, picture)] == [("R13", "D2")]
    inbox = {(one.rule, one.subject): str(one.text) for one in about_inbox(viewer, picture)}
    assert set(inbox) == {("R12", "IN01"), ("R13", "IN04"), ("R13", "IN03")}
    assert inbox["R13", "IN04"].endswith("6 times, and nobody has answered for 30 days.")
