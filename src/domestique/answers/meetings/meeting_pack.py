"""The pre-read of a meeting, made from what is known on the day: exceptions first, and only of this customer.

A dialogue's sheet is a canvas without any statistics (R10). A follow-up's begins with what went wrong. The team's own
is the list of what lies with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domestique.answers.customer.climates import climates, parts_of
from domestique.answers.customer.customer import CustomerPage, ServiceLine, customer_page
from domestique.answers.feelings.improvements import improvement_lines
from domestique.answers.meetings.meeting_lines import ItemLine
from domestique.answers.meetings.meetings import MeetingPage, meeting_page
from domestique.answers.money.bills import BillPage, bill_page
from domestique.answers.our_word.our_word import promise_lines
from domestique.answers.walk_in.walk_in import days_away, none_missed, say_missed
from domestique.delivery.queries import outages_in
from domestique.findings.findings import Findings
from domestique.findings.grouped import findings_seen_by
from domestique.improvement.choices import ImprovementState
from domestique.improvement.models import Improvement
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import ItemKind, MeetingKind
from domestique.relations.meetings.queries import promises_visible_to
from domestique.relations.needs.need_state import NeedStage, stage_of, state_told
from domestique.satisfaction.pulse import Mood
from domestique.telling.months import name_of_month
from domestique.vocabulary.speech import money_short

MOST = 6
DONE_OF_LATE_DAYS = 90
"""What was done longer ago has been talked about in an earlier follow-up."""
MOST_MOVERS = 4
ROOM = 7


@dataclass(frozen=True, slots=True)
class PackLine:
    """One line of a pack: what it says, a note beside it, and whether it is an exception."""

    text: Sentence | str
    note: Sentence | str | None = None
    is_exception: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One point of the agenda; ``room`` is how many lines are left to write on."""

    title: Sentence
    lines: tuple[PackLine, ...]
    nothing: Sentence
    room: int = 0


@dataclass(frozen=True, slots=True)
class Pack:
    """A meeting's pre-read: what to begin with, then point by point."""

    page: MeetingPage
    headline: Sentence
    sections: tuple[Section, ...]


def meeting_pack(viewer: Viewer, meeting_id: str, clock: date) -> Pack | None:
    """Return the pack of a meeting in a fixed number of queries; ``None`` if there is no such meeting."""
    page = meeting_page(viewer, meeting_id, clock)
    if page is None:
        return None
    kind = page.line.meeting.kind
    if kind == MeetingKind.DIALOGUE:
        title = say(
            "Where does %(customer)s want to be in twelve months?", customer=page.line.customer
        )
        return Pack(page, title, tuple(_canvas(page)))
    customer = customer_page(viewer, page.line.meeting.customer_id, clock)
    if customer is None:
        return Pack(page, page.title, ())
    if kind == MeetingKind.FOLLOW_UP:
        sections = tuple(_follow_up(viewer, page, customer))
    else:
        sections = tuple(_team(viewer, page, customer, findings_seen_by(viewer, clock)))
    return Pack(page, _exceptions(sections), sections)


def _exceptions(sections: Sequence[Section]) -> Sentence:
    """Say what to begin with: the points of the agenda in which something went wrong."""
    wrong = [section for section in sections if any(one.is_exception for one in section.lines)]
    if not wrong:
        return say("Nothing stands out: begin with whether the levels are still right.")
    count = sum(one.is_exception for section in wrong for one in section.lines)
    return say_counted("Begin with the exception.", "Begin with the %(count)s exceptions.", count)


def _canvas(page: MeetingPage) -> Iterator[Section]:
    """The development dialogue: five boxes to think in, what was put down before, room to write."""
    nothing = say("Open.")
    for kind, title, lines in page.groups:
        if kind != ItemKind.NEW_NEED or lines:
            yield Section(title, _items(lines), nothing, room=ROOM)
    yield Section(say("Who"), _items([*page.out_of_it, *page.carried]), nothing, room=ROOM)
    if page.waiting:
        yield Section(say("Parked for this dialogue"), _items(page.waiting), nothing)


def _items(lines: Iterable[ItemLine]) -> tuple[PackLine, ...]:
    return tuple(map(_item, lines))


