"""Who looks: the value that every query and every action takes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domestique.records.ability import Ability


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person looking at the picture, and what of it she may see.

    ``customers`` are the ids of the customers whose business she may see; ``None`` means all of them.
    ``voices`` are those among them whose own words, moods and scores of value she may hear as well; ``None`` means
    each customer she may see. ``abilities`` are what she may see and do; ``None`` means everything, as whoever keeps
    the picture may. No ability opens a gate: who decides, and who accepts, is asked by name.
    ``hand`` is who sits there, where she acts as this person; what only this person may give is listed then. One who
    keeps the picture alone, without log-in, ``is_advised``: the guards tell her what they would refuse, and she goes on
    with a word why (``past``).
    ``sheet`` is the sheet of a survey that somebody without a name fills in by her link; nothing else is hers.
    """

    person: str
    customers: frozenset[str] | None = None
    abilities: frozenset[Ability] | None = None
    voices: frozenset[str] | None = None
    sheet: str = ""
    hand: str = ""
    is_advised: bool = False
    past: str = ""

    def may_see_customer(self, customer_id: str) -> bool:
        """Whether this viewer may see a customer's business."""
        return self.customers is None or customer_id in self.customers

    @property
    def heard(self) -> frozenset[str] | None:
        """The customers whose words, moods and scores she may hear; ``None`` means all of them."""
        return self.customers if self.voices is None else self.voices

    def may_hear(self, customer_id: str) -> bool:
        """Whether this viewer may hear how a customer feels, in her own words."""
        return self.heard is None or customer_id in self.heard

    def may(self, ability: Ability) -> bool:
        """Whether this viewer may see or do something at all."""
        return self.abilities is None or ability in self.abilities

    def in_the_steering_group(self) -> Viewer:
        """Return her as one of the IT steering group, who decide on all customers and see what that takes."""
        may_look = self.may(Ability.SEE_STEERING)
        return replace(self, customers=None, voices=None) if may_look else self
