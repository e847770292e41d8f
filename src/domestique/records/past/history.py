"""What a record was: every change to it, and how it stood at the end of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import QuerySet

from domestique.quantities.person_id import PersonId
from domestique.records.ids.former_queries import former_ids_of, ids_of_one
from domestique.records.models import Record

NOT_SHOWN = frozenset(
    {
        "history_id",
        "history_date",
        "history_type",
        "history_user_id",
        "history_change_reason",
        "version",
    }
)


OUT = "-"
"""How a history marks that a record was taken out."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that was changed, from what to what."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a record: when, by whom, why, and field by field. The first one creates the record.

    One that a load brought tells its ``file``, and the paper it stands in where the load names one (``because``); one
    that somebody made who acted as another tells who sat there (``hand``).
    ``is_out`` is one that took it out, ``is_back`` one that put it back.
    """

    at: datetime
    who: str
    why: str
    is_first: bool
    fields: tuple[FieldChange, ...]
    file: str = ""
    because: str = ""
    hand: str = ""
    is_out: bool = False
    is_back: bool = False


def changes_of(model: type[Record], key: Mapping[str, Any]) -> list[Change]:
    """Return every change of the record with this key, newest first, under whatever id it had."""
    stages = [*_stages(model, key).order_by("history_date", "history_id").values()]
    told = [one for one, then in pairwise([*stages, {}]) if not _is_renamed(one, then)]
    return [_change(before, after) for before, after in pairwise([{}, *told])][::-1]


def _stages(model: type[Record], key: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the history of a record: one with an id of its own is followed through its former ids.

    Any other is found by what it is about, and followed by the number the database knows it by.
    """
    if "id" in key and model.key_fields() == ("id",):
        key = {"id__in": ids_of_one(former_ids_of(model.declared.table), str(key["id"]))}
    stages: QuerySet[Any] = model.history.filter(**key)
    followed: QuerySet[Any] = model.history.filter(id__in=stages.values("id"))
    return followed if key else stages


def _is_renamed(stage: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Whether a stage only says that the record goes on under another id, which the next one tells."""
    is_gone: bool = stage["history_type"] == "-"
    return is_gone and stage["history_date"] == then.get("history_date")


def _change(before: Mapping[str, Any], after: Mapping[str, Any]) -> Change:
    differences = tuple(
        FieldChange(name, before.get(name), value)
        for name, value in after.items()
        if name not in NOT_SHOWN and before.get(name) != value
    )
    return Change(
        at=after["history_date"],
        who=PersonId(after["history_user_id"] or ""),
        why=after["history_change_reason"] or "",
        is_first=not before,
        fields=() if after["history_type"] == OUT else differences,
        is_out=after["history_type"] == OUT,
        is_back=before.get("history_type") == OUT,
    )


def end_of(day: date) -> datetime:
    """Return the moment (UTC) at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=UTC)


def as_it_stood(model: type[Record], key: Mapping[str, Any], on: date) -> Mapping[str, Any] | None:
    """Return the fields of a record as they stood at the end of a day (UTC), or ``None`` if it was not there yet."""
    stages = _stages(model, key).filter(history_date__lt=end_of(on))
    stage = stages.order_by("-history_date", "-history_id").values().first()
    if stage is None or stage["history_type"] == OUT:
        return None
    return {name: value for name, value in stage.items() if name not in NOT_SHOWN}