def _item(line: ItemLine) -> PackLine:
    item = line.item
    note: Sentence | str | None = None
    if item.done_on:
        note = say("%(owner)s · done on %(day)s", owner=item.owner, day=item.done_on)
    elif item.due_on:
        note = say("%(owner)s · by %(day)s", owner=item.owner, day=item.due_on)
    elif item.owner:
        note = item.owner
    return PackLine(item.text, note, is_exception=line.is_late)


def _follow_up(viewer: Viewer, page: MeetingPage, customer: CustomerPage) -> Iterator[Section]:
    bill = bill_page(viewer, customer.customer.id)
    put_down = {kind: _items(lines) for kind, _, lines in page.groups}
    yield Section(say("Last actions"), _items(page.carried), say("None is open."))
    yield Section(
        say("How it stands"),
        tuple(PackLine(one) for one in _state(customer, bill)),
        say("Nothing is known."),
    )
    yield Section(
        say("Breaches"),
        (*_breaches(customer), *put_down[ItemKind.BREACH]),
        none_missed(customer),
    )
    yield Section(
        say("Near misses"),
        (
            *(
                PackLine(say("%(service)s came near its limit.", service=line.name))
                for line in customer.lines
                if line.chip.state == "near"
            ),
            *put_down[ItemKind.NEAR_MISS],
        ),
        say("None is known."),
    )
    yield Section(
        say("Consumption and cost against plan"),
        (*_money(customer, bill), *put_down[ItemKind.CONSUMPTION], *put_down[ItemKind.STATISTICS]),
        say("Nothing is known."),
    )
    yield Section(
        say("Satisfaction, and what we do"),
        (
            *_satisfaction(viewer, page, customer),
            *_done_and_felt(viewer, page),
            *put_down[ItemKind.SATISFACTION],
        ),
        say("Nothing is known."),
    )
    yield Section(
        say("Are the levels still right?"),
        (*_levels(customer, page.day), *put_down[ItemKind.LEVEL], *_items(page.waiting)),
        say("Ask."),
    )
    yield Section(say("Actions"), _items(page.out_of_it), say("None yet."), room=4)


def _state(customer: CustomerPage, bill: BillPage | None) -> Iterator[Sentence]:
    known = [line for line in customer.lines if line.chip.state in ("met", "near", "missed")]
    missed = [line for line in known if line.chip.state == "missed"]
    if customer.month and known:
        yield say_counted(
            "%(kept)s of %(count)s level was kept in %(month)s.",
            "%(kept)s of %(count)s levels were kept in %(month)s.",
            len(known),
            kept=len(known) - len(missed),
            month=name_of_month(customer.month),
        )
    if bill is not None:
        yield bill.headline
    yield customer.headline


def _breaches(customer: CustomerPage) -> Iterator[PackLine]:
    """Two sentences a breach: what was missed, and what is known of the cause."""
    missed = [line for line in customer.lines if line.chip.state == "missed"]
    away = days_away(missed, customer)
    causes = _causes(customer, missed)
    for line in missed:
        cause = causes.get(line.service)
        note = say("Cause: %(cause)s.", cause=cause) if cause else say("The cause is not known.")
        yield PackLine(say_missed(line, customer, away), note, is_exception=True)


