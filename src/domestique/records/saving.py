"""How a verb changes one record: past its guard, over the version that was seen, with who and why in the history.

Rows of files and forms go through ``exchange.loading``, past the same guards; this is for what is done with one record
at a time, such as deciding or telling back. Call it inside ``changing()``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.db.models import Field, QuerySet

from domestique.quantities.errors import Refusal, refuse
from domestique.quantities.person_id import PersonId
from domestique.quantities.sentence import say
from domestique.records.act import Kind
from domestique.records.columns import Kind as ColumnKind
from domestique.records.door import judge_of, whom_they_mean, why_stays
from domestique.records.fields import PersonField, PersonListField
from domestique.records.guard import GuardedStep, Passed, Row
from domestique.records.ids.errors import IdMeansAnother
from domestique.records.ids.former_queries import former_ids, former_ids_of
from domestique.records.models import Record, TakenOut
from domestique.records.past.past_gates import JustSaved, insist_on_a_word, list_hand, list_passed
from domestique.records.tables import table_named
from domestique.records.turns import take_turn
from domestique.records.viewer import Viewer

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WAIT_SECONDS = 30
NOBODY = PersonId()
Some = TypeVar("Some", bound=Record)


class ChangedMeanwhile(Refusal):
    """Somebody has changed a record since it was seen."""

    text = say(
        "%(record)s has been changed since you opened it; look at what it says now, then try again."
    )


class TextTooLong(Refusal):
    """A text with more letters than its field has room for."""

    text = say(
        "“%(begins)s…” has %(length)s letters; there is room for %(most)s. Write it shorter."
    )


class NotText(Refusal):
    """A text with a character that no database keeps as text (U+0000)."""

    text = say("“%(text)s” holds a character that is no text; write it anew.")


class ListedNotThere(Refusal):
    """A list of ids names what is not in the table it leads to."""

    text = say("There is no “%(id)s” in %(table)s, which %(column)s names; choose what is there.")


class WasTakenOut(Refusal):
    """A row is entered under the key of one that was taken out."""

    text = say(
        "%(record)s was taken out of %(table)s on %(day)s by %(person)s. Put it back, or choose another key."
    )


class NoReasonToTakeOut(Refusal):
    """A row is taken out without a reason."""

    text = say("Write why %(record)s is taken out; it stands in its history beside your name.")


class OthersTakeOut(Refusal):
    """A row is taken out, or put back, by somebody who may not enter it."""

    text = say("%(record)s is taken out and put back by whoever may enter it. %(reason)s")


class PutBackAlready(Refusal):
    """A row is put back that is no longer out."""

    text = say("%(record)s is no longer out; somebody has put it back.")


class KeyIsTaken(Refusal):
    """A row is put back, or a reference is moved, where another row has its key by now."""

    text = say("There is another %(record)s in %(table)s by now; take that one out first.")


@contextmanager
def changing() -> Iterator[None]:
    """Open a transaction in which one person at a time changes records; a refusal in it leaves nothing half done."""
    with transaction.atomic():
        take_turn(WAIT_SECONDS)
        yield


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb saves at once, for the guards: records of one kind."""

    viewer: Viewer
    why: str
    kind: Kind
    saved: Sequence[GuardedStep]
    is_typed: bool = False
    is_load: bool = False

    def steps(self, kind: Kind) -> Iterable[GuardedStep]:
        """Return what becomes of the records of a kind."""
        return self.saved if kind is self.kind else ()


def enter(record: Some, viewer: Viewer, why: str) -> Some:
    """Enter a new record under the viewer's name, with the reason.

    Refuses what the kind's guard refuses, ``WasTakenOut``, ``IdMeansAnother``, ``ListedNotThere``, ``TextTooLong`` and
    ``NotText``.
    """
    _name_people(record, viewer, why)
    passed = ask_guard(viewer, why, type(record), GuardedStep(None, row_of(record)))
    _check_listed(record, {})
    table, key = type(record).declared.table, key_kept(record)
    for out in TakenOut.objects.filter(table=table, key=key):
        raise was_taken_out(out)
    if record.key_fields() == ("id",):
        means = former_ids_of(table).meaning(key)
        if means is not None:
            raise IdMeansAnother(id=key, means=means, table=table)
    _save(record, viewer, why, is_new=True)
    _list(passed, record, viewer, why)
    return record


