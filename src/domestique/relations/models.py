"""Needs, what customers plan, and the daily work between a customer and her team."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField, IdListField, LocalTimeField
from domestique.records.models import NAME_LENGTH, Record, link, own_id


class Need(Record):
    """What the business lacks, in its own words, how far it has come and who decides.

    ``goal`` is the customer's goal it serves; ``merged_into`` the need of another customer it is the same ask as.
    """

    id = own_id()
    customer = link("parties.Customer")
    raised_by = link("parties.Orderer", null=True, blank=True)
    need = models.TextField()
    state = models.CharField(max_length=NAME_LENGTH, blank=True)
    decider = models.CharField(max_length=NAME_LENGTH, blank=True)
    services = IdListField()
    note = models.TextField(blank=True)
    goal = link("portfolio.Goal", null=True, blank=True)
    merged_into = link("relations.Need", null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.need}"


class Step(models.TextChoices):
    """A step of a need. They may come in any order, and none has to come at all."""

    CAPTURED = "captured", "captured"
    UNDERSTOOD = "understood", "understood"
    INVESTIGATED = "investigated", "investigated"
    PREPARED = "prepared", "prepared"
    DECIDED = "decided", "decided"
    HANDED_OVER = "handed over", "handed over"
    TAKEN_OVER = "taken over", "taken over"
    RETURNED = "returned", "returned"
    FULFILLED = "fulfilled", "fulfilled"
    DECLINED = "declined", "declined"
    PROPOSED = "proposed", "handed to the portfolio"


class NeedStep(Record):
    """A need took a step on a day: who took it, and what there is to say (the reason, the question it came back with)."""

    need = link("relations.Need")
    step = models.CharField(max_length=12, choices=Step.choices)
    date = models.DateField()
    person = models.CharField(max_length=NAME_LENGTH)
    note = models.TextField(blank=True)

    key_fields = ("need_id", "step", "date")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need", "step", "date"], name="one_step_of_a_kind_a_day"
            )
        ]
        ordering = ["need_id", "date", "pk"]

    def __str__(self) -> str:
        return self.key


class Preparation(Record):
    """The sheet on which a need is prepared for a decision: one page, business words, no technology."""

    need = link("relations.Need")
    outcome = models.TextField(blank=True)
    now = models.TextField(blank=True)
    cost_of_waiting = models.TextField(blank=True)
    who_else = models.TextField(blank=True)
    yearly_cost = ExactDecimalField(null=True, blank=True)
    price_effect = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    prepared_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    prepared_on = models.DateField(null=True, blank=True)

    key_fields = ("need_id",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need"], name="one_preparation_per_need")]
        ordering = ["need_id"]

    def __str__(self) -> str:
        return self.key


class RequirementState(models.TextChoices):
    """How far a requirement has come."""

    PROPOSED = "proposed", "proposed"
    DISCUSSED = "discussed", "discussed"
    ESTABLISHED = "established", "established"
    MET = "met", "met"
    CHANGED = "changed", "changed"
    WITHDRAWN = "withdrawn", "withdrawn"


class Requirement(Record):
    """What a service must do for a customer, why, and how it is seen that it does.

    Established by the customer on a day; one that is changed after that points to the one that ``replaces`` it,
    so the old text stays. ``evidence`` is a measurement, a test or the customer's word.
    """

    id = own_id()
    customer = link("parties.Customer")
    need = link("relations.Need", null=True, blank=True)
    service = link("portfolio.Service", null=True, blank=True)
    requirement = models.TextField()
    reason = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    priority = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=11, choices=RequirementState.choices, default=RequirementState.PROPOSED
    )
    established_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    established_on = models.DateField(null=True, blank=True)
    replaces = link("relations.Requirement", null=True, blank=True)
    evidence = models.TextField(blank=True)
    evidence_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["customer_id", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.requirement}"


class Channel(models.TextChoices):
    """How people met."""

    MEETING = "meeting", "meeting"
    CALL = "call", "call"
    MESSAGE = "message", "message"
    VISIT = "visit", "visit"
    CORRIDOR = "corridor", "corridor"


class Contact(Record):
    """We and a customer's people spoke: who on both sides, the gist, how it felt, and what follows.

    ``is_two_way`` is no when only one side spoke (a broadcast, an unanswered message); such a contact breaks no silence.
    """

    id = own_id()
    customer = link("parties.Customer")
    date = models.DateField()
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.CALL)
    our_people = IdListField()
    their_people = IdListField()
    gist = models.TextField()
    face = models.CharField(max_length=10, blank=True)
    is_two_way = models.BooleanField(default=True)
    need = link("relations.Need", null=True, blank=True)
    outage = link("delivery.Outage", null=True, blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    followed_up_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-date", "id"]
        indexes = [models.Index(fields=["customer", "date"], name="contact_of_customer")]

    def __str__(self) -> str:
        return f"{self.id} {self.gist}"


class Promise(Record):
    """What somebody of ours promised a customer: given, due, kept, or taken back with a reason."""

    id = own_id()
    customer = link("parties.Customer")
    promise = models.TextField()
    given_on = models.DateField()
    given_by = models.CharField(max_length=NAME_LENGTH)
    given_to = models.CharField(max_length=NAME_LENGTH, blank=True)
    due_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    need = link("relations.Need", null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.promise}"


class Forum(models.TextChoices):
    """Where a question is decided; the three last are the steps of an escalation."""

    CUSTOMER = "customer", "customer"
    OPERATIVE = "operative", "operative"
    TACTICAL = "tactical", "tactical"
    STEERING = "it steering group", "it steering group"


class Escalation(Record):
    """A question nobody below could decide, in one sentence: what was tried, the deadline, and in which forum it lies now."""

    id = own_id()
    customer = link("parties.Customer")
    question = models.TextField()
    tried = models.TextField(blank=True)
    forum = models.CharField(max_length=17, choices=Forum.choices, default=Forum.OPERATIVE)
    services = IdListField()
    need = link("relations.Need", null=True, blank=True)
    complaint = link("satisfaction.Complaint", null=True, blank=True)
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=NAME_LENGTH)
    due_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.question}"


class Option(Record):
    """One way to answer a need or an escalation, and what would follow from it."""

    id = own_id()
    need = link("relations.Need", null=True, blank=True)
    escalation = link("relations.Escalation", null=True, blank=True)
    option = models.TextField()
    consequence = models.TextField(blank=True)
    one_time_cost = ExactDecimalField(null=True, blank=True)
    yearly_cost = ExactDecimalField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.option}"


class Decision(Record):
    """A question was decided once, in one forum, by one person with the mandate; and the answer told back, or not yet.

    It answers a need or an escalation. ``yearly_cost`` is what it costs a year, held against the mandate.
    ``told_to`` are those who asked; while ``told_back_on`` is empty the decision stays open.
    """

    id = own_id()
    customer = link("parties.Customer")
    need = link("relations.Need", null=True, blank=True)
    escalation = link("relations.Escalation", null=True, blank=True)
    question = models.TextField()
    decision = models.TextField()
    is_yes = models.BooleanField(null=True, blank=True)
    option = link("relations.Option", null=True, blank=True)
    forum = models.CharField(max_length=17, choices=Forum.choices, default=Forum.CUSTOMER)
    decided_by = models.CharField(max_length=NAME_LENGTH)
    decided_on = models.DateField()
    yearly_cost = ExactDecimalField(null=True, blank=True)
    told_back_on = models.DateField(null=True, blank=True)
    told_back_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    told_to = IdListField()

    class Meta:
        ordering = ["-decided_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.decision}"


class MeetingKind(models.TextChoices):
    """Two kinds of meeting with the customer, kept apart, and the team's own about her."""

    DIALOGUE = "development dialogue", "development dialogue"
    FOLLOW_UP = "follow-up", "follow-up"
    TEAM = "customer team meeting", "customer team meeting"


