"""What the guard of agreements is told: whose each is, and whose mandate the viewer holds today."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from domestique.agreements.guard_queries import AgreementSides, sides_of
from domestique.parties.models import Mandate
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
ELIF = "Elif Demir"
TODAY = date(2026, 11, 21)  # the demo's
DAY = timedelta(days=1)


def told(*customers: str) -> AgreementSides:
    rows = [SimpleNamespace(after={"customer_id": one}) for one in customers]
    return sides_of(SimpleNamespace(viewer=Viewer(ELIF), steps=lambda _: rows))


def test_a_customer_is_told_by_person_and_one_that_is_not_there_is_left_out():
    assert told("C04", "C99") == AgreementSides({"C04": "Samira Haddad"}, frozenset())


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(None, None, True), (0, 0, True), (-9, None, True), (None, -2, False), (2, None, False)],
)
def test_what_is_lent_is_held_from_its_first_day_to_its_last(starts, ends, holds):
    days = [None if days is None else TODAY + days * DAY for days in (starts, ends)]
    Mandate.objects.create(
        id="M99", customer_id="C04", person=ELIF, delegated_by="Samira Haddad",
        starts=days[0], ends=days[1],
    )  # fmt: skip
    Mandate.objects.create(id="M98", customer_id="C02", person=ELIF, delegated_by="Samira Haddad")
    Mandate.objects.create(id="M97", customer_id="C01", person=ELIF)
    assert told("C04").lent == ({"C04"} if holds else frozenset())
