"""What a person may see and do, as her page says it: every ability and every customer with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domestique.access.standing import Ground, Standing
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import WHO_CAN, Ability


@dataclass(frozen=True, slots=True)
class AbilityRow:
    """One ability: whether she has it, because of what, and else who has it."""

    name: Sentence
    grounds: tuple[Ground, ...]
    who_can: Sentence


@dataclass(frozen=True, slots=True)
class SeenCustomer:
    """One customer she may see, whether she hears its own words too, and because of what."""

    id: str
    name: str
    is_heard: bool
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class MaySee:
    """The whole page."""

    grounds: tuple[Ground, ...]
    has: tuple[AbilityRow, ...]
    has_not: tuple[AbilityRow, ...]
    customers: tuple[SeenCustomer, ...]
    all_customers: bool


def may_see(standing: Standing, names: Mapping[str, str]) -> MaySee:
    """Set out a standing for its page; ``names`` are those of the customers she may see."""
    rows = [
        AbilityRow(say(one.value), tuple(standing.grounds_for(one)), WHO_CAN[one])
        for one in Ability
    ]
    customers = tuple(
        SeenCustomer(
            id_, name, standing.viewer.may_hear(id_), tuple(standing.grounds_for_customer(id_))
        )
        for id_, name in names.items()
    )
    return MaySee(
        standing.grounds,
        tuple(row for row in rows if row.grounds),
        tuple(row for row in rows if not row.grounds),
        customers,
        standing.viewer.customers is None,
    )
