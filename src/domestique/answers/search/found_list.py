"""What was found as pages show it: by kind, with the address each thing leads to."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from domestique.answers.search.search import Hit, HitGroup
from domestique.answers.search.shelf import RECORD
from domestique.answers.tables.record_fields import page_of_row
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One thing found: what it is called, what stands beside it, and where it leads."""

    title: str
    notes: tuple[str | Sentence, ...]
    url: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one kind; ``rest`` more are behind ``more_url``."""

    kind: str
    name: Sentence
    lines: tuple[FoundLine, ...]
    rest: int
    more_url: str


def found_group(group: HitGroup, question: str) -> FoundGroup:
    """Make a group ready to be shown."""
    asked = urlencode({"q": question, "kind": group.kind})
    return FoundGroup(
        group.kind,
        group.called,
        tuple(found_line(hit) for hit in group.hits),
        group.rest,
        f"{reverse('find')}?{asked}",
    )


def found_line(hit: Hit) -> FoundLine:
    """Make a thing found ready to be shown."""
    entry = hit.entry
    return FoundLine(entry.title, entry.notes, _address(*hit.way))


def _address(page: str, takes: str) -> str:
    """Return the address of a place: a page of its own, a place on a list, or a list asked with words."""
    if page == RECORD:
        return page_of_row(*takes.split("/", 1))
    route, is_on_list, before = page.partition("#")
    if is_on_list:
        return f"{reverse(route)}#{before}{takes}"
    route, is_asked, name = page.partition("?")
    if is_asked:
        return f"{reverse(route)}?{urlencode({name: takes})}"
    return reverse(route, args=[takes] if takes else [])
