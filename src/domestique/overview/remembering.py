"""Answers that are reckoned once and remembered until a record changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.db import connection

from domestique.overview.freshness import Stamp, stamp_of_records

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
REMEMBERED = 6


def while_unchanged(reckon: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember the answers of a read; a change to any record makes it reckon anew.

    The arguments must be hashable and the answers immutable. Inside a transaction nothing is
    remembered: what is not committed yet may never have happened.
    """

    @lru_cache(maxsize=REMEMBERED)
    def remembered(_stamp: Stamp, *args: object, **kwargs: object) -> Answer:
        return reckon(*args, **kwargs)  # type: ignore[arg-type]

    @wraps(reckon)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        if connection.in_atomic_block:
            return reckon(*args, **kwargs)
        return remembered(stamp_of_records(), *args, **kwargs)  # type: ignore[arg-type]

    return answer
