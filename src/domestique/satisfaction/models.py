"""What customers feel, in their own words."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField
from domestique.records.models import NAME_LENGTH, Record, link


class Face(models.TextChoices):
    """How the customer feels about what she gets."""

    POSITIVE = "positive", "positive"
    NEUTRAL = "neutral", "neutral"
    NEGATIVE = "negative", "negative"


class Pulse(Record):
    """How a customer feels on a day, in her own words, what she contemplates instead, and the yearly money at stake."""

    customer = link("parties.Customer")
    date = models.DateField()
    face = models.CharField(max_length=10, choices=Face.choices)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)
    words = models.TextField(blank=True)
    contemplating = models.TextField(blank=True)
    at_stake = ExactDecimalField(null=True, blank=True)

    key_fields = ("customer_id", "date", "person")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "date", "person"], name="one_pulse_per_person_and_day"
            )
        ]
        ordering = ["customer_id", "-date", "person"]

    def __str__(self) -> str:
        return self.key
