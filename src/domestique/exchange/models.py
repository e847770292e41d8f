"""What loading keeps of itself: which loads there were. It is none of the tables that are loaded and exported."""

from __future__ import annotations

from typing import Any

from django.db import models

from domestique.exchange.choices import LoadSource
from domestique.exchange.report import Counts, total_of
from domestique.records.fields import IdListField, PersonField


class LoadRun(models.Model):
    """One load of files that went through: when, by whom, from which files, and what became of their rows.

    It is written in the load's own transaction, so it is there if and only if the rows are; ``at`` is the
    moment under which the histories hold them. A load that changed nothing is kept too, for "was it loaded
    last night?" deserves an answer. Dry runs, refused loads and rows typed in a form are not kept.
    ``counts`` holds new, changed, unchanged and refused rows by table, ``changes`` how many fields changed.
    """

    at = models.DateTimeField(db_index=True)
    person = PersonField()
    source = models.CharField(max_length=12, choices=LoadSource.choices)
    files = IdListField()
    mapping = models.TextField(blank=True)
    why = models.TextField(blank=True)
    counts: models.JSONField[dict[str, dict[str, int]], Any] = models.JSONField(default=dict)
    changes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{', '.join(self.files)} {self.at:%Y-%m-%d %H:%M}"

    @property
    def counted(self) -> dict[str, Counts]:
        """What became of the rows, by table."""
        return {table: Counts(**counts) for table, counts in self.counts.items()}

    @property
    def total(self) -> Counts:
        """What became of the rows of all tables."""
        return total_of(self.counted.values())
