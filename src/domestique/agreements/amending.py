"""A dated amendment of an agreement: what a line says from a day on, and who may propose and accept it.

An amendment says what it changes; what it leaves empty stays as it was. It is proposed and accepted like the agreement
itself, and holds from its day on. One that is only proposed changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from domestique.agreements import acceptance, errors
from domestique.agreements.acceptance import LineOf, Proposed
from domestique.agreements.choices import AGREED, AmendmentStatus


@dataclass(frozen=True, slots=True)
class LineText:
    """What a line says: content, level, units, price; ``None`` and an empty content are not stated."""

    content: str = ""
    level: Decimal | None = None
    units: Decimal | None = None
    price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LineChange:
    """What an accepted amendment makes of a line from a day on; one ``taken_out`` is no longer in the agreement."""

    valid_from: date
    text: LineText
    taken_out: bool = False


@dataclass(frozen=True, slots=True)
class LineStage:
    """A line as it reads from a day to a day, both included; ``amended_from`` is the day of the amendment, if it is one."""

    text: LineText
    starts: date | None
    ends: date | None
    amended_from: date | None = None


def amended(line: LineText | None, change: LineChange) -> LineText | None:
    """Return what a line says after a change; ``None`` is not in the agreement."""
    if change.taken_out:
        return None
    before, new = line or LineText(), change.text
    return LineText(
        new.content or before.content,
        before.level if new.level is None else new.level,
        before.units if new.units is None else new.units,
        before.price if new.price is None else new.price,
    )


def stages(
    line: LineText | None, starts: date | None, ends: date | None, changes: Iterable[LineChange]
) -> Iterator[LineStage]:
    """Yield a line of an agreement from ``starts`` to ``ends`` as it reads one after the other."""
    text, begins, by = line, starts, None
    for change in sorted(changes, key=lambda one: one.valid_from):
        day_before = change.valid_from - timedelta(days=1)
        last = day_before if ends is None else min(ends, day_before)
        if text is not None and (begins is None or begins <= last):
            yield LineStage(text, begins, last, by)
        text, begins, by = amended(text, change), change.valid_from, change.valid_from
    if text is not None and (begins is None or ends is None or begins <= ends):
        yield LineStage(text, begins, ends, by)


def why_not_amend(
    agreement: Proposed, person: str, change: LineOf, valid_from: date, day: date
) -> errors.AgreementNotYours | None:
    """Return why a person may not propose an amendment on a day; ``None`` when she is its customer manager."""
    customer = agreement.customer
    if agreement.status not in AGREED:
        return errors.AmendsNothing(customer=customer, status=agreement.status)
    if refusal := acceptance.why_not_write(agreement, person):
        return refusal
    first = max(agreement.starts or day, day)
    if valid_from < first or (agreement.ends and valid_from > agreement.ends):
        return errors.AmendsOutside(customer=customer, first=first, last=agreement.ends)
    is_new = change.id not in {line.id for line in agreement.lines}
    if is_new and not change.says_what:
        return errors.LinesAreVague(customer=customer, services=[change.service])
    if is_new and change.level is None:
        return errors.LevelsMissing(customer=customer, services=[change.service])
    return None


def why_not_accept_amendment(
    agreement: Proposed, status: str, services: Sequence[LineOf], person: str, day: date
) -> errors.AgreementNotYours | None:
    """Return why a person may not accept an amendment; ``None`` for the customer within her mandate."""
    if status != AmendmentStatus.PROPOSED:
        return errors.AmendmentNotProposed(customer=agreement.customer, status=status)
    if agreement.status not in AGREED:
        return errors.AmendsNothing(customer=agreement.customer, status=agreement.status)
    return acceptance.why_not_agree(replace(agreement, lines=tuple(services)), person, day)


def why_not_withdraw(
    agreement: Proposed, status: str, person: str
) -> errors.AgreementNotYours | None:
    """Return why a person may not take a proposed amendment back; ``None`` for its customer manager and the customer."""
    if status != AmendmentStatus.PROPOSED:
        return errors.AmendmentNotProposed(customer=agreement.customer, status=status)
    if person and person == agreement.person:
        return None
    return acceptance.why_not_write(agreement, person)
