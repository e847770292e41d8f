"""An agreement as a document: who promises whom what, at which level and price, and what is new in it (S1-12, S1-20)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.acceptance import why_not_accept, why_not_begin, why_not_propose
from domestique.agreements.accepted_text import Version
from domestique.agreements.actions import Read, read_agreement
from domestique.agreements.amending import LineText
from domestique.agreements.choices import AGREED, AgreementStatus, AmendmentStatus
from domestique.agreements.errors import NoSuchAgreement
from domestique.agreements.models import Agreement, AgreementLine, Amendment
from domestique.agreements.queries import (
    agreements_visible_to,
    amendments_visible_to,
    lines_visible_to,
)
from domestique.agreements.version_queries import versions_of
from domestique.answers.agreement.amendments import (
    AmendedLine,
    ProposedAmendment,
    as_amended,
    corrections_told,
    joined,
    proposals_of,
)
from domestique.answers.right_person.right_person import Reached
from domestique.parties.choices import TeamRole
from domestique.parties.models import Customer
from domestique.parties.queries import (
    customer_visible_to,
    dated_teams,
    emails_of,
    organisation_of,
    today_of,
)
from domestique.parties.router_queries import team_of_customer_on
from domestique.portfolio.models import Service
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.telling.chips import Chip

STATUS_CHIPS: Mapping[str, Chip] = {
    AgreementStatus.DRAFT: Chip("unknown", say("draft")),
    AgreementStatus.PROPOSED: Chip("near", say("proposed")),
    AgreementStatus.ACCEPTED: Chip("met", say("accepted")),
    AgreementStatus.IN_FORCE: Chip("met", say("in force")),
    AgreementStatus.ENDED: Chip("plain", say("ended")),
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of the agreement: what is delivered, in which hours, how good, how much of it, and for what price a year."""

    service: str
    name: str
    content: str
    hours: str
    level: Decimal | None
    units: Decimal | None
    unit: str
    price: Decimal | None
    yearly: Decimal | None
    owner: str
    change: Sentence | None = None
    amended_from: date | None = None
    is_confirmed: bool | None = None
    confirmed_by: str = ""
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """The document, and which steps may be taken by whom."""

    id: str
    customer: Customer
    name: str
    day: date
    currency: str
    record: Agreement
    headline: Sentence
    status: Chip
    people: tuple[Reached, ...]
    clauses: tuple[Clause, ...]
    yearly: Decimal | None
    unpriced: int
    before: Agreement | None
    gone: tuple[Sentence, ...]
    difference: Sentence
    terms: tuple[Sentence, ...]
    others: tuple[Agreement, ...]
    versions: tuple[Version, ...]
    corrections: tuple[Sentence, ...]
    proposals: tuple[ProposedAmendment, ...]
    services: tuple[tuple[str, str], ...]
    is_hers: bool
    stamp: str
    steps: tuple[str, ...]
    waits_for: Sentence | None

    @property
    def accepted(self) -> Version | None:
        """The version that holds on the day; before the first day, the first; none of what nobody accepted."""
        held = [
            one
            for one in self.versions
            if one.holds_from is None or one.holds_from <= self.day or not one.amends
        ]
        return held[-1] if held else None

    @property
    def may_be_amended(self) -> bool:
        """Whether it is one that stands: a draft is changed, and what has ended is followed by another."""
        return self.record.status in AGREED


