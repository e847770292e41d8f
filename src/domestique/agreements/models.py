"""Agreements with customers."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class AgreementStatus(models.TextChoices):
    """How far an agreement has come."""

    DRAFT = "draft", "draft"
    PROPOSED = "proposed", "proposed"
    ACCEPTED = "accepted", "accepted"
    IN_FORCE = "in force", "in force"
    ENDED = "ended", "ended"


class Agreement(Record):
    """A documented mutual promise with one customer for a period (both days included).

    Her customer manager proposes it and she accepts it, each by name and on a day.
    """

    id = own_id()
    customer = link("parties.Customer")
    status = models.CharField(
        max_length=10, choices=AgreementStatus.choices, default=AgreementStatus.DRAFT
    )
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    proposed_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    proposed_on = models.DateField(null=True, blank=True)
    accepted_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.id


class AgreementLine(Record):
    """One service in an agreement: the level promised to that customer, the units planned and the price agreed.

    ``content`` says in words what is delivered (the package, the options) where the units alone do not.
    """

    agreement = link("agreements.Agreement")
    service = link("portfolio.Service")
    content = models.TextField(blank=True)
    availability_target = ExactDecimalField(decimal_places=6, null=True, blank=True)
    planned_units = ExactDecimalField(decimal_places=4, null=True, blank=True)
    unit_price = ExactDecimalField(decimal_places=6, null=True, blank=True)
    value_confirmed = models.BooleanField(null=True, blank=True)

    key_fields = ("agreement_id", "service_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "service"], name="one_line_per_service")
        ]
        ordering = ["agreement_id", "service_id"]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.service_id}"
