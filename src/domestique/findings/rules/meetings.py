"""Rules about how we meet: separation (R10), the way through the team (R11), silence, meetings, promises, follow-ups."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.findings.finding import Finding
from domestique.findings.picture import Picture
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import say, say_counted
from domestique.relations.choices import MeetingKind
from domestique.relations.meetings.cadence import Due, Rhythm
from domestique.relations.meetings.promise_state import GivenPromise, PromiseState, promise_state
from domestique.relations.meetings.separation import is_misplaced
from domestique.relations.meetings.silence import Spoke, silence_on


@dataclass(frozen=True, slots=True)
class MeetingItemFacts:
    """An item of a meeting that was not parked."""

    id: str
    customer: str
    kind: str
    meeting_kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """A contact with a customer: when, who of ours was there, and what was to follow by when."""

    id: str
    customer: str
    day: date
    our_people: tuple[str, ...]
    follow_up: str = ""
    follow_up_on: date | None = None
    followed_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A promise to a customer, in its words."""

    customer: str
    words: str
    given: GivenPromise


def misplaced_items(picture: Picture, items: Iterable[MeetingItemFacts]) -> Iterator[Finding]:
    """R10: a development dialogue carries no statistics, a follow-up no new needs."""
    for item in items:
        if not is_misplaced(item.kind, item.meeting_kind):
            continue
        text = (
            "“%(item)s” is about what was delivered, and stands in a development dialogue with %(customer)s."
            if item.meeting_kind == MeetingKind.DIALOGUE
            else "“%(item)s” is about what is to change, and stands in a follow-up with %(customer)s."
        )
        yield picture.finding(
            "R10",
            ("meeting_items", item.id, item.customer),
            say(text, item=item.text, customer=picture.name_of_customer(item.customer)),
            say("Park it for the other meeting with one click; nothing is lost."),
        )


def past_the_team(
    picture: Picture, contacts: Iterable[ContactFacts], desk: Collection[str]
) -> Iterator[Finding]:
    """R11, softly: the service desk speaks with users; with a customer's people her team does."""
    for one in contacts:
        if one.our_people and all(person in desk for person in one.our_people):
            yield picture.finding(
                "R11",
                ("contacts", one.id, one.customer),
                say(
                    "Only the service desk (%(people)s) spoke with %(customer)s on %(day)s.",
                    people=", ".join(map(str, one.our_people)),
                    customer=picture.name_of_customer(one.customer),
                    day=one.day,
                ),
                say("Tell the customer team what was said; next time it comes along."),
            )


def silent_customers(
    picture: Picture, spoken: Mapping[str, Collection[Spoke]]
) -> Iterator[Finding]:
    """S1-03: nobody has spoken with a customer for longer than the alarm, or ever."""
    for customer in picture.customers.values():
        silence = silence_on(picture.today, spoken.get(customer.id, ()))
        if not silence.is_alarming:
            continue
        name = customer.name
        if silence.days is not None:
            text = say_counted(
                "Nobody has spoken with %(customer)s for %(count)s day.",
                "Nobody has spoken with %(customer)s for %(count)s days.",
                silence.days,
                customer=name,
            )
        elif silence.tried_on:
            text = say(
                "Nobody has spoken with %(customer)s yet; what was sent on %(day)s has no answer.",
                customer=name,
                day=silence.tried_on,
            )
        else:
            text = say("Nobody has spoken with %(customer)s yet.", customer=name)
        yield picture.finding("S1-03", ("customers", customer.id, customer.id), text, say("Call."))


def left_follow_ups(picture: Picture, contacts: Iterable[ContactFacts]) -> Iterator[Finding]:
    """S1-03: what was to follow a contact has not, and its day has passed."""
    for one in contacts:
        due = one.follow_up_on
        if one.follow_up and due and due < picture.today and one.followed_up_on is None:
            yield picture.finding(
                "S1-03",
                ("contacts", one.id, one.customer),
                say(
                    "“%(what)s” was to follow for %(customer)s by %(day)s.",
                    what=one.follow_up,
                    customer=picture.name_of_customer(one.customer),
                    day=due,
                ),
                say("Do it, or say that it is done."),
            )


def overdue_meetings(
    picture: Picture, rhythms: Iterable[tuple[str, str, Due]]
) -> Iterator[Finding]:
    """S1-13: a kind of meeting is overdue with a customer, and none is planned; one finding a customer."""
    late = gathered(
        (customer, kind) for customer, kind, due in rhythms if due.rhythm is Rhythm.OVERDUE
    )
    for customer, kinds in late.items():
        if customer in picture.customers:
            yield picture.finding(
                "S1-13",
                ("customers", customer, customer),
                say(
                    "Overdue with %(customer)s, and none planned: %(kinds)s.",
                    customer=picture.name_of_customer(customer),
                    kinds=", ".join(kinds),
                ),
                say("Find a day, or agree to meet less often."),
            )


def overdue_promises(picture: Picture, promises: Iterable[PromiseFacts]) -> Iterator[Finding]:
    """S2-12: a promise is neither kept nor taken back, and its day has passed."""
    for one in promises:
        if promise_state(one.given, picture.today) is PromiseState.LATE:
            yield picture.finding(
                "S2-12",
                ("promises", one.given.id, one.customer),
                say(
                    "“%(promise)s” was promised to %(customer)s by %(day)s.",
                    promise=one.words,
                    customer=picture.name_of_customer(one.customer),
                    day=one.given.due_on,
                ),
                say("Keep it, or take it back and say why."),
            )
