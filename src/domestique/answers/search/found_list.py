"""What was found as pages show it: by kind, with the address each thing leads to."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from domestique.answers.search.search import Hit, HitGroup
from domestique.answers.search.search_entry import Kind, Place
from domestique.answers.tables.record_fields import page_of_row
from domestique.quantities.sentence import Sentence, say

KINDS = {
    Kind.CUSTOMER: say("Customers"),
    Kind.SERVICE: say("Services"),
    Kind.PERSON: say("People"),
    Kind.UNIT: say("Units"),
    Kind.ORDERER: say("Orderers"),
    Kind.TEAM: say("Customer teams"),
    Kind.SUPPLIER: say("Suppliers"),
    Kind.AGREEMENT: say("Agreements"),
    Kind.PACKAGE: say("Packages"),
    Kind.NEED: say("Needs"),
    Kind.GOAL: say("Goals"),
    Kind.ACTIVITY: say("What customers plan"),
    Kind.OUTAGE: say("Outages"),
    Kind.WINDOW: say("Maintenance windows"),
    Kind.PULSE: say("In their own words"),
}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One thing found: what it is called, what stands beside it, and where it leads."""

    title: str
    notes: tuple[str | Sentence, ...]
    url: str


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one kind; ``rest`` more are behind ``more_url``."""

    kind: Kind
    name: Sentence
    lines: tuple[FoundLine, ...]
    rest: int
    more_url: str


def found_group(group: HitGroup, question: str) -> FoundGroup:
    """Make a group ready to be shown."""
    asked = urlencode({"q": question, "kind": group.kind.value})
    return FoundGroup(
        group.kind,
        KINDS[group.kind],
        tuple(found_line(hit) for hit in group.hits),
        group.rest,
        f"{reverse('find')}?{asked}",
    )


def found_line(hit: Hit) -> FoundLine:
    """Make a thing found ready to be shown."""
    entry = hit.entry
    return FoundLine(entry.title, entry.notes, _address(entry.place))


def _address(place: Place) -> str:
    if place.key:
        return page_of_row(place.table, place.key)
    return f"{reverse(place.table)}?{urlencode({'q': place.words})}"
