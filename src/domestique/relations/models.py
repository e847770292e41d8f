"""Needs, and what customers plan."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import IdListField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class Need(Record):
    """What the business lacks, in its own words, how far it has come and who decides."""

    id = own_id()
    customer = link("parties.Customer")
    raised_by = link("parties.Orderer", null=True, blank=True)
    need = models.TextField()
    state = models.CharField(max_length=NAME_LENGTH, blank=True)
    decider = models.CharField(max_length=NAME_LENGTH, blank=True)
    services = IdListField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.need}"


class CustomerActivity(Record):
    """Something a customer plans that changes what she needs: a campaign, a move, a new line."""

    id = own_id()
    customer = link("parties.Customer")
    date = models.DateField()
    what = models.TextField()
    effect = models.TextField(blank=True)
    services = IdListField()

    class Meta:
        ordering = ["date", "id"]
        verbose_name_plural = "customer activities"

    def __str__(self) -> str:
        return f"{self.id} {self.what}"
