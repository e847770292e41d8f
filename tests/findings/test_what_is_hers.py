"""Rules about answers, scores, complaints and improvements: each fires on a wrong picture and is silent on a right one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domestique.findings.finding import Names
from domestique.findings.picture import CustomerFacts, Picture
from domestique.findings.rules import hers, improvements, moods
from domestique.findings.rules.improvements import ImprovementFacts
from domestique.improvement.register import Effect
from domestique.parties.customer_team import Team
from domestique.satisfaction.complaint_state import ComplaintFacts
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.pulse import AskedCustomer, FeltPulse, Mood, satisfaction_on

TODAY = date(2026, 11, 21)
PICTURE = Picture(
    today=TODAY,
    customers={"C04": CustomerFacts("C04", "Retail", "Samira Haddad", "PRICK", "accepted")},
    teams={"PRICK": Team("PRICK", "Team Prick", "Nadja Berggren", "Oskar Lindh", ())},
    services={},
    agreements=(),
    needs=(),
    packages=(),
    used=frozenset(),
    has_prices=False,
)
SIDE = {"C04": CustomersSide("C04", "Retail", "Samira Haddad", ("Elif Demir",))}


def moods_of(*pulses: FeltPulse):
    asked = [AskedCustomer("C04", is_accepted=True)]
    return satisfaction_on(TODAY, asked, pulses, stale_after_days=90, currency="SEK").accepted


def test_a_guess_breaks_no_silence():
    guess = FeltPulse("C04", TODAY, Mood.NEGATIVE, is_guess=True)
    (found,) = moods.silence(PICTURE, moods_of(guess))
    assert (found.rule, str(found.text)) == ("R19", "Nobody has ever asked Retail how IT is doing.")
    assert list(moods.unasked_doubts(PICTURE, moods_of(guess))) == []


def test_doubt_of_hers_is_asked_about():
    said = FeltPulse("C04", TODAY, Mood.NEUTRAL, "Samira Haddad")
    (found,) = moods.unasked_doubts(PICTURE, moods_of(said))
    assert (found.rule, found.owner) == ("R20", "Nadja Berggren")
    asked = replace(said, contemplating="nothing")
    assert list(moods.unasked_doubts(PICTURE, moods_of(asked))) == []


@pytest.mark.parametrize(("sheets", "rules"), [(4, ["R18"]), (5, [])])
def test_a_group_of_fewer_than_five_is_hidden(sheets, rules):
    counted = hers.counted_sheets(("SV2", "C04", str(number)) for number in range(sheets))
    found = list(hers.small_groups(PICTURE, counted, {"SV2": "Orderers"}))
    assert [one.rule for one in found] == rules


def test_sheets_without_a_customer_belong_to_nobody():
    assert list(hers.small_groups(PICTURE, {("SV2", ""): 1}, {})) == []


@pytest.mark.parametrize(
    ("person", "rules"),
    [("Samira Haddad", []), ("Elif Demir", []), ("Nadja Berggren", ["R25"])],
)
def test_score_from_outside_her_side_is_found(person, rules):
    score = hers.ScoreFacts("C04 S03 2026-11-10", "C04", "S03", person)
    found = list(hers.foreign_scores(PICTURE, [score], SIDE))
    assert [one.rule for one in found] == rules
    assert all("without standing on that side" in str(one.text) for one in found)


RECEIVED = ComplaintFacts(date(2026, 11, 17))
ANSWERED = replace(RECEIVED, acknowledged_on=TODAY, answered_on=TODAY)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (RECEIVED, "nobody has said that it is received"),
        (replace(ANSWERED, is_satisfied=False), "nobody has escalated"),
        (replace(ANSWERED, received_on=date(2026, 10, 1)), "has been open for 51 days"),
        (replace(ANSWERED, is_satisfied=False, is_escalated=True), ""),
        (ANSWERED, ""),
        (replace(RECEIVED, closed_on=TODAY), ""),
    ],
)
def test_complaints_that_wait_for_us_are_found(facts, says):
    found = list(
        hers.neglected_complaints(PICTURE, [hers.FiledComplaint("K9", "C04", facts)], frozenset())
    )
    assert [one.rule for one in found] == (["K29"] if says else [])
    assert all(says in str(one.text) for one in found)


BILL = ImprovementFacts(
    "IM1", "One page", "Petri", "Clear", "Eleven pages", Effect("started", 2, "14", "", ("C04",))
)


def with_effect(**changes) -> ImprovementFacts:
    return replace(BILL, effect=replace(BILL.effect, **changes))


def rules_about(facts: ImprovementFacts) -> list[str]:
    rules = (
        improvements.unclear_improvements,
        improvements.large_improvements,
        improvements.unfelt_improvements,
    )
    return [found.rule for rule in rules for found in rule([facts])]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (BILL, []),
        (replace(BILL, value=""), ["S3-22"]),
        (with_effect(customers=()), ["S3-22"]),
        (with_effect(weeks=5), ["S1-27"]),
        (with_effect(state="done"), ["S1-27"]),
        (with_effect(state="done", after="4"), ["S1-27"]),
        (with_effect(state="done", after="4", not_felt_by=("C04",)), []),
        (with_effect(state="stopped", weeks=9), []),
    ],
)
def test_improvements_are_clear_small_measured_and_felt(facts, expected):
    assert rules_about(facts) == expected


@pytest.mark.parametrize(("person", "asked"), [("Samira Haddad", "Samira Haddad"), ("", "Retail")])
def test_the_score_is_asked_of_the_customer_by_name_or_of_the_unit(person, asked):
    side = {"C04": replace(SIDE["C04"], person=person)}
    score = hers.ScoreFacts("C04 S03 2026-11-10", "C04", "S03", "Nadja Berggren")
    (found,) = hers.foreign_scores(PICTURE, [score], side)
    assert str(found.told(Names()).advice) == f"Ask {asked}, and let the score be given there."


def test_the_score_of_a_customer_nobody_knows_is_not_judged():
    score = hers.ScoreFacts("C99 S03 2026-11-10", "C99", "S03", "Nadja Berggren")
    assert list(hers.foreign_scores(PICTURE, [score], SIDE)) == []