def enter_named(record: Some, viewer: Viewer, why: str) -> Some:
    """Enter somebody whom another record names, past no guard: who may write that one may name anybody."""
    return _save(record, viewer, why, is_new=True)


def enter_untold(records: Sequence[Some], viewer: Viewer) -> None:
    """Enter new records of one kind past its guard, but without a history, whose times would tell who she is."""
    kind = type(records[0])
    for record in records:
        _name_people(record, viewer, "")
    ask_guard(viewer, "", kind, *(GuardedStep(None, row_of(record)) for record in records))
    every: QuerySet[Some] = QuerySet(kind)
    every.bulk_create(records)


def change(record: Some, viewer: Viewer, why: str, /, **values: Any) -> Some:
    """Give some fields of a record new values, if it still stands as this object was read.

    Refuses what the kind's guard refuses, ``ChangedMeanwhile`` if another version stands there now,
    ``ListedNotThere``, ``TextTooLong`` and ``NotText``.
    """
    standing: Record | None = (
        QuerySet(type(record)).select_for_update().filter(pk=record.pk).first()
    )
    if standing is None:
        raise ChangedMeanwhile(record=str(record))
    for name, value in values.items():
        setattr(record, name, value)
    _name_people(record, viewer, why)
    before = row_of(standing)
    step = GuardedStep(before, {**before, **_given(record, values)})
    passed = ask_guard(viewer, why, type(record), step)
    if standing.version != record.version:
        raise ChangedMeanwhile(record=str(record))
    _check_listed(record, before)
    record.version += 1
    _save(record, viewer, why, is_new=False)
    _list(passed, record, viewer, why)
    return record


def take_out_of_table(
    record: Record, viewer: Viewer, why: str, *, act: int, loosened: Sequence[dict[str, Any]] = ()
) -> TakenOut:
    """Take a record out of its table, if it still stands as this object was read; its history stays.

    What refers to it is looked after before (``records.leaving.taking_out``). Refuses what its kind's guard refuses of it as it
    stands, and what it would refuse were it entered so; ``ChangedMeanwhile``, and ``NoReasonToTakeOut``.
    """
    kind, named = type(record), str(record)
    standing: Record | None = QuerySet(kind).select_for_update().filter(pk=record.pk).first()
    if standing is None:
        raise ChangedMeanwhile(record=named)
    passed = insist_it_may_go(standing, viewer, why)
    if standing.version != record.version:
        raise ChangedMeanwhile(record=named)
    if not why.strip():
        raise NoReasonToTakeOut(record=named)
    _sign(standing, viewer.person, why).delete()
    stage = kind.history.filter(**{kind._meta.pk.attname: record.pk}).latest("history_id")
    _list(passed, record, viewer, why)
    return TakenOut.objects.create(
        table=kind.declared.table,
        key=key_kept(record),
        stage=stage.history_id,
        at=stage.history_date,
        person=viewer.person,
        why=why.strip(),
        act=act,
        loosened=[*loosened],
    )


def insist_it_may_go(record: Record, viewer: Viewer, why: str) -> list[Passed]:
    """Refuse that a record, as it stands, is taken out by this person: what stays for everybody, then the guard.

    Return what is to be listed although it may go.
    """
    kind, step = type(record), GuardedStep(None, row_of(record))
    refuse(why_stays(kind, Deed(viewer, why, kind, (step,))))
    return _ask_as_entered(viewer, why, record)


def put_back_into_table(out: TakenOut, viewer: Viewer, why: str) -> Record:
    """Put a record back as it stood when it was taken out, under its own key, with a version more.

    Refuses what its kind's guard refuses of it as a new one, ``PutBackAlready`` and ``KeyIsTaken``.
    """
    if not TakenOut.objects.select_for_update().filter(pk=out.pk).exists():
        raise PutBackAlready(record=str(out))
    record = as_it_was(out)
    passed = _ask_as_entered(viewer, why, record)
    insist_key_is_free(record)
    record = stand_again(out, viewer.person, why)
    _list(passed, record, viewer, why)
    return record


