"""What was typed into a form, read field by field; a refusal names what was written and what would be right."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import QueryDict

from domestique.web.asking import number_in

MOST_WEEKS = 999


def text_in(typed: QueryDict, name: str) -> str:
    """Read a text; browsers end lines their own way."""
    return typed.get(name, "").replace("\r\n", "\n").strip()


def whole_in(typed: QueryDict, name: str, most: int = MOST_WEEKS) -> int | None:
    """Read a whole number from 1 on, ``None`` where nothing is written; refuses ``NumberNotUnderstood``."""
    written = text_in(typed, name)
    return number_in(written, 1, most) if written else None


def version_in(typed: QueryDict) -> int:
    """Read the version of the record that the form was opened on; none counts as never seen."""
    written = typed.get("seen", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def chosen_in(typed: QueryDict, name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Read ids that were ticked, those that are known."""
    offered = set(known)
    return tuple(id_ for id_ in typed.getlist(name) if id_ in offered)
