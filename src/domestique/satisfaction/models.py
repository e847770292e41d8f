"""What customers feel, in their own words."""

from __future__ import annotations

from django.db import models

from domestique.records.fields import ExactDecimalField, IdListField
from domestique.records.models import ID_LENGTH, NAME_LENGTH, Record, link, own_id


class Face(models.TextChoices):
    """How the customer feels about what she gets."""

    POSITIVE = "positive", "positive"
    NEUTRAL = "neutral", "neutral"
    NEGATIVE = "negative", "negative"


class Whose(models.TextChoices):
    """Whose words a pulse holds: said by herself, heard by us, or guessed by us. They are kept apart."""

    HERS = "hers", "hers"
    HEARD = "heard by us", "heard by us"
    GUESS = "our guess", "our guess"


class Pulse(Record):
    """How a customer feels on a day, in her own words, what she contemplates instead, and the yearly money at stake.

    ``would_turn`` is what would turn it. A guess of ours (``whose``) is kept, and is never her mood.
    """

    customer = link("parties.Customer")
    date = models.DateField()
    face = models.CharField(max_length=10, choices=Face.choices)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)
    words = models.TextField(blank=True)
    contemplating = models.TextField(blank=True)
    at_stake = ExactDecimalField(null=True, blank=True)
    whose = models.CharField(max_length=11, choices=Whose.choices, default=Whose.HERS)
    noted_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    would_turn = models.TextField(blank=True)

    key_fields = ("customer_id", "date", "person")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "date", "person"], name="one_pulse_per_person_and_day"
            )
        ]
        ordering = ["customer_id", "-date", "person"]

    def __str__(self) -> str:
        return self.key


class ValueScore(Record):
    """What a service is worth to a customer, in her own judgement: 1 to 5, and the most she would pay for a unit.

    Only the customer's side may score (R25): ``scored_by`` is a person of hers. ``benefit`` is money a year.
    """

    customer = link("parties.Customer")
    service = link("portfolio.Service")
    scored_on = models.DateField()
    score = models.PositiveIntegerField()
    ceiling_price = ExactDecimalField(decimal_places=6, null=True, blank=True)
    benefit = ExactDecimalField(null=True, blank=True)
    scored_by = models.CharField(max_length=NAME_LENGTH)
    words = models.TextField(blank=True)

    key_fields = ("customer_id", "service_id", "scored_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "service", "scored_on"], name="one_score_per_service_and_day"
            )
        ]
        ordering = ["customer_id", "service_id", "-scored_on"]

    def __str__(self) -> str:
        return self.key


class AlternativeState(models.TextChoices):
    """How far a customer has gone with something else."""

    CONTEMPLATED = "contemplated", "contemplated"
    TRIED = "tried", "tried"
    IN_USE = "in use", "in use"
    DROPPED = "dropped", "dropped"


class Alternative(Record):
    """Something a customer considers, tries or uses instead of what IT offers, and why: without blame.

    ``at_stake`` is the yearly money that would leave; ``would_turn`` is what would turn it.
    """

    id = own_id()
    customer = link("parties.Customer")
    services = IdListField()
    alternative = models.TextField()
    state = models.CharField(
        max_length=12, choices=AlternativeState.choices, default=AlternativeState.CONTEMPLATED
    )
    heard_on = models.DateField()
    heard_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    reason = models.TextField(blank=True)
    would_turn = models.TextField(blank=True)
    at_stake = ExactDecimalField(null=True, blank=True)
    learned = models.TextField(blank=True)

    class Meta:
        ordering = ["-heard_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.alternative}"


class Complaint(Record):
    """A customer complains: acknowledged, its cause found, answered, and asked whether she is satisfied (ISO 20000-1 8.3.2).

    ``is_satisfied`` empty: she has not been asked, or has not said.
    """

    id = own_id()
    customer = link("parties.Customer")
    person = models.CharField(max_length=NAME_LENGTH, blank=True)
    received_on = models.DateField()
    complaint = models.TextField()
    services = IdListField()
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=NAME_LENGTH, blank=True)
    cause = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    is_satisfied = models.BooleanField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-received_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.complaint}"


class SurveyRole(models.TextChoices):
    """Whom a survey asks; each role has its own short form."""

    CUSTOMER = "customer", "customer"
    ORDERER = "orderer", "orderer"
    USER = "user", "user"


class Survey(Record):
    """A short form for one role, open from a day until another, both included, and what was promised after it.

    Answers are anonymous unless ``is_open``: then named customers have agreed to speak openly. ``promises`` are the
    ids of the promises made in its report. ``delivered`` counts invitations that reached somebody and were not sent
    from here.
    """

    id = own_id()
    name = models.CharField(max_length=NAME_LENGTH)
    role = models.CharField(max_length=8, choices=SurveyRole.choices)
    opens_on = models.DateField()
    closes_on = models.DateField()
    customers = IdListField()
    is_open = models.BooleanField(default=False)
    promises = IdListField()
    delivered = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-opens_on", "id"]

    def __str__(self) -> str:
        return f"{self.id} {self.name}"


class QuestionKind(models.TextChoices):
    """What an answer is: 1 to 5 (CSAT), 0 to 10 (NPS), one of three faces, or words."""

    CSAT = "csat", "csat"
    NPS = "nps", "nps"
    FACE = "face", "face"
    WORDS = "words", "words"


class SurveyQuestion(Record):
    """One question of a survey, in up to three languages; about one service, or about IT as a whole."""

    survey = link("satisfaction.Survey")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=5, choices=QuestionKind.choices)
    text_en = models.TextField(blank=True)
    text_sv = models.TextField(blank=True)
    text_fi = models.TextField(blank=True)
    service = link("portfolio.Service", null=True, blank=True)

    key_fields = ("survey_id", "number")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "number"], name="one_question_per_number")
        ]
        ordering = ["survey_id", "number"]

    def __str__(self) -> str:
        return self.key


class SurveyAnswer(Record):
    """One answer on one sheet of a survey: ``4``, ``9``, ``positive`` or words.

    ``sheet`` is a random number that says nothing of who answered, and no day is kept with it. ``customer`` stands
    there only where five or more of that customer were invited, and ``person`` only in an open survey.
    """

    survey = link("satisfaction.Survey")
    sheet = models.CharField(max_length=ID_LENGTH)
    number = models.PositiveIntegerField()
    answer = models.TextField()
    customer = link("parties.Customer", null=True, blank=True)
    person = models.CharField(max_length=NAME_LENGTH, blank=True)

    key_fields = ("survey_id", "sheet", "number")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "sheet", "number"], name="one_answer_per_sheet_and_question"
            )
        ]
        ordering = ["survey_id", "sheet", "number"]

    def __str__(self) -> str:
        return self.key


class Invitation(models.Model):
    """Somebody was asked to answer a survey by a link that works once.

    Only the hash of the link's secret is kept. Whether it was used is kept without a day, so that no answer can be
    laid beside it. Not a record: it is never listed, exported or told by person.
    """

    survey = link("satisfaction.Survey")
    person = models.CharField(max_length=NAME_LENGTH)
    email = models.CharField(max_length=NAME_LENGTH)
    language = models.CharField(max_length=5, blank=True)
    customer = link("parties.Customer", null=True, blank=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    sent_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    is_bounced = models.BooleanField(default=False)
    is_answered = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "email"], name="one_invitation_per_survey_and_address"
            )
        ]
        indexes = [models.Index(fields=["email", "sent_on"], name="invitation_of_address")]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.pk}"
