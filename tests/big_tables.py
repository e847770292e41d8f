"""Big tables of a test: a fixed sample is tried always, and every row in ``make check-all``."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pytest


def whole(rows: Iterable[Any]) -> list[Any]:
    """Mark the rows of a table that are only tried in ``make check-all``."""
    return [
        pytest.param(*(row if isinstance(row, tuple) else (row,)), marks=pytest.mark.whole)
        for row in rows
    ]


def sampled(rows: Iterable[Any], most: int) -> list[Any]:
    """Return the rows of a table, so many of them tried always: the same in every run, and on every worker."""
    every = list(rows)
    always = set(random.Random(1).sample(range(len(every)), min(most, len(every))))
    return [row if place in always else whole([row])[0] for place, row in enumerate(every)]
