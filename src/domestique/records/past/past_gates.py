"""What was entered past a gate: listed with the change, who and when, until it is answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domestique.quantities.sentence import Sentence
from domestique.records.guard import Passed
from domestique.records.models import PastGate
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class JustSaved:
    """A change that was saved: of which row, by whom, why, and the moment under which its history holds it."""

    table: str
    key: str
    viewer: Viewer
    why: str
    at: datetime


def list_passed(entered: JustSaved, passed: Iterable[Passed]) -> None:
    """List what was saved although it would have been refused, or without a ground."""
    PastGate.objects.bulk_create(
        PastGate(
            at=entered.at,
            person=entered.viewer.person,
            table=entered.table,
            key=entered.key,
            refusal=kept_sentence(one.refusal.sentence),
            service=one.service,
            why=entered.why,
        )
        for one in passed
    )


def kept_sentence(sentence: Sentence) -> dict[str, Any]:
    """Return a sentence as it is kept, so that it can still be said in any language."""
    values = {
        name: kept_sentence(value) if isinstance(value, Sentence) else f"{value}"
        for name, value in sentence.values
    }
    return {"text": sentence.text, "values": values}


def told_sentence(kept: Mapping[str, Any]) -> Sentence:
    """Return a sentence that was kept."""
    values = {
        name: value if isinstance(value, str) else told_sentence(value)
        for name, value in kept["values"].items()
    }
    return Sentence(kept["text"], tuple(values.items()))
