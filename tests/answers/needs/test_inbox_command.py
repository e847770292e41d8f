"""``domestique inbox`` and ``domestique needs``."""

from __future__ import annotations

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_what_waits_to_be_sorted():
    first = answer("inbox")["unsorted"][0]
    assert (first["id"], first["age_days"], first["times"], first["services"]) == (
        "IN04",
        30,
        6,
        ["T03"],
    )


def test_the_desk_puts_something_in():
    asked = ("inbox", "add", "printers\nscanners", "--source", "desk", "--origin", "Service desk")
    assert answer(*asked) == {"added": ["IN12", "IN13"]}
    assert "7 things wait to be sorted" in " ".join(ask("inbox").stdout.split())


def test_nothing_enters_without_a_source():
    result = ask("inbox", "add", "printers", "--origin", "Service desk")
    assert result.exit_code == 1
    assert "Nothing enters without a source" in result.stderr


def test_needs_say_for_whom_they_wait():
    needs = {one["need"]: one for one in answer("needs")["needs"]}
    assert needs["N02"]["waits_for"] == "Ilmari Vesterinen, to decide"
    assert (needs["N06"]["step"], needs["N06"]["waits_for"]) == ("fulfilled", None)
    assert {one["customer"] for one in answer("needs", "--customer", "C04")["needs"]} == {"C04"}
