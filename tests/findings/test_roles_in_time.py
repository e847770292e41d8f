"""Rules about roles over time, and about who accepted what: R01, R04, R05, R06, R07."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.findings.picture import AgreementFacts, CustomerFacts, Picture
from domestique.findings.rules.dated import mandates, team_histories, teams_ahead
from domestique.findings.rules.promises import accepted_agreements, content_in_lines
from domestique.parties.customer_team import Membership, Period, Team
from domestique.parties.mandates import Grant

SAMIRA = CustomerFacts("C04", "Retail", "Samira", "PRICK", "accepted")
AGREEMENT = AgreementFacts(
    "A04",
    "C04",
    "in force",
    date(2026, 1, 1),
    date(2026, 12, 31),
    date(2025, 11, 14),
    {"S03": Decimal("99.9"), "S05": Decimal(99)},
    (),
    "Samira",
)
PICTURE = Picture(
    today=date(2026, 11, 21),
    customers={"C04": SAMIRA},
    teams={"PRICK": Team("PRICK", "Team Prick", "Nadja", "Oskar", ("Noor",))},
    services={},
    agreements=(AGREEMENT,),
    needs=(),
    packages=(),
    used=frozenset(),
    has_prices=False,
)
OWN = Grant("Samira", Decimal(1), (), date(2026, 1, 1), date(2026, 12, 31))
LENT = replace(OWN, person="Elif", delegated_by="Samira")


def test_two_teams_at_once_are_found_and_one_after_the_other_is_not():
    gul = Period("Team Gul", date(2025, 1, 1), date(2026, 5, 1))
    prick = Period("Team Prick", date(2026, 5, 1))
    (found,) = team_histories(PICTURE, {"C04": [gul, prick]})
    assert (found.rule, found.subject, found.owner) == ("R04", "C04", "Nadja")
    right = [replace(gul, ends=date(2026, 4, 30)), prick]
    assert list(team_histories(PICTURE, {"C04": right})) == []


def test_a_team_with_two_customer_managers_is_found():
    both = (
        Membership("Ebba", "customer manager", date(2026, 1, 1)),
        Membership("Lars", "customer manager", date(2026, 2, 1)),
    )
    (found,) = teams_ahead(PICTURE, [Team("PRICK", "Team Prick", "", "Oskar", ("Noor",), both)])
    assert (found.rule, found.subject) == ("R05", "PRICK")
    assert "Ebba, Lars" in str(found.text)


def test_who_is_missing_from_a_day_ahead_is_found_with_the_day():
    until = (Membership("Oskar", "delivery manager", date(2026, 1, 1), date(2026, 11, 30)),)
    team = Team("PRICK", "Team Prick", "Nadja", "", ("Noor",), until)
    (found,) = teams_ahead(PICTURE, [team])
    assert str(found.text) == "From 2026-12-01: Team Prick has no delivery manager."


def test_what_is_missing_today_is_left_to_the_rule_about_today():
    assert list(teams_ahead(PICTURE, [Team("PRICK", "Team Prick", "Nadja", "Oskar")])) == []


@pytest.mark.parametrize(
    ("grants", "text"),
    [
        ([OWN], None),
        ([replace(OWN, ends=date(2026, 11, 20))], "ran out on 2026-11-20"),
        ([replace(OWN, starts=date(2026, 12, 1))], "has not begun"),
        ([Grant("Elif", None, (), None, date(2026, 12, 1), "Samira")], "not on record how much"),
        ([OWN, Grant("Elif", None, (), None, None, "Samira")], "to Elif without a last day"),
        ([OWN, replace(LENT, ends=date(2026, 12, 1))], None),
        ([OWN, replace(LENT, amount=None)], "has lent Elif more for Retail than she holds"),
        ([OWN, replace(LENT, ends=date(2027, 1, 1))], "or for longer"),
        ([OWN, replace(LENT, starts=date(2025, 1, 1), ends=date(2025, 2, 1))], None),
    ],
)
def test_a_customer_has_a_mandate_that_holds_and_lends_it_until_a_day(grants, text):
    found = list(mandates(PICTURE, {"C04": grants}))
    assert [one.rule for one in found] == ([] if text is None else ["R01"])
    assert text is None or text in str(found[0].text)


def test_mandates_that_nobody_began_are_not_wrong():
    assert list(mandates(PICTURE, {})) == []


def test_an_unaccepted_customer_needs_no_mandate_yet():
    picture = replace(PICTURE, customers={"C04": replace(SAMIRA, status="identified")})
    assert list(mandates(picture, {"C01": [OWN]})) == []


def test_an_agreement_is_accepted_by_name():
    nameless = replace(AGREEMENT, id="A05", accepted_by="")
    (found,) = accepted_agreements(replace(PICTURE, agreements=(AGREEMENT, nameless)))
    assert (found.rule, found.subject) == ("R06", "A05")
    assert list(accepted_agreements(replace(PICTURE, agreements=(nameless,)))) == []


def test_a_line_says_what_is_delivered():
    vague = replace(AGREEMENT, vague=("S03",))
    (found,) = content_in_lines(replace(PICTURE, agreements=(vague,)))
    assert (found.rule, found.subject) == ("R07", "A04 S03")
    begun_nowhere = replace(AGREEMENT, vague=("S03", "S05"))
    assert list(content_in_lines(replace(PICTURE, agreements=(begun_nowhere,)))) == []


def test_the_newest_mandate_that_ran_out_is_named():
    years = [replace(OWN, starts=None, ends=date(year, 12, 31)) for year in (2025, 2024)]
    (found,) = mandates(PICTURE, {"C04": years})
    assert "ran out on 2025-12-31" in str(found.text)


@pytest.mark.parametrize(
    ("ends", "is_found"), [(date(2026, 11, 20), True), (date(2026, 11, 21), False)]
)
def test_a_mandate_holds_on_its_last_day(ends, is_found):
    found = list(mandates(PICTURE, {"C04": [replace(OWN, ends=ends)]}))
    assert bool(found) is is_found
