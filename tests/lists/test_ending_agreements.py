"""A bulk edit ends agreements the way the button does: it asks the other side, and ends what that side has asked."""

from __future__ import annotations

from datetime import date

import pytest

from cast import viewer_of
from domestique.access.queries import standing_on
from domestique.agreements.actions import end
from domestique.agreements.models import Agreement
from domestique.lists.changing import ChangeWish, change_rows, preview_change, rows_ticked
from domestique.records.tables import table_named

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 21)
AGREEMENTS = table_named("agreements")


def end_in_bulk() -> Agreement:
    """End A01 in a list, as its customer manager, and return what it is then."""
    viewer = viewer_of("E")
    chosen = rows_ticked(viewer, AGREEMENTS, ["A01"])
    wish = ChangeWish.read(AGREEMENTS, "status", "ended", "Sold")
    change_rows(viewer, chosen, wish, shown=preview_change(viewer, chosen, wish).digest)
    return Agreement.objects.get(pk="A01")


def test_before_its_last_day_it_asks_the_other_side():
    found = end_in_bulk()

    assert (found.status, found.ends) == ("in force", date(2026, 12, 31))
    assert (found.ending_asked_by, found.ending_asked_on) == ("Ebba Nyström", TODAY)


def test_what_the_other_side_has_asked_ends_today():
    end(standing_on("Astrid Lindgård", TODAY).viewer, "A01", on=TODAY)
    found = end_in_bulk()

    assert (found.status, found.ends) == ("ended", TODAY)
    assert found.ending_asked_by == "Astrid Lindgård"
