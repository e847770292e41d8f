"""The rules as functions of plain values: each fires on a small wrong picture and is silent on a right one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.findings.picture import (
    AgreementFacts,
    CustomerFacts,
    NeedFacts,
    PackageFacts,
    Picture,
    ServiceFacts,
)
from domestique.findings.rules import decisions, promises, roles
from domestique.parties.customer_team import Team

SAMIRA = CustomerFacts("C04", "Retail", "Samira Haddad", "PRICK", "accepted")
PRICK = Team("PRICK", "Team Prick", "Nadja Berggren", "Oskar Lindh", ("Noor Rahimi",))
WEB_SHOP = ServiceFacts("S03", "Web shop", True, "live", "Noor Rahimi", "order", True)
AGREEMENT = AgreementFacts(
    "A04",
    "C04",
    "in force",
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2025, 11, 14),
    {"S03": Decimal("99.9")},
    (),
)
RIGHT = Picture(
    today=date(2026, 11, 21),
    customers={"C04": SAMIRA},
    teams={"PRICK": PRICK},
    services={"S03": WEB_SHOP},
    agreements=(AGREEMENT,),
    needs=(),
    packages=(),
    used=frozenset({("C04", "S03")}),
    has_prices=True,
)
RULES = (
    roles.named_customers,
    roles.accepted_roles,
    roles.customer_teams,
    roles.team_members,
    roles.owners_in_teams,
    promises.accepted_agreements,
    promises.agreed_once,
    promises.levels_in_lines,
    promises.confirmed_values,
    promises.live_packages,
    promises.complete_services,
    promises.agreed_use,
    decisions.same_asks,
)


def rules_and_subjects(picture: Picture) -> list[tuple[str, str]]:
    return [(found.rule, found.subject) for rule in RULES for found in rule(picture)]


def with_customer(**changes) -> Picture:
    return replace(RIGHT, customers={"C04": replace(SAMIRA, **changes)})


def with_team(**changes) -> Picture:
    return replace(RIGHT, teams={"PRICK": replace(PRICK, **changes)})


def with_service(**changes) -> Picture:
    return replace(RIGHT, services={"S03": replace(WEB_SHOP, **changes)})


def with_agreement(**changes) -> Picture:
    return replace(RIGHT, agreements=(replace(AGREEMENT, **changes),))


def test_a_right_picture_has_no_findings():
    assert rules_and_subjects(RIGHT) == []


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (with_customer(person=""), [("R01", "C04")]),
        (with_customer(status="suggested"), [("R03", "C04")]),
        (with_customer(team=""), [("R04", "C04")]),
        (with_team(customer_manager=""), [("R05", "PRICK")]),
        (with_team(delivery_manager=""), [("R05", "PRICK")]),
        (with_team(service_owners=("Karin Öberg",)), [("R05", "S03")]),
        (with_agreement(accepted_on=None), [("R06", "A04")]),
        (with_agreement(levels={"S03": None}), [("R07", "A04 S03")]),
        (with_agreement(unconfirmed=("S03",)), [("S1-19", "A04")]),
        (with_service(has_price=False), [("R15", "S03")]),
        (with_service(state="retired"), [("R24", "S03")]),
        (with_agreement(ends=date(2026, 6, 30)), [("R24", "A04")]),
        (with_agreement(status="draft"), [("R24", "A04")]),
        (replace(RIGHT, used=frozenset()), []),
        (replace(RIGHT, used=frozenset({("C04", "S03"), ("C04", "S17")})), [("R24", "C04")]),
        (replace(RIGHT, agreements=()), []),
    ],
)
def test_what_is_wrong_is_found(picture, expected):
    assert rules_and_subjects(picture) == expected


def test_agreed_but_unused_is_asked_about():
    picture = replace(with_agreement(levels={"S03": Decimal("99.9"), "S07": Decimal("99.5")}))
    assert rules_and_subjects(picture) == [("R24", "A04 S07")]


def test_what_no_service_states_has_not_been_begun():
    assert rules_and_subjects(with_service(owner="", unit="")) == []


def test_package_with_a_service_that_is_not_live():
    retiring = replace(WEB_SHOP, state="retiring")
    picture = replace(
        RIGHT, services={"S03": retiring}, packages=(PackageFacts("P7", "Shop", ("S03",)),)
    )
    (found,) = promises.live_packages(picture)
    assert (found.rule, str(found.text)) == ("R09", "Shop contains Web shop, which is retiring.")


def test_package_of_what_is_live_is_right_and_of_what_is_nowhere_is_not_judged():
    package = PackageFacts("P7", "Shop", ("S03", "S99"))
    picture = replace(RIGHT, services={"S03": WEB_SHOP}, packages=(package,))
    assert list(promises.live_packages(picture)) == []


WAITING = NeedFacts("N02", "C04", "Compute in days", "prepared, waits for customer", "customer")


def decided(picture: Picture, **alternatives: str) -> list[tuple[str, str]]:
    return [(f.rule, str(f.text)) for f in decisions.decisions_by_customer(picture, alternatives)]


def test_waiting_need_says_what_the_customer_does_meanwhile():
    picture = replace(RIGHT, needs=(WAITING,))
    assert decided(picture, C04="a cluster of their own") == [
        (
            "R08",
            "Compute in days waits for a decision by Retail, who turns elsewhere meanwhile: a cluster of their own.",
        )
    ]
    assert decided(picture) == [("R08", "Compute in days waits for a decision by Retail.")]


def test_need_of_a_customer_who_has_not_accepted_is_blocked():
    (found,) = decided(replace(with_customer(status="identified"), needs=(WAITING,)))
    assert found == (
        "R03",
        "Compute in days cannot be decided: Samira Haddad has not accepted the customer role.",
    )


@pytest.mark.parametrize("state", ["fulfilled", "declined with reason", "decided yes, handed over"])
def test_closed_needs_wait_for_nobody(state):
    assert decided(replace(RIGHT, needs=(replace(WAITING, state=state),))) == []


def test_same_ask_in_other_punctuation_is_one_ask():
    asks = (WAITING, replace(WAITING, id="N03", customer="C05", need="compute, in days!"))
    (found,) = decisions.same_asks(replace(RIGHT, needs=asks))
    assert (found.rule, found.subject) == ("S1-30", "N02")


@pytest.mark.parametrize(
    ("starts", "ends", "status", "is_found"),
    [
        (date(2026, 12, 1), date(2027, 12, 31), "accepted", True),
        (date(2026, 12, 31), None, "in force", True),
        (date(2027, 1, 1), date(2027, 12, 31), "accepted", False),
        (date(2026, 12, 1), date(2027, 12, 31), "proposed", False),
        (date(2025, 1, 1), date(2026, 3, 31), "ended", False),
    ],
)
def test_a_service_is_agreed_once_for_a_day(starts, ends, status, is_found):
    other = replace(AGREEMENT, id="A14", starts=starts, ends=ends, status=status)
    found = list(promises.agreed_once(replace(RIGHT, agreements=(AGREEMENT, other))))

    assert [(one.rule, one.subject) for one in found] == ([("S1-12", "A14")] if is_found else [])
