"""What the guards of this room look at, fetched once for everything that is saved at once."""

from domestique.parties.queries import day_at_the_door
from domestique.records.act import Act
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.queries import sides_visible_to


def sides_of(act: Act) -> dict[str, CustomersSide]:
    """Return who stands on each customer's side today, in four queries."""
    on = day_at_the_door(act.viewer)
    return sides_visible_to(act.viewer, on)
