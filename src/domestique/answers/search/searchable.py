"""Everything there is to find: one shelf for each kind of record that says how it is found, and one for people.

A shelf of records holds the rows of all customers and is read anew only when something it rests on has changed.
"""

from collections.abc import Iterator

from django.db.models import Count

from domestique.answers.search.people_found import people_among
from domestique.answers.search.record_entries import record_entries
from domestique.answers.search.search_entry import Findable
from domestique.answers.search.shelf import FOUND, Shelf, shelf_in_order
from domestique.parties.queries import (
    customers_visible_to,
    orderers_visible_to,
    teams_visible_to,
    units_visible_to,
)
from domestique.portfolio.models import Service
from domestique.quantities.sentence import say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


def shelves(viewer: Viewer) -> tuple[Shelf, ...]:
    """Return what there is to find, in the order in which equally good ones are shown."""
    return shelf_in_order((*_shelves_of_records(), _people(viewer)))


def customers_found(viewer: Viewer) -> Iterator[Findable]:
    """Yield the customers this viewer may find."""
    shelf = next(one for one in _shelves_of_records() if one.kind == "customers")
    return filter(shelf.open_to(viewer), shelf.entries)


@while_unchanged
def _shelves_of_records() -> tuple[Shelf, ...]:
    return tuple(
        Shelf(name, found_by.called, tuple(record_entries(name).values()))
        for name, found_by in FOUND.items()
    )


@while_unchanged
def _people(viewer: Viewer) -> Shelf:
    """Return everybody this viewer may find by what she does."""
    owners = Service.objects.exclude(owner=None).values_list("owner").annotate(Count("pk"))
    found = people_among(
        list(customers_visible_to(viewer)),
        list(units_visible_to(viewer)),
        list(teams_visible_to(viewer)),
        list(orderers_visible_to(viewer)),
        dict(owners.order_by("owner")),
    )
    return Shelf("people", say("People"), tuple(found))
