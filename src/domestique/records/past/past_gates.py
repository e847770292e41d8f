"""What was entered past a gate: listed with the change, who and when, until it is answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domestique.quantities.errors import Refusal, Worded
from domestique.quantities.sentence import Sentence
from domestique.records.guard import Passed
from domestique.records.models import ByHandOf, PastGate
from domestique.records.viewer import Viewer


class MayGoOn(Worded):
    """What a guard would refuse, told to one who keeps the picture alone, who may go on with a word why."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        """Take what would be refused; the first says it where there is room for one sentence."""
        super().__init__(refusals[0].sentence)
        self.sentences = tuple(dict.fromkeys(one.sentence for one in refusals))


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
            hand=entered.viewer.hand,
            table=entered.table,
            key=entered.key,
            refusal=kept_sentence(one.refusal.sentence),
            service=one.service,
            why=entered.viewer.past or entered.why,
        )
        for one in passed
    )


def insist_on_a_word(viewer: Viewer, passed: Sequence[Passed]) -> None:
    """Tell one who keeps the picture alone what would be refused, unless she has said why she goes on: ``MayGoOn``."""
    if passed and viewer.is_advised and not viewer.past:
        raise MayGoOn([one.refusal for one in passed])


def list_hand(viewer: Viewer, at: datetime) -> None:
    """Note who sat there, where somebody acts as another; once for all that was saved in one moment."""
    if viewer.hand:
        ByHandOf.objects.get_or_create(at=at, person=viewer.person, hand=viewer.hand)


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
