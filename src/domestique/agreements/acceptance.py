"""The gate of an agreement: only the customer manager proposes it, only the accepted customer accepts it.

Requirement S1-20, rules R03, R06 and R07. Each line says what is delivered (in words, or as units) and at which level
before the agreement is proposed. The gate asks by name and on a day; whoever keeps the picture opens none.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from domestique.agreements import errors
from domestique.agreements.choices import AgreementStatus
from domestique.parties.choices import RoleStatus
from domestique.parties.mandates import Grant, grant_on, own_grants
from domestique.quantities.sentence import Sentence, say


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
    ending_asked_by: str = ""


def why_not_propose(agreement: Proposed, person: str) -> errors.AgreementNotYours | None:
    """Return why a person may not propose an agreement to its customer; ``None`` when she may."""
    if agreement.status != AgreementStatus.DRAFT:
        return _not_now(agreement, say("proposed"))
    return why_not_write(agreement, person) or _incomplete(agreement)


def why_not_write(agreement: Proposed, person: str) -> errors.AgreementNotYours | None:
    """Return why a person may not write an agreement with a customer; ``None`` when she is her customer manager."""
    customer, manager = agreement.customer, agreement.manager
    if not manager:
        return errors.NoOneManager(customer=customer)
    if person != manager:
        return errors.OnlyManagerWrites(manager=manager, customer=customer, you=person)
    return None


def why_not_accept(agreement: Proposed, person: str, day: date) -> errors.AgreementNotYours | None:
    """Return why a person may not accept an agreement on a day; ``None`` when she may."""
    if agreement.status != AgreementStatus.PROPOSED:
        return _not_now(agreement, say("accepted"))
    return why_not_agree(agreement, person, day) or _incomplete(agreement)


def why_not_agree(agreement: Proposed, person: str, day: date) -> errors.AgreementNotYours | None:
    """Return why a person may not agree to these lines for the customer; ``None`` for herself, within her mandate."""
    customer, holder = agreement.customer, agreement.person
    if not holder:
        return errors.NobodyAccepts(customer=customer)
    if person != holder:
        return errors.OnlyCustomerAccepts(person=holder, customer=customer, you=person)
    if agreement.role != RoleStatus.ACCEPTED:
        return errors.RoleComesFirst(person=holder, customer=customer, role=agreement.role)
    return _no_mandate(agreement, day)


def why_not_take_back(agreement: Proposed, person: str) -> errors.AgreementNotYours | None:
    """Return why a person may not make an agreement a draft again; ``None`` when it is only proposed, and hers to write."""
    if agreement.status != AgreementStatus.PROPOSED:
        return _not_now(agreement, say("written anew"))
    return why_not_write(agreement, person)


def why_not_begin(agreement: Proposed, day: date) -> errors.AgreementNotYours | None:
    """Return why an agreement may not be put in force on a day; ``None`` when it may."""
    if agreement.status != AgreementStatus.ACCEPTED:
        return _not_now(agreement, say("put in force"))
    if agreement.starts and day < agreement.starts:
        return errors.NotBegunYet(customer=agreement.customer, day=agreement.starts)
    return None


def why_not_end(
    agreement: Proposed, person: str, *, works_with_customers: bool
) -> errors.AgreementNotYours | None:
    """Return why a person may not end an agreement; ``None`` for its customer and for those who work with customers."""
    holder = agreement.person
    if agreement.status == AgreementStatus.ENDED:
        return _not_now(agreement, say("ended"))
    if person != holder and not works_with_customers:
        return errors.OnlyCustomerOrTeamEnds(person=holder, customer=agreement.customer, you=person)
    return None


def ends_now(agreement: Proposed, person: str, day: date) -> bool:
    """Whether an agreement ends when a person says so: on its last day or after, or because the other side asked too."""
    asked = agreement.ending_asked_by
    is_other_side = (asked == agreement.person) != (person == agreement.person)
    return bool(agreement.ends and agreement.ends <= day) or bool(asked and is_other_side)


def last_day(ends: date | None, day: date) -> date:
    """Return the last day of an agreement that is ended on a day: that day, or its own where that is past."""
    return min(ends or day, day)


def status_when_accepted(starts: date | None, day: date) -> AgreementStatus:
    """Return what an accepted agreement is on a day: in force from its first day, accepted before that."""
    return AgreementStatus.IN_FORCE if starts is None or starts <= day else AgreementStatus.ACCEPTED


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


def _not_now(agreement: Proposed, wanted: Sentence) -> errors.AgreementNotYours:
    customer, status = agreement.customer, agreement.status
    if status == AgreementStatus.DRAFT:
        return errors.AgreementIsDraft(customer=customer, manager=agreement.manager, wanted=wanted)
    return errors.StepNotNext(customer=customer, status=status, wanted=wanted)


def _incomplete(agreement: Proposed) -> errors.AgreementNotYours | None:
    """Return what an agreement lacks: its days, its lines, or what a line delivers and at which level (R07)."""
    customer, lines = agreement.customer, agreement.lines
    if agreement.starts is None or agreement.ends is None:
        return errors.DaysMissing(customer=customer)
    if not lines:
        return errors.LinesMissing(customer=customer)
    if vague := [line.service for line in lines if not line.says_what]:
        return errors.LinesAreVague(customer=customer, services=vague)
    if unlevelled := [line.service for line in lines if line.level is None]:
        return errors.LevelsMissing(customer=customer, services=unlevelled)
    return None


def _no_mandate(agreement: Proposed, day: date) -> errors.AgreementNotYours | None:
    """Return why the customer's own mandate does not reach; with none on record it is not known, and stops nobody."""
    customer, person = agreement.customer, agreement.person
    if not own_grants(agreement.grants, person):
        return None
    grant = grant_on(agreement.grants, person, day)
    if grant is None:
        return errors.MandateIsOver(person=person, customer=customer, day=day)
    if beyond := [line.service for line in agreement.lines if not grant.covers((line.id,))]:
        return errors.BeyondMandate(person=person, customer=customer, services=beyond)
    return None
