"""Services and components as one structure, and what they are offered as."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField, IdListField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class ServiceKind(models.TextChoices):
    """Whether the business meets the service itself or what it stands on."""

    CUSTOMER_FACING = "customer-facing", "customer-facing"
    SUPPORTING = "supporting", "supporting"


class UnitKind(models.TextChoices):
    """Stock: users, workplaces; price per unit and year, a twelfth a month. Flow: orders, payslips; price per unit used."""

    STOCK = "stock", "stock"
    FLOW = "flow", "flow"


class LifeCycle(models.TextChoices):
    """Where in its life a service is."""

    IDEA = "idea", "idea"
    DEFINED = "defined", "defined"
    BUILDING = "building", "building"
    LIVE = "live", "live"
    RETIRING = "retiring", "retiring"
    RETIRED = "retired", "retired"


class Service(Record):
    """Something IT provides: met by the business (customer-facing) or carrying what is (supporting).

    ``purpose`` is one plain sentence on what it is for: the value a customer gets from it. ``unit`` is what is
    counted when it is consumed; ``service_hours`` when it is promised; ``availability_target`` the promised
    percentage of that time; ``rto_minutes`` how soon it is promised back after a loss; ``restore_minutes`` how long
    the restoring itself takes once everything it needs is there. Empty is not known.
    """

    id = own_id()
    name_en = models.CharField(max_length=NAME_LENGTH, blank=True)
    name_sv = models.CharField(max_length=NAME_LENGTH, blank=True)
    name_fi = models.CharField(max_length=NAME_LENGTH, blank=True)
    purpose = models.TextField(blank=True)
    kind = models.CharField(
        max_length=20, choices=ServiceKind.choices, default=ServiceKind.CUSTOMER_FACING
    )
    unit = models.CharField(max_length=NAME_LENGTH, blank=True)
    unit_kind = models.CharField(max_length=5, choices=UnitKind.choices, default=UnitKind.STOCK)
    impact_level = models.PositiveSmallIntegerField(null=True, blank=True)
    rto_minutes = models.PositiveIntegerField(null=True, blank=True)
    restore_minutes = models.PositiveIntegerField(null=True, blank=True)
    service_hours = models.CharField(max_length=NAME_LENGTH, blank=True)
    availability_target = ExactDecimalField(decimal_places=6, null=True, blank=True)
    mode = models.CharField(max_length=NAME_LENGTH, blank=True)
    owner = models.CharField(max_length=NAME_LENGTH, blank=True)
    supplier = link("parties.Supplier", null=True, blank=True)
    state = models.CharField(max_length=10, choices=LifeCycle.choices, default=LifeCycle.LIVE)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "state"], name="service_kind_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in English, or the first language that has one, or the id."""
        return self.name_en or self.name_sv or self.name_fi or self.id


class DependencyKind(models.TextChoices):
    """Hard: cannot run without. Soft: runs degraded without."""

    HARD = "hard", "hard"
    SOFT = "soft", "soft"


class Dependency(Record):
    """A service needs another: hard, it cannot run without it; soft, it runs degraded."""

    service = link("portfolio.Service")
    needs = link("portfolio.Service")
    kind = models.CharField(
        max_length=4, choices=DependencyKind.choices, default=DependencyKind.HARD
    )

    key_fields = ("service_id", "needs_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "needs"], name="one_need_per_pair")
        ]
        ordering = ["service_id", "needs_id"]
        verbose_name_plural = "dependencies"

    def __str__(self) -> str:
        return f"{self.service_id} needs {self.needs_id}"


class Package(Record):
    """Services bundled for one kind of customer."""

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    services = IdListField()
    for_whom = models.CharField(max_length=NAME_LENGTH, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Goal(Record):
    """A result a customer wants for her business."""

    id = own_id()
    customer = link("parties.Customer")
    goal = models.TextField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.goal}"
