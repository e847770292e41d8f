"""What is left for `make check-all`: marked, left out by default, and called by the one command of continuous integration."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from big_tables import sampled, whole

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def marks(row: object) -> list[str]:
    return [mark.name for mark in getattr(row, "marks", ())]


def test_a_sample_is_the_same_every_time_and_leaves_no_row_out():
    rows = sampled(range(100), 20)
    assert rows == sampled(range(100), 20)
    assert [marks(row) for row in rows].count([]) == 20
    assert [getattr(row, "values", (row,))[0] for row in rows] == list(range(100))
    assert sampled([1, 2], 5) == [1, 2]


def test_rows_of_several_values_stay_together():
    (row,) = whole([("E", 1)])
    assert (row.values, marks(row)) == (("E", 1), ["whole"])


@pytest.mark.whole
def test_the_whole_of_a_table_is_only_tried_when_asked_for(request: pytest.FixtureRequest):
    assert "whole" not in request.config.option.markexpr


def test_continuous_integration_tries_every_row():
    options = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    assert "-m 'not whole'" in options["addopts"]
    recipe = re.search(r"^check-all: (.*?)##.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert recipe is not None
    assert {"check", "test-postgresql"} <= {*recipe[1].split()}
    assert recipe[2].strip() == """$(MAKE) --no-print-directory test TESTS='-m ""'"""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split()
    assert ci[-2:] == ["make", "check-all"]
