"""What a person may see and do, as her page says it: every ability and every customer with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from domestique.access.standing import Ground, Standing
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import WHO_CAN, Ability


@dataclass(frozen=True, slots=True)
class SeenCustomer:
    """One customer she may see, whether she hears its own words too, and because of what."""

    id: str
    name: str
    is_heard: bool
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class MaySee:
    """The whole page; ``has`` says because of what she has an ability, ``has_not`` who else has it."""

    grounds: tuple[Ground, ...]
    has: tuple[tuple[Sentence, tuple[Ground, ...]], ...]
    has_not: tuple[tuple[Sentence, Sentence], ...]
    customers: tuple[SeenCustomer, ...]
    all_customers: bool


def may_see(standing: Standing, names: Mapping[str, str]) -> MaySee:
    """Set out a standing for its page; ``names`` are those of the customers she may see."""
    grounds = {one: tuple(standing.grounds_for(one)) for one in Ability}
    customers = tuple(
        SeenCustomer(
            id_, name, standing.viewer.may_hear(id_), tuple(standing.grounds_for_customer(id_))
        )
        for id_, name in names.items()
    )
    return MaySee(
        standing.grounds,
        tuple((say(one.value), why) for one, why in grounds.items() if why),
        tuple((say(one.value), WHO_CAN[one]) for one, why in grounds.items() if not why),
        customers,
        standing.viewer.customers is None,
    )
