"""What customers feel, what services are worth to them, where they turn instead, what they complain about."""

from domestique.quantities.sentence import Sentence, say
from domestique.records import declare
from domestique.records.kind import FoundBy, RecordKind, Words
from domestique.records.models import Record
from domestique.satisfaction.choices import AlternativeState, Contemplation, Face, WhoseWords
from domestique.satisfaction.contemplation import contemplated


class Pulse(Record):
    """How a customer feels on a day, in her own words, what she contemplates instead, and the yearly money at stake.

    ``would_turn`` is what would turn it. A guess of ours (``whose``) is kept, and is never her mood.
    """

    declared = RecordKind(
        "pulses",
        say("How customers feel, in their own words."),
        (
            "One face and one sentence, in the customer's own words. Faces are counted and never averaged. Those of a "
            "day are in the order of their times, and of their rows where no time is told; one about a service counts "
            "at that service alone."
        ),
        found_by=FoundBy(
            say("In their own words"),
            ("words", "contemplating"),
            ("customer", "person", "date"),
            pages=("record", ("own-page", "customer_id")),
        ),
        words=Words.HEARD,
        used_by=("satisfaction",),
        rules=("R08", "R19", "R20"),
    )

    customer = declare.customer(say("The customer asked."))
    date = declare.day(say("The day she answered."), required=True)
    face = declare.chosen(Face, say("How she feels about what she gets."), required=True, length=10)
    person = declare.person(say("The person who answered."))
    words = declare.words(say("Her own words."))
    contemplating = declare.words(say("What she considers instead, in words."))
    considers = declare.chosen(
        Contemplation, say("What she considers doing; her words for it stand beside.")
    )
    at_stake = declare.money(say("The yearly money at stake."))
    whose = declare.chosen(
        WhoseWords, say("Whose words they are; empty is hers."), default=WhoseWords.HERS
    )
    noted_by = declare.person(say("Who in IT wrote it down."))
    would_turn = declare.words(say("What would turn it."))
    time = declare.clock(
        say("When on the day she answered."), empty="not known; then rows are in order"
    )
    service = declare.link(
        "portfolio.Service",
        say("The service it is about."),
        empty="about all that IT does for her",
    )

    class Meta:
        constraints = [
            declare.key("customer", "date", "person", "time", name="one_pulse_per_person_and_time")
        ]
        ordering = ["customer_id", "-date", "person", "-time"]

    @property
    def contemplated(self) -> Sentence | None:
        """What she contemplates; nothing, or not known, is ``None``."""
        return contemplated(self.considers, self.contemplating)


class ValueScore(Record):
    """What a service is worth to a customer, in her own judgement: 1 to 5, and the most she would pay for a unit.

    Only the customer's side may score (R25): ``scored_by`` is a person of hers. ``benefit`` is money a year.
    """

    declared = RecordKind(
        "value_scores",
        say("What services are worth to customers, in their own judgement."),
        (
            "Only the customer's own side says what a service is worth; a score that IT wrote is told as a "
            "finding."
        ),
        found_by=FoundBy(
            say("What services are worth"),
            ("words",),
            ("customer", "service"),
            pages=(("value", "customer_id"),),
        ),
        words=Words.HEARD,
        rules=("R25",),
    )

    customer = declare.customer(say("The customer who scores."))
    service = declare.link("portfolio.Service", say("The service scored."), required=True)
    scored_on = declare.day(say("The day she scored it."), required=True)
    score = declare.whole(
        say("What it is worth to her: 1 very little, 5 very much."), required=True, least=1, most=5
    )
    ceiling_price = declare.money(say("The most she would pay for a unit."), places=6)
    benefit = declare.money(say("What it brings her a year, in money."))
    scored_by = declare.person(say("The person on the customer's side who scored."), required=True)
    words = declare.words(say("Her own words."))

    class Meta:
        constraints = [
            declare.key("customer", "service", "scored_on", name="one_score_per_service_and_day")
        ]
        ordering = ["customer_id", "service_id", "-scored_on"]


class Alternative(Record):
    """Something a customer considers, tries or uses instead of what IT offers, and why: without blame.

    ``at_stake`` is the yearly money that would leave; ``would_turn`` is what would turn it.
    """

    declared = RecordKind(
        "alternatives",
        say("What customers consider, try or use instead of what IT offers."),
        (
            "Kept without blame: what is learned from somebody who turned elsewhere is worth more than a "
            "quarrel."
        ),
        found_by=FoundBy(
            say("Alternatives"), ("alternative",), ("customer", "state"), pages=("alternative",)
        ),
        words=Words.HEARD,
    )

    id = declare.own_id(say("The alternative's own id."))
    customer = declare.customer(say("The customer who turns elsewhere."))
    services = declare.ids("services", say("The services it would take the place of."))
    alternative = declare.words(say("What she considers, tries or uses."), required=True)
    state = declare.chosen(
        AlternativeState, say("How far it has gone."), default=AlternativeState.CONTEMPLATED
    )
    heard_on = declare.day(say("When we heard of it."), required=True)
    heard_by = declare.person(say("Who heard of it."))
    reason = declare.words(say("Why, in her words; without blame."))
    would_turn = declare.words(say("What would turn it."))
    at_stake = declare.money(say("The yearly money that would leave."))
    learned = declare.words(say("What we learned from it."))

    class Meta:
        ordering = ["-heard_on", "id"]


class Complaint(Record):
    """A customer complains: acknowledged, its cause found, answered, and asked whether she is satisfied (ISO 20000-1 8.3.2).

    ``is_satisfied`` empty: she has not been asked, or has not said.
    """

    declared = RecordKind(
        "complaints",
        say("Complaints of customers, from receipt to close."),
        (
            "A complaint is acknowledged, its cause found, answered, and closed when she who complained says "
            "that she is satisfied; otherwise it is escalated."
        ),
        found_by=FoundBy(
            say("Complaints"), ("complaint",), ("customer", "person"), pages=("complaint",)
        ),
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The complaint's own id."))
    customer = declare.customer(say("The customer who complains."))
    person = declare.person(say("The person who complained."))
    received_on = declare.day(say("When it was received."), required=True)
    complaint = declare.words(say("What it is about, in her words."), required=True)
    services = declare.ids("services", say("The services it is about."))
    acknowledged_on = declare.day(say("When she was told that it is received."), empty="not yet")
    acknowledged_by = declare.person(say("Who told her."), empty="not yet")
    cause = declare.words(say("What caused it."))
    answer = declare.words(say("What she was answered."), empty="not yet")
    answered_on = declare.day(say("When she was answered."), empty="not yet")
    is_satisfied = declare.yes_no(
        say("Whether the answer satisfied her; empty is not known."), name="satisfied"
    )
    verdict_by = declare.person(
        say("Who said so: the customer's own side, or who of IT heard it from them.")
    )
    closed_on = declare.day(say("When it was closed."), empty="not yet")

    class Meta:
        ordering = ["-received_on", "id"]
