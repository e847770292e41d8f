"""What is done with contacts and promises: logged, followed up, kept, taken back."""

from dataclasses import dataclass
from datetime import date

from domestique.parties.models import Customer
from domestique.parties.queries import customer_visible_to
from domestique.quantities.errors import insist
from domestique.records.saving import change, changing, enter, next_id
from domestique.records.viewer import Viewer
from domestique.relations.choices import Channel
from domestique.relations.meetings import errors
from domestique.relations.meetings.promise_state import OPEN_STATES, promise_state
from domestique.relations.meetings.queries import given
from domestique.relations.models import Contact, Promise
from domestique.satisfaction.choices import Face

FACES = tuple(Face.values)


@dataclass(frozen=True, slots=True)
class Note:
    """A contact as somebody logs it in ten seconds; only whom and the gist are needed."""

    customer: str
    gist: str
    with_whom: tuple[str, ...]
    day: date | None = None
    channel: str = Channel.CALL
    our_people: tuple[str, ...] = ()
    face: str = ""
    is_two_way: bool = True
    need: str = ""
    outage: str = ""
    follow_up: str = ""
    follow_up_on: date | None = None
    promise: str = ""
    promise_due_on: date | None = None


def log_contact(viewer: Viewer, note: Note, *, today: date) -> Contact:
    """Log a contact and, in the same save, what was promised in it; both are kept or neither."""
    customer = must_see(viewer, note.customer)
    _must_hold(note, today)
    day = note.day or today
    with changing():
        new = Contact(
            id=next_id(Contact, "CT"),
            customer=customer,
            date=day,
            channel=note.channel,
            our_people=list(note.our_people or (viewer.person,)),
            their_people=list(note.with_whom),
            gist=note.gist,
            face=note.face,
            is_two_way=note.is_two_way,
            need_id=note.need or None,
            outage_id=note.outage or None,
            follow_up=note.follow_up,
            follow_up_on=note.follow_up_on if note.follow_up else None,
        )
        contact = enter(new, viewer, "Logged a contact")
        if note.promise:
            _promise(viewer, note, customer, day)
    return contact


def _promise(viewer: Viewer, note: Note, customer: Customer, day: date) -> Promise:
    new = Promise(
        id=next_id(Promise, "PR"),
        customer=customer,
        promise=note.promise,
        given_on=day,
        given_by=(note.our_people or (viewer.person,))[0],
        given_to=note.with_whom[0],
        due_on=note.promise_due_on,
        need_id=note.need or None,
    )
    return enter(new, viewer, "Promised in a contact")


def _must_hold(note: Note, today: date) -> None:
    if note.day and note.day > today:
        raise errors.DayLiesAhead(day=note.day, today=today)
    insist(note.with_whom, errors.TwoSidesMissing())
    insist(note.gist.strip(), errors.GistMissing())
    must_be_one_of(note.channel, tuple(Channel.values))
    if note.face:
        must_be_one_of(note.face, FACES)


def must_be_one_of(written: str, choices: tuple[str, ...]) -> None:
    """Refuse ``ChoiceNotThere`` for a word that is none of the choices."""
    if written not in choices:
        raise errors.ChoiceNotThere(written=written, choices=choices)


def must_see(viewer: Viewer, customer_id: str) -> Customer:
    """Return the customer if she is there and this viewer may see her; refuse otherwise."""
    return insist(
        customer_visible_to(viewer, customer_id), errors.CustomerNotThere(customer=customer_id)
    )


def follow_up_done(viewer: Viewer, contact: Contact, *, today: date) -> Contact:
    """Say that what was to follow a contact is done."""
    with changing():
        return change(contact, viewer, "Followed up", followed_up_on=today)


def keep_promise(viewer: Viewer, promise: Promise, *, today: date) -> Promise:
    """Say that a promise is kept, today."""
    _must_be_open(promise, today)
    with changing():
        return change(promise, viewer, "Kept", kept_on=today)


def take_back(viewer: Viewer, promise: Promise, *, reason: str, today: date) -> Promise:
    """Take a promise back, with the reason the customer is told."""
    _must_be_open(promise, today)
    insist(reason.strip(), errors.ReasonMissing())
    with changing():
        return change(promise, viewer, reason, taken_back_on=today, reason=reason)


def _must_be_open(promise: Promise, today: date) -> None:
    if promise_state(given(promise), today) not in OPEN_STATES:
        raise errors.PromiseIsSettled(
            promise=promise.promise, day=promise.kept_on or promise.taken_back_on or today
        )
