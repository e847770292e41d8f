"""Seasons: what customers plan that changes which services come first after a loss."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domestique.parties.queries import customers_visible_to
from domestique.quantities.errors import Refusal, insist
from domestique.quantities.sentence import LIST, Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.queries import activities_visible_to


class SeasonNotKnown(Refusal):
    """An id that is no planned activity with services."""

    text = say(
        "“%(written)s” is no activity of a customer that names services; choose one from the list, "
        "or add it to customer_activities."
    )


@dataclass(frozen=True, slots=True)
class Season:
    """What a customer plans, from which day, and the services it leans on: impact level 1 meanwhile."""

    id: str
    what: str
    day: date
    customer: str
    services: tuple[str, ...]

    @property
    def title(self) -> Sentence:
        """Say it for a list to choose from."""
        return say(
            "%(what)s (%(day)s, %(customer)s)", what=self.what, day=self.day, customer=self.customer
        )


def say_season(season: Season, names: Mapping[str, str]) -> Sentence:
    """Say what a season changes."""
    return say_counted(
        "As if during %(what)s: %(services)s counts at impact level 1 and is wished back first.",
        "As if during %(what)s: %(services)s count at impact level 1 and are wished back first.",
        len(season.services),
        what=season.what,
        services=LIST.join(names.get(id_, id_) for id_ in season.services),
    )


def seasons(viewer: Viewer) -> list[Season]:
    """Return what customers plan with services in it, the earliest first, in two queries."""
    names = {customer.id: customer.name for customer in customers_visible_to(viewer)}
    return [
        Season(
            one.id,
            one.what,
            one.date,
            names.get(one.customer_id, one.customer_id),
            tuple(one.services),
        )
        for one in activities_visible_to(viewer, date.min)
        if one.services
    ]


def season_of(viewer: Viewer, id_: str) -> Season | None:
    """Return the season with an id; ``None`` for the usual times; raises ``SeasonNotKnown``."""
    if not id_:
        return None
    found = next((one for one in seasons(viewer) if one.id == id_), None)
    return insist(found, SeasonNotKnown(written=id_))
