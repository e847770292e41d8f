"""What the rules found, looked for by what is said of it, its rule, and what the row it is about is called."""

from collections.abc import Set as AbstractSet
from datetime import date

from django.utils.translation import get_language

from domestique.answers.search.search_entry import Findable, entry
from domestique.answers.search.searchable import shelves
from domestique.answers.search.shelf import Shelf
from domestique.findings.finding import Finding
from domestique.findings.findings import Place
from domestique.findings.grouped import FindingKind, findings_seen_by, group_by_rule
from domestique.quantities.sentence import say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.vocabulary.speech import spoken


def findings_found(viewer: Viewer, clock: date) -> Shelf:
    """Return the findings this viewer is told, in her language: as many of each rule as their page has room for."""
    return _findings(viewer, clock, get_language())


@while_unchanged
def _findings(viewer: Viewer, clock: date, _language: str | None) -> Shelf:
    kinds = group_by_rule(findings_seen_by(viewer, clock))
    called = _called(viewer, {(one.table, one.subject) for kind in kinds for one in kind.shown})
    return Shelf(
        "findings",
        say("Findings"),
        tuple(
            _found(kind, number, one, called.get((one.table, one.subject), ""))
            for kind in kinds
            for number, one in enumerate(kind.shown, start=1)
        ),
    )


def _called(viewer: Viewer, about: AbstractSet[Place]) -> dict[Place, str]:
    """Return what the rows that are found wrong are called, where this viewer may find them."""
    tables = {table for table, _ in about}
    return {
        (shelf.kind, row.key): row.title
        for shelf in shelves(viewer)
        if shelf.kind in tables
        for row in filter(shelf.open_to(viewer), shelf.entries)
        if (shelf.kind, row.key) in about
    }


def _found(kind: FindingKind, number: int, one: Finding, subject: str) -> Findable:
    place = ("findings#", f"{kind.rule}-{number}")
    hidden = (one.subject, subject, spoken(one.advice))
    return entry(kind.rule, [spoken(one.text)], [spoken(kind.title)], hidden, ways=(place,))