def _causes(customer: CustomerPage, missed: Sequence[ServiceLine]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    if customer.month is not None and missed:
        rows = outages_in(customer.month).filter(service_id__in=[line.service for line in missed])
        for service, note in rows.exclude(note="").values_list("service_id", "note"):
            found.setdefault(service, []).append(note)
    return {service: "; ".join(dict.fromkeys(notes)) for service, notes in found.items()}


def _money(customer: CustomerPage, bill: BillPage | None) -> Iterator[PackLine]:
    if bill is None:
        return
    if bill.forecast is not None and bill.forecast.value is not None:
        yield PackLine(
            say(
                "At this pace the year ends at %(amount)s.",
                amount=money_short(bill.forecast.value, bill.currency),
            )
        )
    for line in customer.movers[:MOST_MOVERS]:
        if line.change:
            amount = money_short(abs(line.change), customer.currency)
            text = (
                "%(service)s costs %(amount)s more than planned."
                if line.change > 0
                else "%(service)s costs %(amount)s less than planned."
            )
            yield PackLine(say(text, service=line.name, amount=amount))


def _satisfaction(viewer: Viewer, page: MeetingPage, customer: CustomerPage) -> Iterator[PackLine]:
    known = climates(viewer, page.day).get(customer.customer.id)
    for part in parts_of(known) if known else ():
        yield PackLine(
            say("%(what)s: %(reading)s", what=part.name, reading=part.chip.text),
            part.turn if part.arrow else None,
            is_exception=part.chip.state == "missed",
        )


def _done_and_felt(viewer: Viewer, page: MeetingPage) -> Iterator[PackLine]:
    """Say what was done for this customer of late, whether it was noticed, and what is under way."""
    customer_id, since = page.line.meeting.customer_id, page.day - timedelta(days=DONE_OF_LATE_DAYS)
    for line in improvement_lines(viewer):
        one, noticed = line.improvement, {who.id: who.chip.text for who in line.customers}
        if customer_id not in noticed or line.effect.is_split:
            continue
        if line.effect.is_done and one.done_on and one.done_on >= since:
            was_asked = customer_id not in line.effect.not_asked
            note = noticed[customer_id] if was_asked else say("Ask whether it is felt.")
            yield PackLine(say("Done: %(what)s", what=one.title), note)
        elif one.state == ImprovementState.STARTED:
            yield PackLine(say("Under way: %(what)s", what=one.title), one.owner or None)


def _levels(customer: CustomerPage, day: date) -> Iterator[PackLine]:
    unhappy = customer.face.value == Mood.NEGATIVE
    missed = any(line.chip.state == "missed" for line in customer.lines)
    if unhappy and not missed:
        yield PackLine(
            say("Every level was kept and she is not satisfied: are these the right levels?"),
            is_exception=True,
        )
    unconfirmed = sum(line.worth.state == "unknown" for line in customer.lines)
    if unconfirmed:
        yield PackLine(
            say_counted(
                "The value of %(count)s service has not been confirmed.",
                "The value of %(count)s services has not been confirmed.",
                unconfirmed,
            )
        )
    if customer.ended_on:
        yield PackLine(
            say("The agreement ended on %(day)s.", day=customer.ended_on), is_exception=True
        )
    for one in customer.agreements:
        if one.review_on and one.ends and one.ends >= day:
            text = (
                "The agreement is to be reviewed by %(day)s."
                if one.review_on >= day
                else "The agreement was to be reviewed by %(day)s."
            )
            yield PackLine(say(text, day=one.review_on), is_exception=one.review_on < day)


def _team(
    viewer: Viewer, page: MeetingPage, customer: CustomerPage, found: Findings
) -> Iterator[Section]:
    """The team's own meeting: what lies with it about this customer, and nobody else's."""
    nothing = say("Nothing is known.")
    id_ = customer.customer.id
    yield Section(say("Last actions"), _items(page.carried), say("None is open."))
    yield Section(say("Breaches"), tuple(_breaches(customer)), none_missed(customer))
    promises = promise_lines(promises_visible_to(viewer).filter(customer_id=id_), {}, page.day)
    yield Section(
        say("Promises that are open"),
        tuple(
            PackLine(one.promise.promise, one.when, is_exception=one.chip.state == "missed")
            for one in promises
            if one.is_open
        ),
        say("None is open."),
    )
    waiting = [need for need in customer.needs if stage_of(need.state) is NeedStage.WAITING]
    yield Section(
        say("Open needs"),
        tuple(PackLine(one.need, state_told(one.state)) for one in waiting),
        nothing,
    )
    yield Section(say("Improvements"), tuple(_improvements(id_)), nothing)
    yield Section(
        say("What the customer plans"),
        tuple(
            PackLine(say("%(what)s, %(day)s", what=one.what, day=one.date), one.effect or None)
            for one in customer.activities
        ),
        nothing,
    )
    stale = found.about("customers", id_)
    yield Section(
        say("What is amiss or out of date"),
        tuple(PackLine(one.text, one.advice) for one in stale[:MOST]),
        say("Nothing."),
    )
    own = [line for _, _, lines in page.groups for line in lines]
    yield Section(
        say("Put down for this meeting"),
        _items([*own, *page.out_of_it]),
        say("Nothing yet."),
        room=4,
    )


def _improvements(customer_id: str) -> Iterator[PackLine]:
    for one in Improvement.objects.filter(done_on=None):
        if customer_id in one.customers:
            yield PackLine(one.title, one.owner or None)
