"""Surveys: whom they ask, what, and what was answered."""

from django.db import models

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import NAME_LENGTH, Record, link
from domestique.satisfaction.choices import QuestionKind, SurveyRole


class Survey(Record):
    """A short form for one role, open from a day until another, both included, and what was promised after it.

    Answers are anonymous unless ``is_open``: then named customers have agreed to speak openly. ``promises`` are the
    ids of the promises made in its report. ``delivered`` counts invitations that reached somebody and were not sent
    from here.
    """

    declared = RecordKind(
        "surveys",
        say("Surveys: whom they ask, when, and what was promised after them."),
        "Short forms for one role at a time. Groups of fewer than five answers are never shown.",
        found_by=FoundBy(say("Surveys"), ("name",), ("role", "opens_on"), pages=("survey",)),
        whose=Business.THOSE_NAMED,
        rules=("R18",),
        after="improvements",
    )

    id = declare.own_id(say("The survey's own id."))
    name = declare.text(say("What it is called."), required=True)
    role = declare.chosen(SurveyRole, say("Whom it asks."), required=True)
    opens_on = declare.day(say("The first day it can be answered."), required=True)
    closes_on = declare.day(say("The last day it can be answered."), required=True)
    customers = declare.ids(
        "customers", say("The customers asked; none is all of them."), empty="all of them"
    )
    is_open = declare.yes_no(
        say("Yes if those asked agreed to speak by name; else answers are anonymous."),
        default=False,
        name="open",
    )
    promises = declare.ids("promises", say("The promises made in its report."))
    delivered = declare.whole(
        say("How many invitations reached somebody, beside those sent from here.")
    )

    class Meta:
        ordering = ["-opens_on", "id"]


class SurveyQuestion(Record):
    """One question of a survey, in up to three languages; about one service, or about IT as a whole."""

    declared = RecordKind(
        "survey_questions",
        say("The questions of surveys, in up to three languages."),
        "The questions in up to three languages; whoever is asked reads her own.",
        found_by=FoundBy(
            say("Questions of surveys"),
            ("text_en", "text_sv", "text_fi"),
            ("survey",),
            pages=(("survey", "survey_id"),),
        ),
        whose=Business.THOSE_NAMED,
        words=Words.WITH_THE_REST,
        after="surveys",
    )

    survey = declare.link("satisfaction.Survey", say("The survey."), required=True)
    number = declare.whole(say("Its place among the survey's questions."), required=True, least=1)
    kind = declare.chosen(QuestionKind, say("What an answer to it is."), required=True)
    text_en = declare.words(say("The question in English."))
    text_sv = declare.words(say("The question in Swedish."))
    text_fi = declare.words(say("The question in Finnish."))
    service = declare.link(
        "portfolio.Service", say("The service it is about; empty is all of IT."), empty="all of IT"
    )

    class Meta:
        constraints = [declare.key("survey", "number", name="one_question_per_number")]
        ordering = ["survey_id", "number"]


class SurveyAnswer(Record):
    """One answer on one sheet of a survey: ``4``, ``9``, ``positive`` or words.

    ``sheet`` is a random number that says nothing of who answered, and no day is kept with it. ``customer`` stands
    there only where five or more of that customer were invited, and ``person`` only in an open survey.
    """

    declared = RecordKind(
        "survey_answers",
        say("What surveys were answered, sheet by sheet, without names."),
        (
            "Sheets without names and without days. A customer stands there only where five or more of hers "
            "were asked, a person only in an open survey. Who was invited is not a table: it is never listed "
            "and never exported."
        ),
        found_by="its words could tell who said them",
        whose=Business.THOSE_NAMED,
        words=Words.KEEPERS,
        rules=("R18",),
        after="survey_questions",
    )

    survey = declare.link("satisfaction.Survey", say("The survey."), required=True)
    sheet = declare.mark(say("One person's sheet, by a number that says nothing of her."))
    number = declare.whole(say("The question's place in the survey."), required=True, least=1)
    answer = declare.words(say("The answer: 1 to 5, 0 to 10, a face, or words."), required=True)
    customer = declare.link(
        "parties.Customer", say("The customer, where five or more were asked."), empty="not kept"
    )
    person = declare.person(say("Who answered, in an open survey only."), empty="not kept")

    class Meta:
        constraints = [
            declare.key("survey", "sheet", "number", name="one_answer_per_sheet_and_question")
        ]
        ordering = ["survey_id", "sheet", "number"]


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
