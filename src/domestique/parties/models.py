"""The organisation, its units, and the roles people have in them."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField, IdListField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class Organisation(Record):
    """The organisation itself: one row with what holds for all of it.

    ``today`` fixes the day everything is reckoned on, as the demo does; empty means the calendar's own today.
    A maintenance window counts as agreed only when announced ``maintenance_notice_days`` before its first day;
    a pulse older than ``pulse_stale_after_days`` says nothing about now.
    """

    name = models.CharField(max_length=NAME_LENGTH)
    currency = models.CharField(max_length=3, default="SEK")
    time_zone = models.CharField(max_length=64, default="Europe/Stockholm")
    country = models.CharField(max_length=2, default="SE")
    language = models.CharField(max_length=5, default="en")
    today = models.DateField(null=True, blank=True)
    maintenance_notice_days = models.PositiveIntegerField(default=7)
    pulse_stale_after_days = models.PositiveIntegerField(default=90)

    key_fields = ("name",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name"], name="one_organisation_per_name")]

    def __str__(self) -> str:
        return self.name


class Unit(Record):
    """A part of the organisation, its head, and the head's own yearly budget (empty: none of her own).

    ``it_budget`` is the part of the budget that is IT; 0 is a budget without IT, empty is not known.
    """

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    parent = link("parties.Unit", null=True, blank=True)
    head = models.CharField(max_length=NAME_LENGTH, blank=True)
    position = models.CharField(max_length=NAME_LENGTH, blank=True)
    country = models.CharField(max_length=2, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    headcount = models.PositiveIntegerField(null=True, blank=True)
    budget = ExactDecimalField(null=True, blank=True)
    it_budget = ExactDecimalField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class CustomerTeam(Record):
    """One customer manager, a delivery manager and service owners who together answer for some customers."""

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    customer_manager = models.CharField(max_length=NAME_LENGTH, blank=True)
    delivery_manager = models.CharField(max_length=NAME_LENGTH, blank=True)
    service_owners = IdListField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class RoleStatus(models.TextChoices):
    """How far a customer role has come. Only an accepted customer can accept an agreement."""

    SUGGESTED = "suggested", "suggested"
    IDENTIFIED = "identified", "identified"
    ACCEPTED = "accepted", "accepted"
    STEPPED_DOWN = "stepped down", "stepped down"


class Customer(Record):
    """The person with mandate to decide on and to finance the delivery of IT services to a unit."""

    id = own_id()
    unit = link("parties.Unit", null=True, blank=True)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)
    team = link("parties.CustomerTeam", null=True, blank=True)
    status = models.CharField(
        max_length=20, choices=RoleStatus.choices, default=RoleStatus.SUGGESTED
    )
    accepted_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.person}".strip()

    @property
    def name(self) -> str:
        """What the customer is called: the unit's name, or what was written for it; else the person, else the id.

        Before units are loaded what was written may be a name (``Bakery``) or only an id (``U01``), which says less
        than the person does.
        """
        unit = self.unit if self.unit_id else None
        if unit:
            return str(unit.name)
        written = self.unit_id or ""
        return (written if written != written.upper() else "") or self.person or written or self.id

    @property
    def is_accepted(self) -> bool:
        """Whether the person has accepted the role."""
        return self.status == RoleStatus.ACCEPTED


class Orderer(Record):
    """A manager who chooses among existing services but decides neither their content nor the money; belongs to one customer."""

    id = own_id()
    customer = link("parties.Customer")
    unit = link("parties.Unit", null=True, blank=True)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.person}".strip()


class Supplier(Record):
    """An outside party and what its contract promises for the services it carries (ids of services)."""

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    country = models.CharField(max_length=2, blank=True)
    services = IdListField()
    availability = ExactDecimalField(decimal_places=6, null=True, blank=True)
    contract_ends = models.DateField(null=True, blank=True)
    notice_months = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
