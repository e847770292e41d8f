"""The ledger, the shares by which supporting cost is passed on, prices, and exchange rates."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField
from domestique.records.models import NAME_LENGTH, Record, link


class Price(Record):
    """What one unit of a service is charged at, in the organisation's currency, from and to a day (both included)."""

    service = link("portfolio.Service")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    unit_price = ExactDecimalField(decimal_places=6)

    key_fields = ("service_id", "starts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "starts"], name="one_price_per_start")
        ]
        ordering = ["service_id", "starts"]

    def __str__(self) -> str:
        return self.key


class Cost(Record):
    """A direct cost of a service in one pool (hardware, software, labour) for a period (``2026``)."""

    period = models.CharField(max_length=7)
    service = link("portfolio.Service")
    pool = models.CharField(max_length=NAME_LENGTH)
    amount = ExactDecimalField()
    currency = models.CharField(max_length=3, blank=True)

    key_fields = ("period", "service_id", "pool")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period", "service", "pool"], name="one_cost_per_pool")
        ]
        ordering = ["period", "service_id", "pool"]

    def __str__(self) -> str:
        return self.key


class CostShare(Record):
    """How many percent of a supporting service's cost another service receives in a year (``period``)."""

    period = models.PositiveSmallIntegerField()
    giver = link("portfolio.Service")
    receiver = link("portfolio.Service")
    share_percent = ExactDecimalField(decimal_places=9)

    key_fields = ("period", "giver_id", "receiver_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["period", "giver", "receiver"], name="one_share_per_pair"
            )
        ]
        ordering = ["period", "giver_id", "receiver_id"]

    def __str__(self) -> str:
        return self.key


class ExchangeRate(Record):
    """What a unit of a foreign currency was planned to cost in a year, and what it did cost, in the organisation's own."""

    year = models.PositiveSmallIntegerField()
    currency = models.CharField(max_length=3)
    plan_rate = ExactDecimalField(decimal_places=8)
    actual_rate = ExactDecimalField(decimal_places=8, null=True, blank=True)

    key_fields = ("year", "currency")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "currency"], name="one_rate_per_year")
        ]
        ordering = ["year", "currency"]

    def __str__(self) -> str:
        return self.key
