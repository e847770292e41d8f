"""What happened to services, and what was planned to happen, in local time."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import LocalTimeField
from domestique.records.models import Record, link, own_id


class Outage(Record):
    """A time when a service did not work, in local time; without an end it is still going on. ``root`` is where it began."""

    id = own_id()
    service = link("portfolio.Service")
    starts = LocalTimeField()
    ends = LocalTimeField(null=True, blank=True)
    root = link("portfolio.Service", null=True, blank=True)
    affected_users = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["starts"], name="outage_starts")]

    def __str__(self) -> str:
        return self.id


class MaintenanceWindow(Record):
    """Planned downtime in local time. It counts as agreed only when announced in time."""

    id = own_id()
    service = link("portfolio.Service")
    starts = LocalTimeField()
    ends = LocalTimeField()
    announced_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["starts"], name="window_starts")]

    def __str__(self) -> str:
        return self.id
