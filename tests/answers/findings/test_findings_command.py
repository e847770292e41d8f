"""``domestique findings`` on the demo organisation: everything demo B7 says must be found."""

from __future__ import annotations

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


@pytest.fixture
def findings():
    return answer("findings")["findings"]


def of_rule(findings, rule):
    return [one for one in findings if one["rule"] == rule]


def test_roles_that_nobody_accepted(findings):
    assert [one["subject"] for one in of_rule(findings, "R03") if one["table"] == "customers"] == [
        "C09",
        "C11",
    ]


def test_need_that_cannot_be_decided_before_the_role_is_accepted(findings):
    subjects = [one["subject"] for one in of_rule(findings, "R03") if one["table"] == "needs"]
    assert subjects == ["N03", "N14"]


def test_use_that_no_agreement_covers(findings):
    texts = {one["subject"]: one["text"] for one in of_rule(findings, "R24")}
    assert "ended on 30 Jun 2026" in texts["A10"]
    assert "without any agreement" in texts["C11"]
    assert "Business reporting" in texts["C06"]
    assert "Digital asset library" in texts["C12"]


SUPPLIER_GAPS = ["S01", "S02", "S07", "T01", "T02", "T04", "T05"]
PRODUCT_GAPS = ["S01", "S02", "S03", "S05", "S08", "S18", "S25", "S26", "S27"]


@pytest.mark.parametrize(
    ("words", "services"),
    [
        ("contract with", SUPPLIER_GAPS),
        ("carries at most", PRODUCT_GAPS),
        ("without which it stops", ["S03", "S03"]),
        ("which is built for", ["S03"]),
    ],
)
def test_promises_that_are_not_carried(findings, words, services):
    gaps = [one for one in of_rule(findings, "R16") if words in one["text"]]
    assert [one["subject"] for one in gaps] == services


def test_owner_outside_the_team(findings):
    (one,) = of_rule(findings, "R05")
    assert (one["subject"], one["customer"]) == ("S02", "C02")
    assert "Pekka Salonen" in one["text"]


def test_values_nobody_confirmed(findings):
    counted = [int(one["text"].split()[0]) for one in of_rule(findings, "S1-19")]
    assert 0 < sum(counted) <= 40


def test_need_that_waits_while_the_customer_turns_elsewhere(findings):
    (one,) = of_rule(findings, "R08")
    assert one["subject"] == "N02"
    assert "shadow cloud" in one["text"]


def test_same_ask_from_two_customers(findings):
    (one,) = of_rule(findings, "S1-30")
    assert one["subject"] == "N07"
    assert one["text"].startswith("2 needs are the same ask: Maintenance planning on tablet, from ")


def test_silence_is_not_satisfaction(findings):
    assert [one["subject"] for one in of_rule(findings, "R19")] == ["C08", "C09"]


def test_notice_dates(findings):
    notices = of_rule(findings, "S3-09")
    passed = [one["subject"] for one in notices if "had to be given" in one["text"]]
    due = [one["subject"] for one in notices if "must be given by 31 Dec 2026" in one["text"]]
    assert (passed, due) == (["V02-1", "V08-1"], ["V05-1", "V07-1", "V11-1"])


def test_promises_physics_does_not_allow(findings):
    impossible = [
        one["subject"] for one in of_rule(findings, "R23") if "nobody can restore" in one["text"]
    ]
    assert impossible == ["S01", "S02", "S03", "S05"]


def test_every_finding_says_what_to_do(findings):
    assert all(one["text"] and one["advice"] for one in findings)


def test_one_rule_can_be_asked_for():
    assert {one["rule"] for one in answer("findings", "--rule", "R19")["findings"]} == {"R19"}
    assert "Hanna" not in ask("findings", "--rule", "R16").stdout
