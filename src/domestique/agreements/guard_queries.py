"""What the guards of this room look at, fetched once for everything that is saved at once."""

from __future__ import annotations

from datetime import date

from django.db.models import F

from domestique.agreements.guards import AgreementSides
from domestique.agreements.models import Agreement
from domestique.parties.models import Customer, Mandate
from domestique.parties.queries import holding_on, organisation_of, today_of
from domestique.records.act import Act


def sides_of(act: Act) -> AgreementSides:
    """Return who the customers of agreements are, and whose mandate the viewer holds today, in three queries."""
    ids = {one.after["customer_id"] for one in act.steps(Agreement)}
    people: dict[str, str] = dict(Customer.objects.values_list("id", "person"))
    viewer = act.viewer
    on = today_of(organisation_of(viewer), date.today())  # noqa: DTZ011 - the day it is where the person sits
    held = Mandate.objects.filter(holding_on(on), person=viewer.person)
    lent = held.filter(delegated_by=F("customer__person")).exclude(delegated_by="")
    return AgreementSides(
        {id_: people[id_] for id_ in ids if id_ in people},
        frozenset(lent.values_list("customer_id", flat=True)),
    )
