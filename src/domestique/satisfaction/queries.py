"""Named reads of how customers feel."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from domestique.parties.models import RoleStatus
from domestique.parties.queries import customers_visible_to, organisation_of
from domestique.parties.viewer import Viewer
from domestique.satisfaction import models
from domestique.satisfaction.pulse import AskedCustomer, Mood, Pulse, Satisfaction, satisfaction_on


def pulses_visible_to(viewer: Viewer) -> QuerySet[models.Pulse]:
    """Return the pulses of the customers this viewer may see, the newest first."""
    pulses = models.Pulse.objects.order_by("customer_id", "-date", "person")
    return pulses if viewer.customers is None else pulses.filter(customer_id__in=viewer.customers)


def satisfaction_seen_by(viewer: Viewer, on: date) -> Satisfaction:
    """Tell how the customers this viewer may see felt on a day, in three queries."""
    organisation = organisation_of(viewer)
    customers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    fields = ("customer_id", "date", "face", "person", "words", "contemplating", "at_stake")
    return satisfaction_on(
        on,
        [
            AskedCustomer(id_, status == RoleStatus.ACCEPTED)
            for id_, status in customers.values_list("id", "status")
        ],
        [
            Pulse(customer, day, Mood(face), *rest)
            for customer, day, face, *rest in pulses_visible_to(viewer)
            .filter(date__lte=on)
            .values_list(*fields)
        ],
        stale_after_days=organisation.pulse_stale_after_days,
        currency=organisation.currency,
    )
