"""The gate of an agreement: only the customer manager proposes it, only the accepted customer accepts it.

Requirement S1-20, rules R03, R06 and R07. Each line says what is delivered (in words, or as units) and at which level
before the agreement is proposed. The gate asks by name and on a day; whoever keeps the picture opens none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from domestique.parties.mandates import Grant, grant_on, own_grants
from domestique.quantities.sentence import LIST, Sentence, Value, say

if TYPE_CHECKING:
    from collections.abc import Iterable

DRAFT, PROPOSED, ACCEPTED, IN_FORCE, ENDED = (
    "draft",
    "proposed",
    "accepted",
    "in force",
    "ended",
)


@dataclass(frozen=True, slots=True)
class LineOf:
    """A line as the gate sees it: the service by name, what is delivered, and the level."""

    service: str
    id: str = ""
    content: str = ""
    units: Decimal | None = None
    level: Decimal | None = None

    @property
    def says_what(self) -> bool:
        """Whether it says what is delivered: in words, or how many units."""
        return bool(self.content.strip()) or self.units is not None


@dataclass(frozen=True, slots=True)
class Proposed:
    """An agreement as the gate sees it, on a day: whose it is, and who stands for both sides.

    ``person`` is the customer and ``role`` how far her role has come; ``manager`` is the one customer manager of her
    team on the day (empty: there is not exactly one).
    """

    status: str
    customer: str
    person: str
    role: str
    manager: str
    starts: date | None = None
    ends: date | None = None
    lines: tuple[LineOf, ...] = ()
    grants: tuple[Grant, ...] = ()


def why_not_propose(agreement: Proposed, person: str) -> Sentence | None:
    """Return why a person may not propose an agreement to its customer; ``None`` when she may."""
    if agreement.status != DRAFT:
        return _not_now(agreement, say("proposed"))
    return why_not_write(agreement, person) or _incomplete(agreement)


def why_not_write(agreement: Proposed, person: str) -> Sentence | None:
    """Return why a person may not write an agreement with a customer; ``None`` when she is her customer manager."""
    values: dict[str, Value] = {"customer": agreement.customer, "manager": agreement.manager}
    if not agreement.manager:
        return say(
            "%(customer)s has not exactly one customer manager, and nobody else writes an "
            "agreement; name the one first.",
            **values,
        )
    if person != agreement.manager:
        return say(
            "Only %(manager)s, customer manager of %(customer)s, writes and proposes an agreement; you are %(you)s.",
            you=person,
            **values,
        )
    return None


def why_not_accept(agreement: Proposed, person: str, day: date) -> Sentence | None:
    """Return why a person may not accept an agreement on a day; ``None`` when she may."""
    values: dict[str, Value] = {"customer": agreement.customer, "person": agreement.person}
    if agreement.status != PROPOSED:
        return _not_now(agreement, say("accepted"))
    if not agreement.person:
        return say(
            "Nobody is named as the customer for %(customer)s, so nobody can accept its agreement.",
            **values,
        )
    if person != agreement.person:
        return say(
            "Only %(person)s, the customer for %(customer)s, accepts its agreement; you are %(you)s.",
            you=person,
            **values,
        )
    if agreement.role != "accepted":
        return say(
            "%(person)s has not accepted the customer role for %(customer)s (it is %(role)s); "
            "the role is accepted first, then the agreement.",
            role=agreement.role,
            **values,
        )
    return _no_mandate(agreement, day) or _incomplete(agreement)


def why_not_take_back(agreement: Proposed, person: str) -> Sentence | None:
    """Return why a person may not make an agreement a draft again; ``None`` when it is only proposed, and hers to write."""
    if agreement.status != PROPOSED:
        return _not_now(agreement, say("written anew"))
    return why_not_write(agreement, person)


def why_not_begin(agreement: Proposed, day: date) -> Sentence | None:
    """Return why an agreement may not be put in force on a day; ``None`` when it may."""
    if agreement.status != ACCEPTED:
        return _not_now(agreement, say("put in force"))
    if agreement.starts and day < agreement.starts:
        return say(
            "The agreement with %(customer)s begins on %(day)s.",
            customer=agreement.customer,
            day=agreement.starts,
        )
    return None


def why_not_end(agreement: Proposed, person: str, *, works_with_customers: bool) -> Sentence | None:
    """Return why a person may not end an agreement; ``None`` for its customer and for those who work with customers."""
    if agreement.status == ENDED:
        return _not_now(agreement, say("ended"))
    if person != agreement.person and not works_with_customers:
        return say(
            "Only %(person)s, the customer for %(customer)s, or the customer team ends the "
            "agreement; you are %(you)s.",
            person=agreement.person,
            customer=agreement.customer,
            you=person,
        )
    return None


def status_when_accepted(starts: date | None, day: date) -> str:
    """Return what an accepted agreement is on a day: in force from its first day, accepted before that."""
    return IN_FORCE if starts is None or starts <= day else ACCEPTED


def period_after(starts: date | None, ends: date | None, day: date) -> tuple[date, date]:
    """Return the days of the agreement that follows another: right after it, for as long; else a year from a day on.

    A whole year stays a whole year: 2026-01-01 to 2026-12-31 is followed by 2027-01-01 to 2027-12-31.
    """
    first = ends + timedelta(days=1) if ends else day
    if starts and ends and (_same_day_in(starts, first.year) == first):
        years = first.year - starts.year
        return first, _same_day_in(first, first.year + years) - timedelta(days=1)
    length = (ends - starts) if starts and ends else timedelta(days=364)
    return first, first + length


def _same_day_in(day: date, year: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28) if is_leap_day else day.replace(year=year)


def _not_now(agreement: Proposed, wanted: Sentence) -> Sentence:
    if agreement.status == DRAFT:
        return say(
            "The agreement with %(customer)s is a draft; %(manager)s, customer manager, proposes "
            "it before it can be %(wanted)s.",
            customer=agreement.customer,
            manager=agreement.manager or say("nobody yet"),
            wanted=wanted,
        )
    return say(
        "The agreement with %(customer)s is %(status)s, so it cannot be %(wanted)s.",
        customer=agreement.customer,
        status=agreement.status,
        wanted=wanted,
    )


def _incomplete(agreement: Proposed) -> Sentence | None:
    """Return what an agreement lacks: its days, its lines, or what a line delivers and at which level (R07)."""
    customer = agreement.customer
    if agreement.starts is None or agreement.ends is None:
        return say(
            "The agreement with %(customer)s has no first or no last day; write both.",
            customer=customer,
        )
    if not agreement.lines:
        return say(
            "The agreement with %(customer)s has no lines; write what is delivered and at which level.",
            customer=customer,
        )
    vague = _names(line for line in agreement.lines if not line.says_what)
    if vague:
        return say(
            "The agreement with %(customer)s does not say what is delivered of %(services)s; write "
            "the content or the units.",
            customer=customer,
            services=vague,
        )
    unlevelled = _names(line for line in agreement.lines if line.level is None)
    if unlevelled:
        return say(
            "The agreement with %(customer)s promises no level for %(services)s; agree on one, "
            "even a low one, or take the line out.",
            customer=customer,
            services=unlevelled,
        )
    return None


def _no_mandate(agreement: Proposed, day: date) -> Sentence | None:
    """Return why the customer's own mandate does not reach; with none on record it is not known, and stops nobody."""
    own = own_grants(agreement.grants, agreement.person)
    values: dict[str, Value] = {
        "person": agreement.person,
        "customer": agreement.customer,
        "day": day,
    }
    if not own:
        return None
    grant = grant_on(agreement.grants, agreement.person, day)
    if grant is None:
        return say(
            "%(person)s has no mandate for %(customer)s that holds on %(day)s; renew it first.",
            **values,
        )
    beyond = _names(line for line in agreement.lines if not grant.covers((line.id,)))
    if beyond:
        return say(
            "The mandate of %(person)s for %(customer)s is not about %(services)s; widen it, or take the lines out.",
            services=beyond,
            **values,
        )
    return None


def _names(lines: Iterable[LineOf]) -> str:
    return LIST.join(line.service for line in lines)
