"""The dossier that a new customer manager takes over a customer with (practice, artefact 20).

Nothing in it is written for the occasion: it is the picture on the day, and the three things to know follow from how
she feels, what we owe her and what the rules find.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from django.db.models import Q

from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.models import Agreement
from domestique.agreements.queries import amendments_visible_to, lines_visible_to
from domestique.answers.agreement.agreement import STATUS_CHIPS, yearly_of
from domestique.answers.agreement.amendments import as_amended
from domestique.answers.customer.customer import CustomerPage, ServiceLine, customer_page
from domestique.answers.our_word.our_word import PromiseLine, promise_lines
from domestique.answers.people.roles import MandateLine, role_page
from domestique.answers.right_person.right_person import Reached
from domestique.answers.walk_in.walk_in import NeedLine, need_line
from domestique.findings.finding import Finding
from domestique.findings.findings import needs_waiting
from domestique.findings.grouped import findings_seen_by
from domestique.parties.choices import TeamRole
from domestique.parties.queries import dated_teams, day_for, emails_of, team_periods_visible_to
from domestique.parties.router_queries import team_of_customer_on
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import LIST, Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.meetings.queries import promises_visible_to
from domestique.relations.models import Decision, Escalation
from domestique.relations.needs.need_state import NeedStage, stage_of
from domestique.relations.queries import decisions_visible_to, open_escalations
from domestique.satisfaction.models import Complaint
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import complaints_visible_to
from domestique.telling.chips import Chip

THINGS = 3
GRAVEST_FIRST = (
    "R03",
    "R06",
    "R08",
    "R24",
    "R20",
    "R04",
    "R05",
    "R13",
    "R16",
    "R07",
    "R01",
    "R02",
    "R19",
    "S1-30",
    "S1-19",
)
"""In which order the rules' findings are worth knowing first by somebody who comes new."""
VITAL_LEVEL = 1