def stand_again(out: TakenOut, person: str, why: str, *, at: datetime | None = None) -> Record:
    """Put a record back that was judged already, as a row of a load is; ``at`` is the moment that is kept, if not now."""
    record = as_it_was(out)
    record.version += 1
    if at:
        record._history_date = at  # type: ignore[attr-defined]  # noqa: SLF001 - simple-history's own way
    _sign(record, person, why).save(force_insert=True)
    out.delete()
    return record


def insist_key_is_free(record: Record) -> None:
    """Refuse that a record gets a key that another one has."""
    kind: Kind = type(record)
    key = {name: getattr(record, name) for name in kind.key_fields()}
    if QuerySet(kind).filter(**key).exists():
        raise KeyIsTaken(record=record.key, table=kind.declared.table)


def as_it_was(out: TakenOut) -> Record:
    """Return a record that was taken out as it stood; what it refers to has the id of today."""
    table = table_named(out.table)
    record: Record = table.model.history.get(history_id=out.stage).instance
    former = former_ids()
    for column in table.columns:
        known, value = former.get(column.to), getattr(record, column.field)
        if known is not None:
            is_list = isinstance(value, list)
            meant = [known.meaning(one) or one for one in (value if is_list else [value])]
            setattr(record, column.field, meant if is_list else meant[0])
    return record


def was_taken_out(out: TakenOut) -> WasTakenOut:
    """Return the refusal of a row under a key that was taken out."""
    return WasTakenOut(record=out.key, table=out.table, day=out.at.date(), person=out.person)


def key_kept(record: Record) -> str:
    """Return the key by which a record is known among those taken out; the one row of its table needs none."""
    if record.declared.is_one_row:
        return ""
    parts = [getattr(record, name) for name in record.key_fields()]
    return " ".join("" if part is None else str(part) for part in parts)


def _ask_as_entered(viewer: Viewer, why: str, record: Record) -> list[Passed]:
    """Who may enter a record as it stands may take it out and put it back; return what is to be listed then."""
    try:
        return ask_guard(viewer, why, type(record), GuardedStep(None, row_of(record)))
    except Refusal as refusal:
        raise OthersTakeOut(record=str(record), reason=refusal.sentence) from refusal


def _name_people(record: Record, viewer: Viewer, why: str) -> None:
    """Let what was typed for a person be whom it means; a ``PersonId`` is somebody already."""
    fields = record._meta.concrete_fields
    kept = {one.attname: getattr(record, one.attname) for one in fields if _holds_people(one)}
    texts = [text for value in kept.values() for text in _texts(value)]
    typed = dict.fromkeys(filter(None, map(_tidied, filterfalse(_is_known, texts))))
    meant = whom_they_mean(typed, viewer, why) if typed else {}
    for name, value in kept.items():
        ids = [one if _is_known(one) else meant.get(_tidied(one), NOBODY) for one in _texts(value)]
        setattr(record, name, list(dict.fromkeys(ids)) if isinstance(value, list) else ids[0])


def _holds_people(field: Field[Any, Any]) -> bool:
    return isinstance(field, PersonField | PersonListField)


