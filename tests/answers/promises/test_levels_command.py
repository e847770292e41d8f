"""``domestique levels`` on the demo organisation: the golden availability of October 2026."""

from __future__ import annotations

from fractions import Fraction

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

# service, service minutes, downtime minutes, availability to the nearest fourth decimal, target, met
GOLDEN = [
    ("S24", 14520, 155, "98.9325", "99", False),
    ("S27", 44700, 65, "99.8546", "99.9", False),
    ("S03", 44700, 265, "99.4072", "99.9", False),
    ("S01", 29160, 70, "99.7599", "99.8", False),
    ("S02", 44700, 50, "99.8881", "99.8", True),
    ("S07", 22320, 75, "99.6640", "99.5", True),
    ("S08", 14520, 90, "99.3802", "99.5", False),
]


@pytest.fixture
def levels() -> dict[str, dict[str, object]]:
    found = answer("levels", "--month", "2026-10")
    assert found["month"] == "2026-10"
    return {level["service"]: level for level in found["levels"]}


@pytest.mark.parametrize(("service", "minutes", "downtime", "nearest", "target", "is_met"), GOLDEN)
def test_golden_level(levels, service, minutes, downtime, nearest, target, is_met):
    level = levels[service]
    assert (level["service_minutes"], level["downtime_minutes"]) == (minutes, downtime)
    assert (level["target"], level["met"]) == (target, is_met)
    exact = 100 * (1 - Fraction(downtime, minutes - level["agreed_downtime_minutes"]))
    assert f"{float(exact):.4f}" == nearest
    # Shown cut downwards, so that it never flatters.
    assert 0 <= exact - Fraction(level["availability"]) < Fraction(1, 10_000)
    assert len(level["availability"].split(".")[1]) == 4


def test_every_service_with_a_target_has_a_level_and_silence_is_a_hundred(levels):
    assert len(levels) == 40
    assert levels["S09"]["availability"] == "100.0000"
    assert levels["S09"]["interruptions"] == 0


def test_month_without_any_record_is_not_known():
    found = answer("levels", "--month", "2026-08")
    assert {level["availability"] for level in found["levels"]} == {None}
    assert {level["met"] for level in found["levels"]} == {None}


def test_a_month_that_is_none_is_refused_with_a_sentence():
    result = ask("levels", "--month", "oktober")
    assert result.exit_code == 1
    assert "“oktober” is not a month" in result.stderr


def test_explanation_goes_down_to_the_rows():
    shown = ask("levels", "--month", "2026-10", "--service", "S24", "--explain").stdout
    assert "outages I1" in shown
    assert "maintenance_windows W2" in shown
