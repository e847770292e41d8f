"""The relationship with one customer on one page: the plan that goes on the wall (S2-12, artefact 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domestique.answers.customer.climates import IngredientShown, climates, parts_of
from domestique.answers.customer.customer import CustomerPage, customer_page
from domestique.answers.meetings import meeting_lines
from domestique.answers.meetings.who_spoke import Timeline, TimelineOf, timeline_of
from domestique.answers.money.bills import BillPage, bill_page
from domestique.answers.our_word.our_word import PromiseLine, promise_lines
from domestique.answers.relationship.without_a_need import Unsteered, unsteered_of
from domestique.findings.findings import Findings, needs_waiting
from domestique.findings.grouped import findings_seen_by
from domestique.parties.queries import day_for
from domestique.quantities.sentence import Sentence, say
from domestique.records.viewer import Viewer
from domestique.relations.choices import Forum
from domestique.relations.meetings.promise_state import KeptPromises, PromiseState, promises_kept
from domestique.relations.meetings.queries import (
    given,
    items_visible_to,
    meetings_visible_to,
    open_actions,
    planned_meetings,
    promises_visible_to,
)
from domestique.relations.meetings.silence import Silence, Spoke, silence_on
from domestique.relations.models import Escalation
from domestique.relations.next_step import StandingOfRelationship, next_step
from domestique.relations.queries import open_escalations
from domestique.satisfaction.choices import AlternativeState
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import alternatives_visible_to

REVIEW_AHEAD = timedelta(days=60)
OURS = 3


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody on the map of people: who she is to us, and when anybody last spoke with her."""

    person: str
    role: Sentence
    place: str
    spoken_on: date | None
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Relationship:
    """Everything about one relationship; the paper takes the first of each list."""

    day: date
    page: CustomerPage
    bill: BillPage | None
    step: Sentence | None
    silence: Silence
    climate: tuple[IngredientShown, ...]
    people: tuple[Acquaintance, ...]
    rhythms: tuple[meeting_lines.RhythmLine, ...]
    promises: tuple[PromiseLine, ...]
    kept: KeptPromises
    contemplating: tuple[Sentence, ...]
    meetings: tuple[meeting_lines.MeetingLine, ...]
    actions: tuple[meeting_lines.ItemLine, ...]
    help_needed: tuple[Escalation, ...]
    unsteered: Unsteered
    timeline: Timeline

    @property
    def ours(self) -> tuple[PromiseLine, ...]:
        """Our three promises: those open that are due first."""
        return self.promises[:OURS]


def relationship(viewer: Viewer, customer_id: str, clock: date) -> Relationship | None:
    """Return the relationship with a customer in a fixed number of queries; ``None`` if there is no such customer."""
    page = customer_page(viewer, customer_id, clock)
    if page is None:
        return None
    found = findings_seen_by(viewer, clock)
    day = day_for(viewer, clock)
    names = {customer_id: page.name}
    known = climates(viewer, day).get(customer_id)
    spoken = known.contacts if known else ()
    rows = list(promises_visible_to(viewer).filter(customer_id=customer_id))
    promises = tuple(one for one in promise_lines(rows, names, day) if one.is_open)
    rhythms = tuple(
        one
        for one in meeting_lines.rhythm_lines(viewer, day, names)
        if one.customer_id == customer_id
    )
    silence = silence_on(day, spoken)
    timeline = timeline_of(viewer, clock, TimelineOf(customer=customer_id))
    return Relationship(
        day=day,
        page=page,
        bill=bill_page(viewer, customer_id),
        step=next_step(_standing(page, day, promises, silence, rhythms, found, spoken)),
        silence=silence,
        climate=parts_of(known) if known else (),
        people=tuple(_people(page, timeline)),
        rhythms=rhythms,
        promises=promises,
        kept=promises_kept([given(one) for one in rows], day),
        contemplating=tuple(_contemplating(viewer, page)),
        meetings=tuple(
            meeting_lines.meeting_line(one, names)
            for one in planned_meetings(meetings_visible_to(viewer), day).filter(
                customer_id=customer_id
            )
        ),
        actions=meeting_lines.item_lines(
            open_actions(items_visible_to(viewer).filter(meeting__customer_id=customer_id)), day
        ),
        help_needed=tuple(
            open_escalations(viewer).filter(customer_id=customer_id, forum=Forum.STEERING)
        ),
        unsteered=unsteered_of(viewer, page),
        timeline=timeline,
    )


