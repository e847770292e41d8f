"""Letters of a survey: who gets one, sending them, reminding once, and noting which came back.

An invitation is kept before its letter is sent, so that nobody gets two: a sending that breaks off is taken up
again by sending again.
"""

import smtplib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.dummy import EmailBackend as NoBackend
from django.db.models import Max
from django.db.models.functions import Lower

from domestique.access.link_secret import hash_of, new_secret
from domestique.parties.choices import RoleStatus
from domestique.parties.models import Customer, Orderer, Person
from domestique.parties.queries import organisation_of
from domestique.quantities.errors import insist
from domestique.records.viewer import Viewer
from domestique.satisfaction import errors
from domestique.satisfaction.choices import SurveyRole
from domestique.satisfaction.models import Invitation, Survey, SurveyQuestion
from domestique.satisfaction.surveys.invitation import Invited, Invitee, choose, groups_kept
from domestique.satisfaction.surveys.survey_words import language_for, worded
from domestique.vocabulary.speech import day_in


@dataclass(frozen=True, slots=True)
class LettersSent:
    """What came of sending: letters that went off, and those whose address was refused at once."""

    sent: int
    bounced: int


def survey_named(survey_id: str) -> Survey:
    """Return a survey; refuses ``SurveyNotThere``."""
    return insist(
        Survey.objects.filter(pk=survey_id).first(), errors.SurveyNotThere(survey=survey_id)
    )


def people_asked(survey: Survey) -> list[Invitee]:
    """Return whom a survey's role asks, with the address and language the table ``people`` has, in three queries.

    Refuses ``NoUsersOnRecord``, and ``SentElsewhere`` for a survey that people have had letters of already.
    """
    if survey.delivered:
        raise errors.SentElsewhere(survey=survey.name, delivered=survey.delivered)
    customers = Customer.objects.filter(status=RoleStatus.ACCEPTED).order_by("id")
    if survey.customers:
        customers = customers.filter(pk__in=survey.customers)
    if survey.role == SurveyRole.CUSTOMER:
        asked = list(customers.values_list("person", "id"))
    elif survey.role == SurveyRole.ORDERER:
        orderers = Orderer.objects.order_by("id")
        if survey.customers:
            orderers = orderers.filter(customer_id__in=survey.customers)
        asked = list(orderers.values_list("person", "customer_id"))
    else:
        raise errors.NoUsersOnRecord(survey=survey.name)
    known = {one.name: (one.email, one.language) for one in Person.objects.all()}
    return [
        Invitee(person, *known.get(person, ("", "")), customer)
        for person, customer in asked
        if person
    ]


def choice_for(survey: Survey, people: Sequence[Invitee], today: date) -> Invited:
    """Choose whom a survey invites now, and who is spared until when, in two queries."""
    sent = Invitation.objects.exclude(sent_on=None).annotate(address=Lower("email"))
    last = sent.exclude(survey_id=survey.id).values_list("address").annotate(Max("sent_on"))
    already = sent.filter(survey_id=survey.id).values_list("address", flat=True)
    return choose(people, frozenset(already), dict(last.order_by()), today)


def invite(
    viewer: Viewer, survey: Survey, address: str, today: date, people: Sequence[Invitee]
) -> LettersSent:
    """Invite those who may be; each gets a letter with a link of her own under ``address``.

    Refuses ``NoMailer``, ``SurveyOver``, ``SurveyWithoutQuestions`` and ``MailRefused``.
    """
    post = Post(viewer, survey, address, today)
    chosen = choice_for(survey, people, today).invited
    kept = groups_kept(one.customer for one in people)
    letters = []
    for one in chosen:
        secret = new_secret()
        customer = one.customer if survey.is_open or one.customer in kept else ""
        invitation, _ = Invitation.objects.update_or_create(
            survey_id=survey.id,
            email=one.email,
            defaults={
                "person": one.person,
                "language": language_for(one.language),
                "customer_id": customer or None,
                "secret_hash": hash_of(secret),
            },
        )
        letters.append((invitation, secret))
    return post.send(letters, "letter")


def remind(viewer: Viewer, survey: Survey, address: str, today: date) -> LettersSent:
    """Remind once those who have not answered; the link in the reminder takes the place of the first."""
    post = Post(viewer, survey, address, today)
    silent = Invitation.objects.filter(
        survey_id=survey.id, is_answered=False, is_bounced=False, reminded_on=None
    )
    letters = []
    for invitation in silent.exclude(sent_on=None).exclude(sent_on=today).order_by("pk"):
        secret = new_secret()
        renewed = Invitation.objects.filter(pk=invitation.pk, is_answered=False)
        if renewed.update(secret_hash=hash_of(secret)):  # unless she answers at this moment
            letters.append((invitation, secret))
    return post.send(letters, "reminder")


def mark_bounced(survey: Survey, addresses: Iterable[str]) -> int:
    """Note letters that came back; they do not count as delivered. Returns how many were known."""
    wanted = {address.strip().casefold() for address in addresses}
    sent = Invitation.objects.filter(survey_id=survey.id, is_answered=False)
    known = [one.pk for one in sent if one.email.casefold() in wanted]
    return Invitation.objects.filter(pk__in=known).update(is_bounced=True)


class Post:
    """The letters of a survey on a day, by the mailer that is chosen."""

    def __init__(self, viewer: Viewer, survey: Survey, address: str, today: date) -> None:
        """Refuse what cannot be sent: ``NoMailer``, ``SurveyOver``, ``SurveyWithoutQuestions``."""
        self.mailer: BaseEmailBackend = get_connection(fail_silently=False)
        if isinstance(self.mailer, NoBackend):
            raise errors.NoMailer
        if today > survey.closes_on:
            raise errors.SurveyOver(survey=survey.name, day=survey.closes_on)
        self.questions = SurveyQuestion.objects.filter(survey_id=survey.id).count()
        insist(self.questions, errors.SurveyWithoutQuestions(survey=survey.name))
        self.organisation = organisation_of(viewer).name or "Domestique"
        self.survey, self.address, self.today = survey, address.rstrip("/"), today

    def send(self, letters: Sequence[tuple[Invitation, str]], kind: str) -> LettersSent:
        """Send the letters one by one; an address the server refuses counts as bounced."""
        field = "sent_on" if kind == "letter" else "reminded_on"
        sent = bounced = 0
        try:
            self.mailer.open()
            for invitation, secret in letters:
                try:
                    self._letter(invitation, secret, kind).send()
                except smtplib.SMTPRecipientsRefused:
                    invitation.is_bounced = True
                    bounced += 1
                else:
                    sent += 1
                setattr(invitation, field, self.today)
                invitation.save(update_fields=[field, "is_bounced"])
        except (OSError, smtplib.SMTPException) as error:
            raise errors.MailRefused(
                reason=str(error) or type(error).__name__, sent=sent
            ) from error
        finally:
            self.mailer.close()
        return LettersSent(sent, bounced)

    def _letter(self, invitation: Invitation, secret: str, kind: str) -> EmailMessage:
        language = language_for(invitation.language)
        privacy = "by_name" if self.survey.is_open else "anonymous"
        text = worded(
            language,
            kind,
            person=invitation.person,
            count=self.questions,
            link=f"{self.address}/answer/{secret}/",
            closes=day_in(language, self.survey.closes_on),
            privacy=worded(language, privacy),
        )
        subject = worded(
            language, "subject", organisation=self.organisation, survey=self.survey.name
        )
        return EmailMessage(
            subject,
            text,
            settings.DEFAULT_FROM_EMAIL,
            [invitation.email],
            connection=self.mailer,
        )
