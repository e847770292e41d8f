"""Answers that are reckoned once and remembered until a record they rest on changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import ParamSpec, TypeVar

from django.db import connection

from domestique.records.freshness import Stamp, stamp_of_records
from domestique.records.models import Record

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
REMEMBERED = 6


def while_unchanged(reckon: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember the answers of a read; a change to any record makes it reckon anew.

    The arguments must be hashable and the answers immutable. Inside a transaction nothing is
    remembered: what is not committed yet may never have happened.
    """
    return _remember(reckon, ())


def while_these_stay(
    *kinds: type[Record],
) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Remember likewise, until a record of these kinds changes: name all that the read looks at."""
    return partial(_remember, kinds=kinds)


def _remember(
    reckon: Callable[Asked, Answer], kinds: tuple[type[Record], ...]
) -> Callable[Asked, Answer]:
    @lru_cache(maxsize=REMEMBERED)
    def remembered(_stamp: Stamp, *args: object, **kwargs: object) -> Answer:
        return reckon(*args, **kwargs)  # type: ignore[arg-type]

    @wraps(reckon)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        if connection.in_atomic_block:
            return reckon(*args, **kwargs)
        return remembered(stamp_of_records(*kinds), *args, **kwargs)  # type: ignore[arg-type]

    return answer