def _standing(
    page: CustomerPage,
    day: date,
    promises: Sequence[PromiseLine],
    silence: Silence,
    rhythms: Sequence[meeting_lines.RhythmLine],
    found: Findings,
    spoken: Sequence[Spoke],
) -> StandingOfRelationship:
    late = next((one for one in promises if one.state is PromiseState.LATE), None)
    overdue = next((one for one in rhythms if one.due.is_overdue and not one.due.next_on), None)
    waiting = needs_waiting(found)
    reviews = [
        one.review_on
        for one in page.agreements
        if one.review_on and one.ends and one.ends >= day and one.review_on <= day + REVIEW_AHEAD
    ]
    return StandingOfRelationship(
        today=day,
        person=page.customer.person or page.name,
        late_promise=late.promise.promise if late else "",
        unmet_since=_unmet_since(page, spoken),
        is_silent=silence.is_alarming,
        silent_days=silence.days,
        waiting_need=next((need.need for need in page.needs if need.id in waiting), ""),
        late_meeting=overdue.kind_words if overdue else None,
        review_on=min(reviews, default=None),
        is_mood_known=page.face is not Mood.UNKNOWN,
    )


def _unmet_since(page: CustomerPage, spoken: Sequence[Spoke]) -> date | None:
    """Return the day of a negative pulse after which nobody spoke with her, that day included."""
    newest = page.mood.newest if page.mood else None
    if page.face is not Mood.NEGATIVE or newest is None:
        return None
    met = any(one.is_two_way and one.day >= newest.date for one in spoken)
    return None if met else newest.date


def _people(page: CustomerPage, timeline: Timeline) -> Iterable[Acquaintance]:
    spoken: dict[str, date] = {}
    for moment in timeline.moments:
        if moment.table != "promises" and (moment.contact is None or moment.contact.is_two_way):
            for person in moment.people:
                spoken.setdefault(person, moment.day)
    customer = page.customer
    unit = customer.unit if customer.unit_id else None
    if customer.person:
        role = say("decides") if customer.is_accepted else say("customer role not accepted")
        place = unit.position if unit else ""
        yield Acquaintance(customer.person, role, place, spoken.get(customer.person))
    for one in page.orderers:
        if one.person:
            place = one.unit.name if one.unit else ""
            yield Acquaintance(one.person, say("orders"), place, spoken.get(one.person))
    team = customer.team if customer.team_id else None
    if team and team.customer_manager:
        role = say("customer manager")
        yield Acquaintance(team.customer_manager, role, team.name, None, is_ours=True)
    if team and team.delivery_manager:
        role = say("delivery manager")
        yield Acquaintance(team.delivery_manager, role, team.name, None, is_ours=True)


def _contemplating(viewer: Viewer, page: CustomerPage) -> Iterable[Sentence]:
    """Say what she considers instead: what was registered first, then what pulses say beside it."""
    registered = alternatives_visible_to(viewer).filter(customer_id=page.customer.id)
    known = []
    for one in registered.exclude(state=AlternativeState.DROPPED):
        known.append(one.alternative.casefold())
        if one.would_turn:
            yield say(
                "%(what)s. What would turn it: %(turn)s.",
                what=one.alternative,
                turn=one.would_turn.rstrip("."),
            )
        else:
            yield say("%(what)s.", what=one.alternative)
    for voice in page.mood.voices if page.mood else ():
        said = voice.contemplated
        if said and voice.contemplating.casefold() not in known:
            yield say("%(person)s: %(what)s.", person=voice.person, what=said)
