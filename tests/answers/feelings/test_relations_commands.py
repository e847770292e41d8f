"""``domestique satisfaction``, ``customers`` and ``history`` on the demo organisation."""

from __future__ import annotations

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_satisfaction_now():
    found = answer("satisfaction", "--on", "2026-11-21")
    counts = {
        name: found[name]
        for name in ("accepted_customers", "positive", "neutral", "negative", "unknown")
    }
    assert counts == {
        "accepted_customers": 10,
        "positive": 4,
        "neutral": 3,
        "negative": 2,
        "unknown": 1,
    }
    assert (found["on"], found["at_stake"]) == ("2026-11-21", "6670000")
    assert {one["customer"] for one in found["not_accepted"]} == {"C09", "C11"}


def test_without_a_day_the_organisations_own_today_counts():
    assert answer("satisfaction")["on"] == "2026-11-21"


def test_a_day_that_is_none_is_bad_usage():
    result = ask("satisfaction", "--on", "yesterday")
    assert (result.exit_code, "“yesterday” is not a day" in result.stderr) == (2, True)


def test_money_shows_twelve_customers_and_thirty_orderers():
    proposals = answer("customers", "--propose")["proposals"]
    roles = {one["unit"]: (one["role"], one["customer"]) for one in proposals}
    assert [unit for unit, (role, _) in roles.items() if role == "customer"] == [
        f"U{n:02}" for n in range(1, 13)
    ]
    assert sum(role == "orderer" for role, _ in roles.values()) == 30
    assert roles["U111"] == ("orderer", "U04")
    assert roles["U00"] == ("none", None)


def test_every_proposal_has_its_reason():
    proposals = answer("customers", "--propose")["proposals"]
    reasons = {one["unit"]: one["reason"] for one in proposals}
    assert all(reasons.values())
    assert "7,110,000" in reasons["U01"]


def test_customers_are_listed():
    listed = answer("customers")["customers"]
    assert [one["customer"] for one in listed] == [f"C{n:02}" for n in range(1, 13)]


def test_history_of_a_row_tells_who_and_why():
    (change,) = answer("history", "services", "S01")["changes"]
    assert (change["who"], change["why"]) == ("Petri Salmela", "Loaded from services.csv")
    assert {"field": "owner", "old": None, "new": "Karin Öberg", "new_id": "Karin Öberg"} in change[
        "fields"
    ]


def test_row_that_was_not_there_on_the_day_is_refused():
    result = ask("history", "services", "S01", "--on", "2020-01-01")
    assert (result.exit_code, "was not there" in result.stderr) == (1, True)


def test_table_that_is_none_gets_the_nearest():
    result = ask("history", "service", "S01")
    assert (result.exit_code, "did you mean “services”" in result.stderr) == (1, True)