def _texts(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else (value or "",)


def _is_known(text: str) -> bool:
    return isinstance(text, PersonId)


def _tidied(text: str) -> str:
    return " ".join(text.split())


def row_of(record: Record) -> Row:
    """Return a record as the guards see it."""
    fields = record._meta.concrete_fields
    return {field.attname: getattr(record, field.attname) for field in fields}


def _given(record: Record, names: Collection[str]) -> Row:
    """Return the fields of a record that were given values, by the names they were given under."""
    fields = record._meta.concrete_fields
    given = [field.attname for field in fields if {field.name, field.attname} & {*names}]
    return {name: getattr(record, name) for name in given}


def ask_guard(viewer: Viewer, why: str, kind: Kind, *steps: GuardedStep) -> list[Passed]:
    """Ask the guard of a kind whether this person may, and raise what it refuses; return what is to be listed though she may.

    Refuses ``MayGoOn`` to one who keeps the picture alone, until she says why she goes on.
    """
    judge = judge_of(kind, Deed(viewer, why, kind, steps))
    if judge is None:
        return []
    for step in steps:
        refuse(judge.refusal(step.before, step.after))
    passed = [one for step in steps for one in judge.passed(step.before, step.after)]
    insist_on_a_word(viewer, passed)
    return passed


def _list(passed: Sequence[Passed], record: Record, viewer: Viewer, why: str) -> None:
    """List what was saved just now past a gate, and who sat there."""
    if passed or viewer.hand:
        kind = type(record)
        stages = kind.history.filter(**{name: getattr(record, name) for name in kind.key_fields()})
        at = stages.latest("history_id").history_date
        list_hand(viewer, at)
        list_passed(JustSaved(record.declared.table, record.key, viewer, why, at), passed)


def as_typed(asked: DataclassInstance) -> dict[str, Any]:
    """Return the fields of what somebody typed as a record keeps them: texts without space around, several as a list."""
    values = asdict(asked).items()
    return {
        name: value.strip()
        if isinstance(value, str)
        else [*value]
        if isinstance(value, tuple)
        else value
        for name, value in values
    }


def next_id(model: type[Record], prefix: str) -> str:
    """Return the first free id after the highest number that follows the prefix: ``CT15`` after ``CT14``.

    An id that was taken out, or that a record has had, is not free.
    """
    records: QuerySet[Record] = QuerySet(model)
    taken = records.filter(pk__startswith=prefix).values_list("pk", flat=True)
    out = TakenOut.objects.filter(table=model.declared.table).values_list("key", flat=True)
    former = former_ids_of(model.declared.table).followed
    numbers = [
        int(found[1])
        for id_ in (*taken, *out, *former)
        if (found := re.fullmatch(f"{prefix}0*([0-9]{{1,9}})", id_))
    ]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _check_listed(record: Record, before: Row) -> None:
    """Refuse ids that come into a list and are not there; what is not loaded at all may come later."""
    for column in table_named(record.declared.table).columns:
        added = set()
        if column.kind is ColumnKind.LINKS:
            added = {*getattr(record, column.field)} - {*before.get(column.field, ())}
        if added:
            rows: QuerySet[Record] = QuerySet(table_named(column.to).model)
            missing = added - {*rows.filter(pk__in=added).values_list("pk", flat=True)}
            if missing and rows.exists():
                raise ListedNotThere(id=min(missing), table=column.to, column=column.name)


def _check_texts(record: Record) -> None:
    """Refuse what a person may have typed and no field can keep: ``TextTooLong``, ``NotText``."""
    for field in record._meta.concrete_fields:
        written = getattr(record, field.attname)
        if isinstance(written, str):
            if "\0" in written:
                raise NotText(text=written.replace("\x00", "")[:40])
            if field.max_length is not None and len(written) > field.max_length:
                raise TextTooLong(begins=written[:40], length=len(written), most=field.max_length)


def _save(record: Some, viewer: Viewer, why: str, *, is_new: bool) -> Some:
    _check_texts(record)
    record.clean_fields(exclude=_links_of(record))
    _sign(record, viewer.person, why).save(force_insert=is_new, force_update=not is_new)
    return record


def _sign(record: Some, person: str, why: str) -> Some:
    """Let the history tell who saves, and why."""
    record._history_user = person  # type: ignore[attr-defined]  # noqa: SLF001 - simple-history's own way
    record._change_reason = why  # type: ignore[attr-defined]  # noqa: SLF001 - the same
    return record


def _links_of(record: Record) -> set[str]:
    """Links are checked by whoever chose them; the database does not insist, so neither does a change elsewhere in the row."""
    fields = record._meta.concrete_fields
    return {field.name for field in fields if field.is_relation}
