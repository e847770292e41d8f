"""Who stands on the customer's side: only she says how she feels, and what a service is worth to her (R25)."""

from dataclasses import dataclass

from domestique.satisfaction.errors import OnlyHerSideMayScore, some_named


@dataclass(frozen=True, slots=True)
class CustomersSide:
    """A customer, the person who has the role, and the ``others`` of hers: orderers and holders of a mandate."""

    id: str
    name: str
    person: str
    others: tuple[str, ...] = ()

    def holds(self, person: str) -> bool:
        """Whether a person stands on this side."""
        return bool(person) and person in (self.person, *self.others)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody on this side, the customer first."""
        return tuple(dict.fromkeys(filter(None, (self.person, *self.others))))


def why_not_scorer(person: str, side: CustomersSide) -> OnlyHerSideMayScore | None:
    """Return why a person may not score: she is not on the customer's side."""
    if side.holds(person):
        return None
    return OnlyHerSideMayScore(person=person, customer=side.name, people=some_named(side.people))
