"""How meetings of a kind feel, from both sides, and gentle advice when they sour (S1-24).

Moods are compared and counted, never averaged. Only dialogues are advised about: a follow-up may well be hard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domestique.quantities.sentence import Sentence, say
from domestique.relations.choices import MeetingKind, MeetingMood

BEST_FIRST = (MeetingMood.CREATIVE, MeetingMood.NEUTRAL, MeetingMood.ACCUSING)


class Turn(StrEnum):
    """Whether something is better, worse or the same as before; or not known."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class FeltMeeting:
    """How one held meeting felt to each side; empty is not known."""

    id: str
    kind: str
    held_on: date
    business: str = ""
    it: str = ""

    @property
    def worst(self) -> int | None:
        """The rank of the worse of the two sides, 0 best; ``None`` if neither said."""
        ranks = [BEST_FIRST.index(one) for one in (self.business, self.it) if one in BEST_FIRST]
        return max(ranks, default=None)


def turn_of(before: int | None, now: int | None) -> Turn:
    """Compare two ranks, 0 best."""
    if before is None or now is None:
        return Turn.UNKNOWN
    return Turn.SAME if before == now else Turn.BETTER if now < before else Turn.WORSE


def known_last(meetings: Sequence[FeltMeeting]) -> tuple[FeltMeeting | None, Turn]:
    """Return the newest meeting somebody told the mood of, and how it compares with the one before it."""
    told = sorted((one for one in meetings if one.worst is not None), key=lambda one: one.held_on)
    if not told:
        return None, Turn.UNKNOWN
    before = told[-2].worst if len(told) > 1 else None
    return told[-1], turn_of(before, told[-1].worst)


def advice(meetings: Sequence[FeltMeeting]) -> Sentence | None:
    """Return gentle advice when the newest dialogue felt accusing, worse than before, or unlike to the two sides."""
    last, turn = known_last([one for one in meetings if one.kind == MeetingKind.DIALOGUE])
    if last is None:
        return None
    if MeetingMood.ACCUSING in (last.business, last.it):
        return say(
            "The last dialogue felt accusing. Begin the next one with where they want to be, and leave figures to the follow-up."
        )
    if turn is Turn.WORSE:
        return say(
            "The last dialogue felt less creative than the one before. Try fewer people, another room, or their place."
        )
    if last.business and last.it and last.business != last.it:
        return say(
            "The two sides did not feel the last dialogue alike. Ask how it was for them before the next one."
        )
    return None
