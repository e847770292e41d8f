"""Two kinds of meeting kept apart: change in the dialogue, statistics in the follow-up (R10, K12).

A development dialogue carries no statistics; a follow-up no new needs. What is misplaced is parked for the other
meeting, never lost. The team's own meeting, and decisions, actions and notes, take anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from domestique.relations.choices import ItemKind, MeetingKind

FORWARD = (ItemKind.GOAL, ItemKind.OBSTACLE, ItemKind.IDEA, ItemKind.NEW_NEED, ItemKind.TRIAL)
BACKWARD = (
    ItemKind.BREACH,
    ItemKind.NEAR_MISS,
    ItemKind.STATISTICS,
    ItemKind.CONSUMPTION,
    ItemKind.SATISFACTION,
    ItemKind.LEVEL,
)
ANYWHERE = (ItemKind.DECISION, ItemKind.ACTION, ItemKind.NOTE)


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting that was held: which kind, and the kinds of items that were in it, parked ones left out."""

    id: str
    kind: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Separation:
    """K12: how many held meetings with customers were free of misplaced items, and which were not."""

    clean: int
    held: int
    mixed: tuple[str, ...]

    @property
    def share(self) -> Fraction | None:
        """The separation rate; ``None`` while no meeting was held."""
        return Fraction(self.clean, self.held) if self.held else None


def meeting_for(item_kind: str) -> str | None:
    """Return the kind of meeting an item belongs to; ``None`` if it may stand in any."""
    if item_kind in FORWARD:
        return MeetingKind.DIALOGUE
    return MeetingKind.FOLLOW_UP if item_kind in BACKWARD else None


def is_misplaced(item_kind: str, meeting_kind: str) -> bool:
    """Whether an item belongs to the other kind of meeting with the customer."""
    return meeting_kind != MeetingKind.TEAM and meeting_for(item_kind) not in (None, meeting_kind)


def kinds_for(meeting_kind: str) -> tuple[str, ...]:
    """Return the kinds of items a meeting is made for, its own first."""
    if meeting_kind == MeetingKind.DIALOGUE:
        return (*FORWARD, *ANYWHERE)
    return (
        (*BACKWARD, *ANYWHERE)
        if meeting_kind == MeetingKind.FOLLOW_UP
        else (*ANYWHERE, *BACKWARD, *FORWARD)
    )


def separation(held: Iterable[HeldMeeting]) -> Separation:
    """Count the held meetings free of misplaced items; the team's own meetings are not counted."""
    counted = [one for one in held if one.kind != MeetingKind.TEAM]
    mixed = tuple(
        one.id for one in counted if any(is_misplaced(item, one.kind) for item in one.items)
    )
    return Separation(len(counted) - len(mixed), len(counted), mixed)