class MeetingMood(models.TextChoices):
    """How a meeting felt."""

    CREATIVE = "creative", "creative"
    NEUTRAL = "neutral", "neutral"
    ACCUSING = "accusing", "accusing"


class Meeting(Record):
    """A meeting with a customer, or about her: when (local time), who chairs, who comes, and how it felt on both sides."""

    id = own_id()
    customer = link("parties.Customer")
    kind = models.CharField(max_length=21, choices=MeetingKind.choices)
    starts = LocalTimeField()
    minutes_long = models.PositiveIntegerField(default=60)
    place = models.CharField(max_length=NAME_LENGTH, blank=True)
    chair = models.CharField(max_length=NAME_LENGTH, blank=True)
    participants = IdListField()
    held_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    gist = models.TextField(blank=True)
    mood_business = models.CharField(max_length=8, choices=MeetingMood.choices, blank=True)
    mood_it = models.CharField(max_length=8, choices=MeetingMood.choices, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["customer", "starts"], name="meeting_of_customer")]

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"


class ItemKind(models.TextChoices):
    """What an item of a meeting is about; each kind has one meeting it belongs to."""

    GOAL = "goal", "goal"
    OBSTACLE = "obstacle", "obstacle"
    IDEA = "idea", "idea"
    NEW_NEED = "new need", "new need"
    TRIAL = "30-day trial", "30-day trial"
    STATISTICS = "statistics", "statistics"
    BREACH = "breach", "breach"
    NEAR_MISS = "near miss", "near miss"
    CONSUMPTION = "consumption and cost", "consumption and cost"
    SATISFACTION = "satisfaction", "satisfaction"
    LEVEL = "level", "level"
    DECISION = "decision", "decision"
    ACTION = "action", "action"
    NOTE = "note", "note"


class MeetingItem(Record):
    """Something for a meeting's agenda, or out of it: an item, a decision, an action with owner and day.

    ``parked_from`` is the meeting it was misplaced in: what lands in the wrong kind of meeting is parked for the
    other, never lost; while none is planned it waits where it is (``meeting`` is ``parked_from``).
    An action without ``done_on`` is carried over to the next meeting of its kind.
    """

    id = own_id()
    meeting = link("relations.Meeting")
    kind = models.CharField(max_length=20, choices=ItemKind.choices, default=ItemKind.NOTE)
    text = models.TextField()
    owner = models.CharField(max_length=NAME_LENGTH, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    need = link("relations.Need", null=True, blank=True)
    parked_from = link("relations.Meeting", null=True, blank=True)

    class Meta:
        ordering = ["meeting_id", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.text}"


class Cadence(Record):
    """How often a kind of meeting is held with a customer: every so many weeks."""

    customer = link("parties.Customer")
    kind = models.CharField(max_length=21, choices=MeetingKind.choices)
    weeks = models.PositiveIntegerField()

    key_fields = ("customer_id", "kind")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "kind"], name="one_cadence_per_kind")
        ]
        ordering = ["customer_id", "kind"]

    def __str__(self) -> str:
        return self.key


class CustomerActivity(Record):
    """Something a customer plans that changes what she needs: a campaign, a move, a new line."""

    id = own_id()
    customer = link("parties.Customer")
    date = models.DateField()
    what = models.TextField()
    effect = models.TextField(blank=True)
    services = IdListField()

    class Meta:
        ordering = ["date", "id"]
        verbose_name_plural = "customer activities"

    def __str__(self) -> str:
        return f"{self.id} {self.what}"
