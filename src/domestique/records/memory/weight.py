"""About how much memory an answer takes: some of it is looked at, and the rest taken to be like that."""

import sys
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

SAMPLE, LEAST = 32, 4


def weight_of(answer: object) -> int:
    """Estimate the bytes of an answer with all that hangs on it."""
    return _weight(answer, SAMPLE, {})


def _weight(thing: Any, sample: int, seen: dict[int, object]) -> int:
    if thing is None or id(thing) in seen or isinstance(thing, type) or callable(thing):
        return 0
    seen[id(thing)] = thing  # held, so that nothing else gets its number
    own = sys.getsizeof(thing)
    if getattr(thing, "is_weighed_apart", False):  # what it is made of is remembered by itself
        return own
    if isinstance(thing, (str, bytes, int, float)):
        return own
    if isinstance(thing, Mapping):
        return own + _sampled(thing.items(), len(thing), sample, seen)
    if isinstance(thing, (list, tuple, set, frozenset)):
        return own + _sampled(thing, len(thing), sample, seen)
    return own + sum(_weight(part, sample, seen) for part in _parts(thing))


def _sampled(things: Iterable[object], count: int, sample: int, seen: dict[int, object]) -> int:
    """Weigh the first things and take the rest for the like of the last of these."""
    weights = [_weight(thing, max(sample // 2, LEAST), seen) for thing in islice(things, sample)]
    later = weights[len(weights) // 2 :]  # what all of them share hangs on the first ones
    return sum(weights) + (count - len(weights)) * sum(later) // len(later) if later else 0


def _parts(thing: Any) -> Iterable[object]:
    """Return what an object is made of: its slots and its attributes."""
    slots = (name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ()))
    own = [getattr(thing, name, None) for name in slots if not name.startswith("__")]
    return (*own, *getattr(thing, "__dict__", {}).values())
