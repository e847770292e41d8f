"""When we spoke with customers, and what we promised them."""

from django.db import models

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import FoundBy, RecordKind, Words
from domestique.records.models import Record
from domestique.relations.choices import Channel
from domestique.satisfaction.choices import Face


class Contact(Record):
    """We and a customer's people spoke: who on both sides, the gist, how it felt, and what follows.

    ``is_two_way`` is no when only one side spoke (a broadcast, an unanswered message); such a contact breaks no silence.
    """

    declared = RecordKind(
        "contacts",
        say("When we and a customer's people spoke, and what follows from it."),
        (
            "Ten seconds to write, so that the next one who meets the customer knows. Only a contact in which "
            "both sides spoke breaks a silence."
        ),
        found_by=FoundBy(
            say("Contacts"), ("gist",), ("customer", "date"), ("our_people", "their_people")
        ),
        words=Words.HEARD,
        after="decisions",
    )

    id = declare.own_id(say("The contact's own id."))
    customer = declare.customer(say("The customer whose people we spoke with."))
    date = declare.day(say("The day."), required=True)
    channel = declare.chosen(Channel, say("How."), default=Channel.CALL)
    our_people = declare.people(say("Who of us."))
    their_people = declare.people(say("Who of them."))
    gist = declare.words(say("What was said, in a sentence."), required=True)
    face = declare.chosen(Face.values, say("How it felt to them."), length=10)
    is_two_way = declare.yes_no(
        say("No if only one side spoke; such a contact breaks no silence."),
        default=True,
        name="two_way",
    )
    need = declare.link("relations.Need", say("The need it was about."), empty="none")
    outage = declare.link("delivery.Outage", say("The outage it was about."), empty="none")
    follow_up = declare.words(say("What we said we would do."), empty="nothing")
    follow_up_on = declare.day(say("By when."))
    followed_up_on = declare.day(say("When it was done."), empty="not yet")

    class Meta:
        ordering = ["-date", "id"]
        indexes = [models.Index(fields=["customer", "date"], name="contact_of_customer")]


class Promise(Record):
    """What somebody of ours promised a customer: given, due, kept, or taken back with a reason."""

    declared = RecordKind(
        "promises",
        say("What we promised customers: given, due, kept."),
        (
            "What was promised, by when, and whether it was kept. Counted per customer and team, never per "
            "person."
        ),
        found_by=FoundBy(
            say("What we promised"), ("promise",), ("customer", "given_by"), ("given_to",)
        ),
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The promise's own id."))
    customer = declare.customer(say("The customer it was given to."))
    promise = declare.words(say("What was promised."), required=True)
    given_on = declare.day(say("When."), required=True)
    given_by = declare.person(say("By whom."), required=True)
    given_to = declare.person(say("To whom."))
    due_on = declare.day(say("By when it is to be kept."))
    kept_on = declare.day(say("When it was kept; empty: not yet."), empty="not yet")
    taken_back_on = declare.day(say("When it was taken back."), empty="not taken back")
    reason = declare.words(say("Why it was taken back, or came late."))
    need = declare.link("relations.Need", say("The need it is about."), empty="none")

    class Meta:
        ordering = ["due_on", "id"]