def agreement_page(viewer: Viewer, agreement_id: str, clock: date) -> AgreementPage | None:
    """Return the document of an agreement; ``None`` if it is not there or not for this viewer."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    try:
        read = read_agreement(viewer, agreement_id, day)
    except NoSuchAgreement:
        return None
    customer = customer_visible_to(viewer, read.record.customer_id)
    assert customer is not None  # noqa: S101 - the agreement was read through her
    others = list(
        agreements_visible_to(viewer).filter(customer_id=customer.id).exclude(pk=agreement_id)
    )
    before = agreement_before(read.record, others)
    lines, standing = _lines_of(viewer, [agreement_id, *([before.id] if before else [])])
    new, old = lines.get(agreement_id, []), lines.get(before.id, []) if before else []
    amendments = list(amendments_visible_to(viewer).filter(agreement_id=agreement_id))
    standing |= _services_of(viewer, {one.service_id for one in amendments} - standing.keys())
    changes = [one for one in amendments if _counts(one, day)]
    clauses = tuple(_clauses(as_amended(new, changes), old if before else None, standing))
    known = [one.yearly for one in clauses if one.yearly is not None]
    return AgreementPage(
        id=agreement_id,
        customer=customer,
        name=customer.name,
        day=day,
        currency=organisation.currency,
        record=read.record,
        headline=_headline(read, day),
        status=STATUS_CHIPS[read.record.status],
        people=_people(viewer, customer, day),
        clauses=clauses,
        yearly=sum(known, Decimal(0)) if known else None,
        unpriced=len(clauses) - len(known),
        before=before,
        gone=tuple(_gone(new, old, standing)),
        difference=_difference(new, old, before),
        terms=terms_of(read.record.review_on),
        others=tuple(others),
        versions=versions_of(read.record),
        corrections=tuple(corrections_told(read.record, standing)),
        proposals=tuple(proposals_of(new, amendments, standing)),
        services=tuple(_choices(viewer, [one.service for one in clauses], standing)),
        is_hers=bool(viewer.person) and viewer.person == read.gate.person,
        stamp=read.stamp,
        steps=_steps(read),
        waits_for=_waits_for(read, viewer, day),
    )


def _counts(amendment: Amendment, day: date) -> bool:
    return amendment.status == AmendmentStatus.ACCEPTED and amendment.valid_from <= day


TERMS = (
    say(
        "Levels are measured per calendar month within the hours stated; agreed maintenance does not count."
    ),
    say(
        "A level that is not kept is explained in the follow-up meeting, with what is done about it."
    ),
    say("What cannot be agreed there goes to the IT steering group, and the answer is told back."),
    say("The customer manager proposes every change; only the customer accepts it."),
)


def terms_of(review_on: date | None) -> tuple[Sentence, ...]:
    """Return what holds besides the lines."""
    if review_on is None:
        return (*TERMS, say("No day is set for going through it."))
    return (*TERMS, say("It is gone through on %(day)s.", day=review_on))


def agreement_before(agreement: Agreement, others: Iterable[Agreement]) -> Agreement | None:
    """Return the agreement with the same customer that began last before this one; drafts are none yet."""
    begun = [
        one
        for one in others
        if one.starts
        and one.status != AgreementStatus.DRAFT
        and (agreement.starts is None or one.starts < agreement.starts)
    ]
    return max(begun, key=lambda one: (one.starts, one.id), default=None)


def _lines_of(
    viewer: Viewer, ids: Sequence[str]
) -> tuple[dict[str, list[AgreementLine]], dict[str, Service]]:
    rows = list(lines_visible_to(viewer).filter(agreement_id__in=ids))
    lines = gathered((row.agreement_id, row) for row in rows)
    return lines, _services_of(viewer, {row.service_id for row in rows})


def _services_of(viewer: Viewer, ids: Collection[str]) -> dict[str, Service]:
    return {one.id: one for one in services_visible_to(viewer).filter(pk__in=ids)} if ids else {}


def _choices(
    viewer: Viewer, held: Sequence[str], services: Mapping[str, Service]
) -> Iterable[tuple[str, str]]:
    """Yield the services an amendment may be about by id and name: those in the agreement first."""
    names = service_names(viewer)
    for id_ in (*held, *sorted(names.keys() - {*held})):
        yield id_, services[id_].name if id_ in services else names.get(id_, id_)


def _clauses(
    new: Iterable[AmendedLine],
    old: Iterable[AgreementLine] | None,
    services: Mapping[str, Service],
) -> Iterable[Clause]:
    """Yield the lines; ``old`` are those of the agreement before, ``None`` where there is none."""
    before = {line.service_id: line for line in old or ()}
    for one in new:
        line, text = one.line, one.text
        service = services.get(line.service_id) or Service(id=line.service_id)
        is_said = old is not None and one.amended_from is None
        yield Clause(
            line.service_id,
            service.name,
            text.content,
            service.service_hours,
            text.level,
            text.units,
            service.unit,
            text.price,
            yearly_of(text),
            service.owner,
            change_of(before.get(line.service_id), line) if is_said else None,
            one.amended_from,
            line.value_confirmed,
            line.confirmed_by,
            line.pk is None,
        )


def yearly_of(text: LineText) -> Decimal | None:
    """Return what a line costs a year: the units planned times the price of one; ``None`` if either is not known."""
    if text.units is None or text.price is None:
        return None
    return text.units * text.price


def change_of(before: AgreementLine | None, now: AgreementLine) -> Sentence | None:
    """Say what is new in a line; ``None`` where nothing is."""
    if before is None:
        return say("new")
    changes = (
        ("availability_target", "the level was %(was)s %%"),
        ("planned_units", "the units were %(was)s"),
        ("unit_price", "the price was %(was)s"),
        ("content", "the content was: %(was)s"),
    )
    said = [
        say(text, was=getattr(before, field) or say("not stated"))
        for field, text in changes
        if getattr(before, field) != getattr(now, field)
    ]
    return joined(said) if said else None


def _gone(
    new: Iterable[AgreementLine], old: Iterable[AgreementLine], services: Mapping[str, Service]
) -> Iterable[Sentence]:
    kept = {line.service_id for line in new}
    for line in old:
        if line.service_id not in kept:
            service = services.get(line.service_id)
            yield say(
                "%(service)s is no longer in it.",
                service=service.name if service else line.service_id,
            )


def _difference(
    new: Sequence[AgreementLine], old: Sequence[AgreementLine], before: Agreement | None
) -> Sentence:
    if before is None:
        return say("There is no earlier agreement with this customer on record.")
    was = {line.service_id: line for line in old}
    changed = sum(change_of(was.get(line.service_id), line) is not None for line in new)
    gone = len(was.keys() - {line.service_id for line in new})
    if not changed and not gone:
        return say("Nothing has changed since the agreement before.")
    return say_counted(
        "%(count)s line is new or changed against the agreement before; taken out: %(gone)s.",
        "%(count)s lines are new or changed against the agreement before; taken out: %(gone)s.",
        changed,
        gone=gone,
    )


def _headline(read: Read, day: date) -> Sentence:
    record, gate = read.record, read.gate
    values = {
        "customer": gate.customer,
        "person": record.accepted_by or gate.person,
        "manager": record.proposed_by or gate.manager,
        "on": record.accepted_on,
        "proposed": record.proposed_on,
        "last": record.ends,
        "first": record.starts,
    }
    if record.status == AgreementStatus.DRAFT:
        return say("The agreement with %(customer)s is being written.", **values)
    if record.status == AgreementStatus.PROPOSED:
        return say(
            "%(manager)s has proposed this agreement; %(person)s has not accepted it yet.", **values
        )
    if record.status == AgreementStatus.ENDED:
        return say("The agreement with %(customer)s ended on %(last)s.", **values)
    if record.accepted_on is None:
        return say("The agreement with %(customer)s is in force, but nobody accepted it.", **values)
    if record.starts and day < record.starts:
        return say("%(person)s accepted this agreement; it begins on %(first)s.", **values)
    if record.ends and record.ends < day:
        return say("The agreement with %(customer)s ran out on %(last)s.", **values)
    return say("%(person)s accepted this agreement; it holds until %(last)s.", **values)


def _people(viewer: Viewer, customer: Customer, day: date) -> tuple[Reached, ...]:
    team = dated_teams(viewer).get(team_of_customer_on(customer, day))
    emails = emails_of(viewer)
    parts = (
        (say("customer"), customer.person),
        (say("customer manager"), team.one(TeamRole.CUSTOMER_MANAGER, day) if team else ""),
        (say("delivery manager"), team.one(TeamRole.DELIVERY_MANAGER, day) if team else ""),
    )
    return tuple(Reached(part, name, emails.get(name, "")) for part, name in parts)


def _steps(read: Read) -> tuple[str, ...]:
    """Return the steps that follow from where the agreement stands; who may take them is asked at the gate."""
    steps: dict[str, tuple[str, ...]] = {
        AgreementStatus.DRAFT: ("propose",),
        AgreementStatus.PROPOSED: ("accept", "take-back"),
        AgreementStatus.ACCEPTED: ("begin", "renew", "end"),
        AgreementStatus.IN_FORCE: ("renew", "end"),
        AgreementStatus.ENDED: ("renew",),
    }
    return steps[read.record.status]


def _waits_for(read: Read, viewer: Viewer, day: date) -> Sentence | None:
    """Say why this viewer may not take the next step, before she tries, or that the other side asked to end it."""
    asked = read.record.ending_asked_by
    if asked and read.record.status != AgreementStatus.ENDED:
        return say(
            "%(person)s asked on %(day)s that it ends before its last day; it does when the other side says so too.",
            person=asked,
            day=read.record.ending_asked_on,
        )
    refused = {
        AgreementStatus.DRAFT: why_not_propose(read.gate, viewer.person),
        AgreementStatus.PROPOSED: why_not_accept(read.gate, viewer.person, day),
        AgreementStatus.ACCEPTED: why_not_begin(read.gate, day),
    }
    refusal = refused.get(AgreementStatus(read.record.status))
    return refusal.sentence if refusal else None
