"""The record every other record is made from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from simple_history.models import HistoricalRecords

from domestique.quantities.person_id import PersonId
from domestique.records.fields import NAME_LENGTH, PersonField
from domestique.records.kind import RecordKind

__all__ = ["ID_LENGTH", "NAME_LENGTH", "Record", "link"]

ID_LENGTH = 100


def who_of(historical_instance: Any, **_: Any) -> str | None:
    """Return the person a change is recorded under."""
    return historical_instance.history_user_id  # type: ignore[no-any-return]


def record_who(historical_instance: Any, user: str | None) -> None:
    """Record a change under a person's name."""
    historical_instance.history_user_id = user


class Record(models.Model):
    """Something the organisation keeps, with the history of everything that was ever changed in it.

    ``version`` counts changes: who saves over a version she has not seen is told so.
    Each kind says in ``declared`` what it is. Records stand in the order of their ids, unless their kind has another.
    """

    version = models.PositiveIntegerField(default=1, editable=False)
    history = HistoricalRecords(
        inherit=True,
        history_id_field=models.BigAutoField(),
        history_user_id_field=models.CharField(max_length=NAME_LENGTH, null=True, blank=True),
        history_user_getter=who_of,
        history_user_setter=record_who,
        history_change_reason_field=models.TextField(null=True, blank=True),
    )

    declared: ClassVar[RecordKind]

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        """Return the key, and behind an id of the record's own what it is called."""
        found_by = self.declared.found_by
        if isinstance(found_by, str) or self.key_fields() != ("id",):
            return self.key
        return f"{self.key} {getattr(self, found_by.title[0])}"

    @classmethod
    @cache
    def key_fields(cls) -> tuple[str, ...]:
        """Return the attributes that together are the record's id: its own id, or what ``declare.key`` names."""
        unique = [one for one in cls._meta.constraints if isinstance(one, models.UniqueConstraint)]
        columns = {field.name: field.attname for field in cls._meta.concrete_fields}
        return tuple(columns[name] for name in unique[0].fields) if unique else ("id",)

    @property
    def key(self) -> str:
        """The record's id as the tables give it: ``S01``, or ``C04 S03 2026-10`` where it has several parts."""
        return key_of_parts(getattr(self, name) for name in self.key_fields())


def key_of_parts(parts: Iterable[object]) -> str:
    """Write a key: its parts with spaces between, people by their ids."""
    return " ".join(part.id if isinstance(part, PersonId) else str(part) for part in parts).rstrip()


def link(to: str, **options: Any) -> models.ForeignKey[Any, Any]:
    """Make a link by the other record's own id.

    The other table may not have been loaded yet (three tables are enough to start), so the database does
    not insist that it is there; the loader does as soon as the other table has rows.
    """
    options.setdefault("on_delete", models.DO_NOTHING)
    options.setdefault("related_name", "+")
    return models.ForeignKey(to, db_constraint=False, **options)


class Forgetting(models.Model):
    """An order to every process to forget what it remembers, since somebody changed the database past its history."""

    at = models.DateTimeField()
    by = models.CharField(max_length=NAME_LENGTH)

    def __str__(self) -> str:
        """Return who gave it, and when."""
        return f"{self.by} {self.at}"


class TakenOut(models.Model):
    """A row that was taken out: who did it, when and why. The row itself is gone from its table; its history is not.

    ``stage`` is the number of its last stage in the history of its kind, as it stood. ``act`` is one number for all that
    was taken out at once. ``loosened`` tells, at the row they referred to, which references of others were moved or
    emptied for it: what each said, and the version it has had since.
    """

    table = models.CharField(max_length=NAME_LENGTH, db_index=True)
    key = models.TextField()
    stage = models.BigIntegerField()
    at = models.DateTimeField()
    person = PersonField()
    why = models.TextField()
    act = models.BigIntegerField(default=0)
    loosened: models.JSONField[list[dict[str, Any]], Any] = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="taken_out_once")]

    def __str__(self) -> str:
        """Return which row it is."""
        return f"{self.table} {self.key}".rstrip()


class Merging(models.Model):
    """Two records of one thing that became one: which is gone, which survived, by whom, when and why.

    ``undo`` holds what it takes to take them apart again: each row that was changed, with what it said before and the
    version it has since, and each row that is gone, whole.
    """

    table = models.CharField(max_length=NAME_LENGTH)
    gone = models.CharField(max_length=NAME_LENGTH)
    survivor = models.CharField(max_length=NAME_LENGTH)
    at = models.DateTimeField()
    person = PersonField()
    why = models.TextField()
    undo: models.JSONField[dict[str, list[dict[str, Any]]], Any] = models.JSONField(
        default=dict, encoder=DjangoJSONEncoder
    )

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        """Return which two."""
        return f"{self.table} {self.gone} = {self.survivor}"


class FormerId(models.Model):
    """An id a record had, or that of one merged into it: it means that record, and is never given to anything new.

    ``means`` is the id that followed it, which may be a former one itself by now.
    """

    table = models.CharField(max_length=NAME_LENGTH)
    old = models.CharField(max_length=NAME_LENGTH)
    means = models.CharField(max_length=NAME_LENGTH)
    at = models.DateTimeField()
    person = PersonField()
    why = models.TextField(blank=True)
    merging = models.ForeignKey(Merging, null=True, blank=True, on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "old"], name="one_meaning")]

    def __str__(self) -> str:
        """Return what it means."""
        return f"{self.table} {self.old} = {self.means}"


class PastGate(models.Model):
    """Something entered past a gate, listed until it is answered: rows are only ever added.

    It stands in the history of the row with this ``key`` under ``at`` and ``person``; ``hand`` is who sat there where she
    acted as that person. ``refusal`` is what would have been refused, as text and values; ``service`` is the live service
    whose promise was changed without a ground (R14), else empty; ``why`` is what was said for it.
    """

    at = models.DateTimeField()
    person = PersonField()
    hand = models.CharField(max_length=NAME_LENGTH, blank=True)
    table = models.CharField(max_length=ID_LENGTH)
    key = models.TextField()
    refusal: models.JSONField[dict[str, Any], Any] = models.JSONField()
    service = models.CharField(max_length=ID_LENGTH, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        """Return the row."""
        return f"{self.table} {self.key}"


class PastGateAnswer(models.Model):
    """Something entered past a gate is confirmed by who may, or given its ``ground``: rows are only ever added."""

    gate = models.OneToOneField(PastGate, on_delete=models.PROTECT, related_name="answer")
    at = models.DateTimeField()
    person = PersonField()
    ground = models.TextField(blank=True)

    def __str__(self) -> str:
        """Return who, and what."""
        return f"{self.person}: {self.gate}"


class ByHandOf(models.Model):
    """Who sat there when somebody changed records acting as another: the histories hold them under ``at`` and ``person``."""

    at = models.DateTimeField(db_index=True)
    person = PersonField()
    hand = models.CharField(max_length=NAME_LENGTH)

    def __str__(self) -> str:
        """Return both."""
        return f"{self.hand}, as {self.person}"
