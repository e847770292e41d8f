"""What the business wishes back first."""

from __future__ import annotations

from django.db import models

from domestique.records.models import Record, link


class RestorationWish(Record):
    """The IT steering group's wish: the place of a service in the order in which everything is to come back."""

    rank = models.PositiveIntegerField()
    service = link("portfolio.Service")

    key_fields = ("service_id",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service"], name="one_wish_per_service")]
        ordering = ["rank", "service_id"]
        verbose_name_plural = "restoration wishes"

    def __str__(self) -> str:
        return f"{self.rank} {self.service_id}"
