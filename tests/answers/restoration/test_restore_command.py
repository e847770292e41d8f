"""``domestique restore`` on the demo organisation: the data centre hall is lost."""

from __future__ import annotations

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

EARLIEST = {
    "S01": 315,
    "S30": 240,
    "S26": 255,
    "S27": 240,
    "S05": 285,
    "S03": 345,
    "S02": 315,
    "S06": 285,
    "S07": 135,
}
IMPOSSIBLE = {
    "S01": -75, "S02": -75, "S03": -105, "S05": -105, "T01": -105, "T02": -105, "T03": -105,
    "T05": -105, "T06": -90, "T08": -75, "T10": -105,
}  # fmt: skip
LATE_WITH_TWO = {
    "S01": (315, 240), "S02": (465, 240), "S03": (440, 240), "S04": (660, 480), "S05": (380, 240), "S06": (500, 480),
    "S08": (600, 480), "S12": (540, 480), "S15": (605, 480), "S18": (510, 480), "S24": (560, 480),
}  # fmt: skip
LATE_WITH_FOUR = {"S01": (315, 240), "S02": (345, 240), "S03": (360, 240), "S05": (300, 240)}
STARTS_WITH_FOUR = [
    ("T10", 0), ("T03", 30), ("S07", 90), ("S20", 90), ("S28", 90), ("T01", 90), ("T05", 150), ("S10", 180), ("T02", 180),
    ("T04", 180), ("T06", 180), ("S30", 210), ("S01", 225), ("S26", 225), ("S27", 225), ("S05", 240), ("S02", 255),
    ("T08", 255), ("S06", 285), ("S03", 300),
]  # fmt: skip


def test_earliest_finish_and_impossible_promises():
    found = answer("restore", "--lost", "T10")
    assert {service: found["earliest"][service] for service in EARLIEST} == EARLIEST
    assert {one["service"]: one["slack_minutes"] for one in found["impossible"]} == IMPOSSIBLE


@pytest.mark.parametrize(
    ("crews", "finish", "late"), [("2", 905, LATE_WITH_TWO), ("4", 545, LATE_WITH_FOUR)]
)
def test_crews_finish_and_are_late(crews, finish, late):
    found = answer("restore", "--lost", "T10", "--crews", crews)
    assert found["finish_minutes"] == finish
    assert {one["service"]: (one["back"], one["promised"]) for one in found["late"]} == late


def test_order_with_four_crews():
    found = answer("restore", "--lost", "T10", "--crews", "4")
    assert [(step["service"], step["start"]) for step in found["steps"]][:20] == STARTS_WITH_FOUR
    assert len(found["affected"]) == 40


def test_people_see_when_each_is_back_and_what_is_late():
    shown = ask("restore", "--lost", "T10", "--crews", "4").stdout
    assert "Everything is back after 9:05" in shown
    assert "late, promised 4:00" in shown


def test_a_service_that_is_not_there_is_refused():
    result = ask("restore", "--lost", "T99")
    assert result.exit_code == 1
    assert "T99" in result.stderr


def test_season_puts_its_services_first_and_says_so():
    told = " ".join(
        ask("restore", "--lost", "T10", "--crews", "1", "--during", "CH1").output.split()
    )
    assert "As if during Black week campaign: Web shop, Order management" in told
    usual = {
        step["service"]: step["end"]
        for step in answer("restore", "--lost", "T10", "--crews", "1")["steps"]
    }
    season = answer("restore", "--lost", "T10", "--crews", "1", "--during", "CH1")["steps"]
    assert {step["service"]: step["end"] for step in season}["S03"] < usual["S03"]


def test_unknown_season_is_refused_by_name():
    refused = ask("restore", "--lost", "T10", "--during", "CH9")
    assert refused.exit_code == 1
    assert "“CH9” is no activity of a customer" in refused.output