Thing: TypeAlias = "tuple[Sentence, Sentence | None]"
"""One thing to know, and what to do about it where the picture says so."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """The dossier; an agreement stands there with its state, and what its lines cost a year."""

    day: date
    page: CustomerPage
    things: tuple[Thing, ...]
    people: tuple[Reached, ...]
    orderers: tuple[tuple[str, str], ...]
    teams: tuple[Sentence, ...]
    mandates: tuple[MandateLine, ...]
    mandate_currency: str
    budget: Decimal | None
    vital: tuple[ServiceLine, ...]
    agreements: tuple[tuple[Agreement, Chip, Decimal | None], ...]
    promises: tuple[PromiseLine, ...]
    needs: tuple[NeedLine, ...]
    untold: tuple[Decision, ...]
    escalations: tuple[Escalation, ...]
    complaints: tuple[Complaint, ...]


def hand_over(viewer: Viewer, customer_id: str, clock: date) -> HandOver | None:
    """Return the dossier of a customer, in a fixed number of queries; ``None`` if she is not there."""
    page = customer_page(viewer, customer_id, clock)
    role = role_page(viewer, customer_id, clock)
    if page is None or role is None:
        return None
    day = day_for(viewer, clock)
    given = promises_visible_to(viewer).filter(customer_id=customer_id)
    lines = promise_lines(given, {customer_id: page.name}, day)
    promises = tuple(one for one in lines if one.is_open)
    found = findings_seen_by(viewer, clock)
    waiting = needs_waiting(found)
    in_flight = (NeedStage.WAITING, NeedStage.DECIDED)
    unit = page.customer.unit if page.customer.unit_id else None
    return HandOver(
        day=day,
        page=page,
        things=three_things(page, promises, found.about("customers", customer_id)),
        people=_people(viewer, page, day),
        orderers=tuple((one.person, one.unit.name if one.unit else "") for one in page.orderers),
        teams=tuple(_teams(viewer, customer_id)),
        mandates=role.mandates,
        mandate_currency=role.currency,
        budget=unit.it_budget if unit else None,
        vital=_vital(viewer, page),
        agreements=tuple(_agreements(viewer, page, day)),
        promises=promises,
        needs=tuple(
            need_line(one, waiting) for one in page.needs if stage_of(one.state) in in_flight
        ),
        untold=tuple(
            decisions_visible_to(viewer).filter(customer_id=customer_id, told_back_on=None)
        ),
        escalations=tuple(open_escalations(viewer).filter(customer_id=customer_id)),
        complaints=tuple(
            complaints_visible_to(viewer).filter(customer_id=customer_id, closed_on=None)
        ),
    )


def three_things(
    page: CustomerPage, promises: Sequence[PromiseLine], found: Iterable[Finding]
) -> tuple[Thing, ...]:
    """Return what somebody new must know first: how she feels, what we owe her, then the gravest findings, one a rule."""
    things = [*_feeling(page), *_owed(promises), *_findings(found)]
    return tuple(things[:THINGS])


def _feeling(page: CustomerPage) -> Iterator[Thing]:
    newest = page.mood.newest if page.mood else None
    if newest is None or page.face in (Mood.POSITIVE, Mood.UNKNOWN):
        return
    said, person = say("%(customer)s is not satisfied.", customer=page.name), newest.person
    person = person or page.customer.person
    if newest.words and newest.contemplated:
        said = say(
            "%(person)s is not satisfied: “%(words)s” Contemplating: %(what)s.",
            person=person,
            words=newest.words,
            what=newest.contemplated,
        )
    elif newest.words:
        said = say("%(person)s is not satisfied: “%(words)s”", person=person, words=newest.words)
    yield said, None


def _owed(promises: Sequence[PromiseLine]) -> Iterator[Thing]:
    late = [one for one in promises if one.chip.state == "missed"]
    if late:
        first = late[0]
        said = say(
            "We owe %(person)s since %(day)s: %(promise)s",
            person=first.promise.given_to or first.customer,
            day=first.promise.due_on,
            promise=first.promise.promise,
        )
        yield said, None


def _findings(found: Iterable[Finding]) -> Iterator[Thing]:
    first: dict[str, Finding] = {}
    for one in found:
        first.setdefault(one.rule, one)
    for rule in GRAVEST_FIRST:
        if rule in first:
            yield first[rule].text, first[rule].advice


def _people(viewer: Viewer, page: CustomerPage, day: date) -> tuple[Reached, ...]:
    team = dated_teams(viewer).get(team_of_customer_on(page.customer, day))
    emails = emails_of(viewer)
    owners = team.people(TeamRole.SERVICE_OWNER, day) if team else ()
    parts = [
        (say("customer"), page.customer.person),
        (say("customer manager"), team.one(TeamRole.CUSTOMER_MANAGER, day) if team else ""),
        (say("delivery manager"), team.one(TeamRole.DELIVERY_MANAGER, day) if team else ""),
    ]
    reached = [Reached(part, name, emails.get(name, "")) for part, name in parts if name]
    if owners:
        reached.append(Reached(say("service owners"), LIST.join(map(str, owners))))
    return tuple(reached)


def _teams(viewer: Viewer, customer_id: str) -> Iterator[Sentence]:
    for one in team_periods_visible_to(viewer).filter(customer_id=customer_id):
        name = one.team.name if one.team else one.team_id
        if one.ends is None:
            yield say("%(team)s since %(first)s", team=name, first=one.starts)
        else:
            yield say(
                "%(team)s from %(first)s to %(last)s", team=name, first=one.starts, last=one.ends
            )


def _vital(viewer: Viewer, page: CustomerPage) -> tuple[ServiceLine, ...]:
    ids = [line.service for line in page.lines]
    vital = services_visible_to(viewer).filter(pk__in=ids, impact_level=VITAL_LEVEL)
    marked = set(vital.values_list("id", flat=True))
    return tuple(line for line in page.lines if line.service in marked)


def _agreements(
    viewer: Viewer, page: CustomerPage, day: date
) -> Iterator[tuple[Agreement, Chip, Decimal | None]]:
    """Yield her agreements with what their lines cost a year, as they read on a day."""
    hers = Q(agreement__customer_id=page.customer.id)
    lines = gathered((one.agreement_id, one) for one in lines_visible_to(viewer).filter(hers))
    accepted = amendments_visible_to(viewer).filter(
        hers, status=AmendmentStatus.ACCEPTED, valid_from__lte=day
    )
    changes = gathered((one.agreement_id, one) for one in accepted.order_by("valid_from"))
    for one in page.agreements:
        held = as_amended(lines.get(one.id, ()), changes.get(one.id, ()))
        amounts = [amount for line in held if (amount := yearly_of(line.text)) is not None]
        yield one, STATUS_CHIPS[one.status], sum(amounts, Decimal(0)) if amounts else None
