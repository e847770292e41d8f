"""What the guards of this room look at, fetched once for everything that is saved at once."""

from datetime import date

from domestique.parties.queries import day_for
from domestique.records.act import Act
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.queries import sides_visible_to


def sides_of(act: Act) -> dict[str, CustomersSide]:
    """Return who stands on each customer's side today, in four queries."""
    on = day_for(act.viewer, date.today())  # noqa: DTZ011 - the day it is where the person sits
    return sides_visible_to(act.viewer, on)
