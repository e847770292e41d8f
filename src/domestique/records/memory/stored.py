"""Answers that took long, kept in files beside the database, so that a new process need not reckon them anew.

A file is believed only when it is signed with this installation's key and made by this very program, and when everything
its answer rests on was last changed by the same change at the same moment.
"""

import hashlib
import hmac
import json
import os
import pickle
import sys
from collections.abc import Collection, Hashable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from time import monotonic, time
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model

import domestique
from domestique.records.memory.freshness import FORGETTING, moments_of
from domestique.records.memory.recording import looked_at, unrecorded
from domestique.records.viewer import Viewer

WORTH_SECONDS = 0.05
"""What took less is reckoned anew: that is as quick as to read it."""

PAUSE_SECONDS = 60
"""An answer that changes over and over is not written again before that."""

MOST_FILES, MOST_AGE_SECONDS = 200, 2 * 24 * 3600

PLAIN = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
        ("zoneinfo", "ZoneInfo"),
        (__name__, "unchangeable"),
    }
)
WORDING = "domestique.findings.rules."
_written: dict[Path, float] = {}


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as it was kept, what of the viewers was looked at, and the tables and columns it rests on."""

    answer: Any
    viewed: frozenset[str]
    rests_on: frozenset[str]


def stored(
    question: Hashable, viewers: list[Viewer], newest: Mapping[str, int | None]
) -> Stored | None:
    """Return what is stored of a question for such viewers, if it still holds."""
    folder: Path | None = settings.REMEMBERED_IN
    if folder is None:
        return None
    for file in folder.glob(f"{_digest(question)}-*"):
        try:
            signature, head, body = file.read_bytes().split(b"\n", 2)
        except (OSError, ValueError):
            continue
        if not hmac.compare_digest(signature, _signature(head, body)):
            continue
        told = json.loads(head)
        viewed, rests_on = frozenset(told["viewed"]), frozenset(told["rests_on"])
        is_hers = file.name.endswith(_digest(_alike(viewers, viewed)))
        if is_hers and told["stamp"] == _stamp(rests_on, newest):
            with suppress(pickle.UnpicklingError):
                return Stored(read_values(body), viewed, rests_on)
    return None


def store(
    question: Hashable, viewers: list[Viewer], found: Stored, newest: Mapping[str, int | None]
) -> bool:
    """Write an answer down for every process, and tell whether that was done; not too often."""
    folder: Path | None = settings.REMEMBERED_IN
    if folder is None:
        return True
    file = folder / f"{_digest(question)}-{_digest(_alike(viewers, found.viewed))}"
    if monotonic() < _written.get(file, -PAUSE_SECONDS) + PAUSE_SECONDS:
        return False
    _written[file] = monotonic()
    told = {
        "viewed": sorted(found.viewed),
        "rests_on": sorted(found.rests_on),
        "stamp": _stamp(found.rests_on, newest),
    }
    head, body = json.dumps(told).encode(), values_written(found.answer)
    try:
        folder.mkdir(mode=0o700, exist_ok=True, parents=True)
        _write(file, b"\n".join((_signature(head, body), head, body)))
        _tidy(folder)
    except OSError:  # no room, or nothing may be written here: then it is reckoned anew
        return True
    return True


def forget_stored() -> None:
    """Take away every file."""
    folder: Path | None = settings.REMEMBERED_IN
    for file in folder.glob("*") if folder else ():
        file.unlink(missing_ok=True)


def values_written(answer: Any) -> bytes:
    """Return an answer written down."""
    written = BytesIO()
    _Writer(written, protocol=5).dump(answer)
    return written.getvalue()


def read_values(written: bytes) -> Any:
    """Return values that were written down; anything else is refused."""
    return _Values(BytesIO(written)).load()


def _write(file: Path, content: bytes) -> None:
    """Write a file whole, for its owner's eyes only."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(content)
    draft.replace(file)


def _tidy(folder: Path) -> None:
    """Take away what is old, and the oldest of what is too much."""
    ages = sorted((time() - file.stat().st_mtime, file) for file in folder.glob("*"))
    for number, (age, file) in enumerate(ages):
        if number >= MOST_FILES or age > MOST_AGE_SECONDS:
            file.unlink(missing_ok=True)


def _stamp(rests_on: Collection[str], newest: Mapping[str, int | None]) -> list[list[Any]]:
    """Return the newest change of every table an answer rests on, with its moment: a number may come again after a backup."""
    tables = {rest.partition(".")[0] for rest in rests_on} | {FORGETTING}
    with unrecorded():
        moments = moments_of({table: newest[table] for table in tables})
    return [[table, newest[table], moments.get(table, "")] for table in sorted(tables)]


def _alike(viewers: list[Viewer], viewed: frozenset[str]) -> tuple[object, ...]:
    return (*sorted(viewed), *(looked_at(viewer, viewed) for viewer in viewers))


def _digest(thing: object) -> str:
    return hashlib.sha256("\n".join(_written_out(thing)).encode()).hexdigest()[:32]


def _written_out(thing: object) -> Iterator[str]:
    """Write something out the same in every process."""
    if isinstance(thing, frozenset):
        yield f"{len(thing)} in any order"
        yield from sorted("\n".join(_written_out(one)) for one in thing)
    elif isinstance(thing, tuple):
        yield f"{len(thing)} in order"
        for one in thing:
            yield from _written_out(one)
    elif callable(thing):
        yield f"{thing.__module__}.{getattr(thing, '__qualname__', thing)}"
    else:
        yield repr(thing)


def _signature(head: bytes, body: bytes) -> bytes:
    key = hashlib.sha256(f"{__name__} {settings.SECRET_KEY} {_program()}".encode()).digest()
    digest = hmac.new(key, head + b"\n", hashlib.sha256)
    digest.update(body)
    return digest.hexdigest().encode()


@cache
def _program() -> str:
    """Return what is another for every other version of this program, or of Python."""
    files = sorted(Path(domestique.__file__).parent.rglob("*.py"))
    sizes = [(str(file), stat.st_size, stat.st_mtime_ns) for file in files if (stat := file.stat())]
    return f"{sys.version} {_digest(tuple(sizes))}"


def unchangeable(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that cannot be changed; what is written of one."""
    return MappingProxyType(values)


class _Writer(pickle.Pickler):
    """Writes values; a mapping that cannot be changed is written as what it shows, a zone by its name."""

    def reducer_override(self, thing: object) -> Any:
        """Say how one thing is written."""
        if isinstance(thing, MappingProxyType):
            return unchangeable, (dict(thing),)
        if isinstance(thing, ZoneInfo):
            return ZoneInfo, (thing.key,)
        return NotImplemented


class _Values(pickle.Unpickler):
    """Reads values only: plain ones, those of this program, and what puts findings into words."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; refuse everything else before it is looked for."""
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        if module.startswith("domestique.") and "." not in name:
            found = super().find_class(module, name)
            is_value = isinstance(found, type) and not issubclass(found, Model)
            if found.__module__ == module and (is_value or module.startswith(WORDING)):
                return found
        raise pickle.UnpicklingError(name)
