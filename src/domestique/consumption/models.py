"""Units planned for a year and used in a month, per customer and service."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField
from domestique.records.models import Record, link


class PlannedConsumption(Record):
    """The units of a service a customer plans for a year; a month's plan is a twelfth of it."""

    customer = link("parties.Customer")
    service = link("portfolio.Service")
    year = models.PositiveSmallIntegerField()
    units = ExactDecimalField(decimal_places=4)

    key_fields = ("customer_id", "service_id", "year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "service", "year"], name="one_plan_per_year"
            )
        ]
        ordering = ["customer_id", "service_id", "year"]
        indexes = [models.Index(fields=["service", "year"], name="planned_service_year")]

    def __str__(self) -> str:
        return self.key


class ActualConsumption(Record):
    """The units of a service a customer used in a month (``2026-10``)."""

    customer = link("parties.Customer")
    service = link("portfolio.Service")
    month = models.CharField(max_length=7)
    units = ExactDecimalField(decimal_places=4)

    key_fields = ("customer_id", "service_id", "month")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "service", "month"], name="one_actual_per_month"
            )
        ]
        ordering = ["customer_id", "service_id", "month"]
        indexes = [
            models.Index(fields=["month"], name="actual_month"),
            models.Index(fields=["service", "month"], name="actual_service_month"),
        ]

    def __str__(self) -> str:
        return self.key
