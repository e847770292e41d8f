"""The versions of an agreement as they were accepted, read from the history, and what was corrected in it afterwards.

What was corrected after it was accepted changes what holds, never what she accepted: that is how the rows stood then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from domestique.agreements.accepted_text import Version
from domestique.agreements.amending import LineChange, LineText, amended
from domestique.agreements.choices import AgreementStatus, AmendmentStatus
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.agreements.queries import TEXT
from domestique.quantities.gathering import gathered
from domestique.records.ids.former_queries import former_ids_of, ids_of_one

STANDS = (AgreementStatus.ACCEPTED, AgreementStatus.IN_FORCE, AgreementStatus.ENDED)
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected in a line after it was accepted: both texts, by whom, when, and the paper it stands in."""

    service: str
    before: LineText
    after: LineText
    who: str
    on: date
    why: str


def versions_of(agreement: Agreement) -> tuple[Version, ...]:
    """Return an agreement as it was accepted, and as each accepted amendment left it; none of a draft."""
    accepted = _as_accepted(agreement)
    if accepted is None or agreement.status not in STANDS:
        return ()
    lines = _lines_at(agreement.pk, accepted["history_date"])
    first = Version(
        accepted["id"],
        accepted["customer_id"],
        accepted["starts"],
        accepted["ends"],
        accepted["starts"],
        accepted["accepted_by"],
        accepted["accepted_on"],
        dict(lines),
    )
    return (first, *_amended(agreement.pk, first, lines))


def corrections_of(agreement: Agreement) -> tuple[Correction, ...]:
    """Return what was corrected in the lines of an agreement after it was accepted."""
    accepted = _as_accepted(agreement)
    if accepted is None or agreement.status not in STANDS:
        return ()
    found = []
    by_service = gathered((row["service_id"], row) for row in _stages(agreement.pk))
    for stages in by_service.values():
        for before, after in pairwise(stages):
            is_later = after["history_date"] > accepted["history_date"]
            if is_later and _text(before) != _text(after):
                found.append(_correction(before, after))
    return tuple(found)


def _correction(before: Row, after: Row) -> Correction:
    return Correction(
        after["service_id"],
        _text(before),
        _text(after),
        after["history_user_id"] or "",
        after["history_date"].date(),
        after["history_change_reason"] or "",
    )


def _amended(agreement_id: str, first: Version, lines: dict[str, LineText]) -> Iterator[Version]:
    """Yield the agreement as it reads from the day of each accepted amendment on.

    A service that got another id in between stands under the one it had when the amendment was accepted.
    """
    services = former_ids_of("services")
    rows = Amendment.history.filter(
        agreement_id__in=_ids_of(agreement_id), status=AmendmentStatus.ACCEPTED
    ).order_by("history_date", "history_id")
    accepted: dict[tuple[date, Any], Row] = {}
    for row in rows.values():
        accepted.setdefault((row["valid_from"], row["id"]), row)
    by_day = gathered((day, row) for (day, _), row in sorted(accepted.items()))
    for day, changed in by_day.items():
        for row in changed:
            change = LineChange(day, _text(row), row["taken_out"])
            same = ids_of_one(services, row["service_id"])
            before = next((one for one in lines if one in same), row["service_id"])
            text = amended(lines.pop(before, None), change)
            if text is not None:
                lines[row["service_id"]] = text
        newest = max(changed, key=lambda row: row["history_date"])
        yield Version(
            first.agreement,
            first.customer,
            first.starts,
            first.ends,
            day,
            newest["accepted_by"],
            newest["accepted_on"],
            dict(lines),
            amends=True,
        )


def _as_accepted(agreement: Agreement) -> Row | None:
    """Return the agreement as it stood when it was first accepted."""
    rows = Agreement.history.filter(id__in=_ids_of(agreement.pk), status__in=STANDS)
    found: Row | None = rows.order_by("history_date", "history_id").values().first()
    return found


def _ids_of(agreement_id: str) -> set[str]:
    """Return the ids an agreement has had."""
    return ids_of_one(former_ids_of("agreements"), agreement_id)


def _stages(agreement_id: str) -> list[Row]:
    """Return how the lines of an agreement stood one after the other, each under the ids it had then."""
    rows = AgreementLine.history.filter(agreement_id__in=_ids_of(agreement_id))
    return [*rows.order_by("history_date", "history_id").values()]


def _lines_at(agreement_id: str, at: datetime) -> dict[str, LineText]:
    """Return the lines as they stood at a moment, by service; one that was loaded later, as it was loaded."""
    lines, known, later = {}, set(), []
    for rows in gathered((row["id"], row) for row in _stages(agreement_id)).values():
        stood = [row for row in rows if row["history_date"] <= at]
        if not stood:
            later.append(rows[0])
            continue
        known.add(stood[-1]["service_id"])
        if stood[-1]["history_type"] != "-":
            lines[stood[-1]["service_id"]] = _text(stood[-1])
    missed = {row["service_id"]: _text(row) for row in later if row["service_id"] not in known}
    return {**lines, **missed}


def _text(row: Row) -> LineText:
    return LineText(*(row[name] for name in TEXT))
