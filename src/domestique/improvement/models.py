"""The inbox, where everything enters with its source, and the register of improvements."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import IdListField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class SourceType(models.TextChoices):
    """Where something in the inbox comes from; nothing enters without it."""

    WISH = "customer wish", "customer wish"
    DEMAND = "demand", "demand"
    COMPLAINT = "complaint", "complaint"
    REPORT = "report", "report"
    MEASUREMENT = "measurement", "measurement"
    PROPOSAL = "improvement proposal", "improvement proposal"
    OBSERVATION = "desk observation", "desk observation"


class Triage(models.TextChoices):
    """Where an item goes from the inbox."""

    IMPROVE = "improve", "improve"
    NEED = "need", "need"
    PORTFOLIO = "portfolio", "portfolio"
    DELIVERY = "delivery", "delivery"
    ANSWER = "answer", "answer"
    DROP = "drop", "drop"


class InboxItem(Record):
    """Something that came in: what, from which source, how often, where it went, what was answered and told back.

    ``times`` counts how often the desk has heard the same. ``became`` is the id of the record it became, a need or
    an improvement by its ``triage``. What is dropped or answered says so; nothing disappears.
    """

    id = own_id()
    received_on = models.DateField()
    source = models.CharField(max_length=20, choices=SourceType.choices)
    origin = models.CharField(max_length=NAME_LENGTH)
    text = models.TextField()
    customer = link("parties.Customer", null=True, blank=True)
    services = IdListField()
    times = models.PositiveIntegerField(default=1)
    triage = models.CharField(max_length=9, choices=Triage.choices, blank=True)
    triaged_on = models.DateField(null=True, blank=True)
    triaged_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    became = models.CharField(max_length=NAME_LENGTH, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    told_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-received_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.text}"


class ImprovementState(models.TextChoices):
    """How far an improvement has come."""

    PROPOSED = "proposed", "proposed"
    PLANNED = "planned", "planned"
    STARTED = "started", "started"
    DONE = "done", "done"
    STOPPED = "stopped", "stopped"


class Improvement(Record):
    """One line of the register: for whom, what value, which problem, how big, and whether it was felt.

    ``measure`` says what is measured; ``before``, ``target`` and ``after`` are its readings in words and figures.
    ``felt_by`` are the customers who said they noticed, ``not_felt_by`` those who said they did not; the others of
    ``customers`` have not been asked. ``part_of`` is the too big improvement this one was split from.
    """

    id = own_id()
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    title = models.CharField(max_length=NAME_LENGTH)
    customers = IdListField()
    services = IdListField()
    value = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    weeks = models.PositiveIntegerField(null=True, blank=True)
    owner = models.CharField(max_length=NAME_LENGTH, blank=True)
    state = models.CharField(
        max_length=8, choices=ImprovementState.choices, default=ImprovementState.PROPOSED
    )
    measure = models.TextField(blank=True)
    before = models.TextField(blank=True)
    target = models.TextField(blank=True)
    after = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)
    felt_by = IdListField()
    not_felt_by = IdListField()
    part_of = link("improvement.Improvement", null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.title}"
