"""Letters of a survey, and answering by the link in them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import override_settings

from domestique.records.viewer import Viewer
from domestique.satisfaction.errors import (
    AnswerOutsideScale,
    LinkExpired,
    LinkNotKnown,
    LinkUsed,
    NoMailer,
    NothingAnswered,
    SentElsewhere,
    SurveyNotOpenYet,
    SurveyNotThere,
    SurveyOver,
)
from domestique.satisfaction.models import Invitation, Survey, SurveyAnswer
from domestique.satisfaction.surveys.answering_actions import answer_sheet, open_sheet
from domestique.satisfaction.surveys.invitation import Invitee
from domestique.satisfaction.surveys.mailing_actions import (
    choice_for,
    invite,
    mark_bounced,
    people_asked,
    remind,
    survey_named,
)
from domestique.satisfaction.surveys.queries import returns_of
from domestique.satisfaction.surveys.survey_words import worded

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)
NADJA = Viewer("Nadja Berggren")
ADDRESS = "https://it.norrhjul.example/"


def send(survey_id: str = "SV2", on: date = TODAY) -> Survey:
    """Send a survey as if nothing of it had gone out from elsewhere."""
    Survey.objects.filter(pk=survey_id).update(delivered=None)
    survey = survey_named(survey_id)
    invite(NADJA, survey, ADDRESS, on, people_asked(survey))
    return survey


def secrets() -> dict[str, str]:
    """Return the secret of the newest letter to each address."""
    return {
        letter.to[0]: re.search(r"https://it\.norrhjul\.example/answer/([\w-]+)/", letter.body)[1]
        for letter in mail.outbox
    }


def test_every_orderer_gets_one_letter_in_her_language():
    send()
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert len(letters) == len(mail.outbox) == 30
    assert "hur går det" in letters["mira.falk@norrhjul.example"].body
    assert "miten IT toimii" in letters["jussi.rantala@norrhjul.example"].body
    assert "4 december 2026" in letters["mira.falk@norrhjul.example"].body
    assert "4. joulukuuta 2026" in letters["jussi.rantala@norrhjul.example"].body


def test_link_holds_no_address_and_no_name_and_is_kept_only_as_a_hash():
    send()
    for address, secret in secrets().items():
        assert len(secret) == 32
        names = [
            one for one in re.split(r"[@.]", address)[:2] if len(one) > 4
        ]  # shorter may be there by chance
        assert not any(part in secret.lower() for part in names)
        assert not Invitation.objects.filter(secret_hash=secret).exists()


def test_sending_again_sends_nothing_and_other_surveys_spare_them():
    survey = send()
    invite(NADJA, survey, ADDRESS, TODAY, people_asked(survey))
    assert len(mail.outbox) == 30
    other = Survey(id="SV9", name="More", role="orderer", opens_on=TODAY, closes_on=TODAY)
    choice = choice_for(other, people_asked(other), TODAY + timedelta(days=89))
    assert (len(choice.invited), {one.until for one in choice.spared}) == (
        0,
        {TODAY + timedelta(days=90)},
    )


def test_answer_is_kept_without_person_day_or_history():
    send()
    before = SurveyAnswer.history.count()
    sheet = open_sheet(secrets()["mira.falk@norrhjul.example"], TODAY)
    answer_sheet(sheet, {1: "5", 2: "9", 3: "positive", 4: "Tack"})
    kept = SurveyAnswer.objects.order_by("-pk")[:4]
    assert {one.answer for one in kept} == {"5", "9", "positive", "Tack"}
    assert {(one.person, one.customer_id) for one in kept} == {("", None)}
    assert SurveyAnswer.history.count() == before


def test_open_survey_keeps_who_spoke():
    send("SV3")
    answer_sheet(open_sheet(secrets()["samira.haddad@norrhjul.example"], TODAY), {1: "4"})
    kept = SurveyAnswer.objects.get(survey_id="SV3")
    assert (kept.person, kept.customer_id) == ("Samira Haddad", "C04")


def test_used_link_is_refused_also_when_it_was_opened_before():
    send()
    secret = secrets()["mira.falk@norrhjul.example"]
    hers, forwarded = open_sheet(secret, TODAY), open_sheet(secret, TODAY)
    answer_sheet(hers, {1: "5"})
    before = SurveyAnswer.objects.count()
    with pytest.raises(LinkUsed, match="each link takes one answer"):
        answer_sheet(forwarded, {1: "1"})
    with pytest.raises(LinkUsed):
        open_sheet(secret, TODAY)
    assert SurveyAnswer.objects.count() == before


def test_link_ends_with_its_survey_and_a_guess_opens_nothing():
    send()
    with pytest.raises(LinkExpired, match="closed on 2026-12-04"):
        open_sheet(secrets()["mira.falk@norrhjul.example"], date(2026, 12, 5))
    with pytest.raises(LinkNotKnown):
        open_sheet("A" * 32, TODAY)


def test_empty_or_impossible_sheet_leaves_the_link_good():
    send()
    sheet = open_sheet(secrets()["mira.falk@norrhjul.example"], TODAY)
    with pytest.raises(NothingAnswered):
        answer_sheet(sheet, {1: " ", 4: ""})
    with pytest.raises(AnswerOutsideScale, match="from 1 to 5"):
        answer_sheet(sheet, {1: "6"})
    answer_sheet(sheet, {1: "1", 4: "Better\0 now"})
    assert Invitation.objects.get(pk=sheet.invitation.pk).is_answered
    assert SurveyAnswer.objects.filter(answer="Better now").exists()


def test_reminder_goes_once_to_the_silent_and_its_link_takes_the_place_of_the_first():
    survey = send()
    first = secrets()["mira.falk@norrhjul.example"]
    answer_sheet(open_sheet(secrets()["elif.demir@norrhjul.example"], TODAY), {1: "5"})
    later = TODAY + timedelta(days=7)
    assert remind(NADJA, survey, ADDRESS, later).sent == 29
    assert remind(NADJA, survey, ADDRESS, later).sent == 0
    with pytest.raises(LinkNotKnown):
        open_sheet(first, later)
    assert open_sheet(secrets()["mira.falk@norrhjul.example"], later)


def test_what_came_back_does_not_count_as_delivered():
    survey = send()
    assert mark_bounced(survey, ["Mira.Falk@norrhjul.example", "nobody@norrhjul.example"]) == 1
    returns = returns_of([survey])[survey.id]
    assert (returns.sent, returns.bounced, returns.delivered) == (30, 1, 29)


def test_what_was_sent_from_elsewhere_is_not_sent_again():
    survey = survey_named("SV2")
    with pytest.raises(SentElsewhere, match="28 letters reached somebody"):
        people_asked(survey)
    invite(NADJA, survey, ADDRESS, TODAY, [Invitee("New", "new@norrhjul.example")])
    assert returns_of([survey])[survey.id].delivered == 28 + 1


@pytest.mark.parametrize(
    ("refusal", "swedish"),
    [
        (LinkNotKnown(), "Länken är okänd"),
        (LinkUsed(), "Länken är använd"),
        (LinkExpired(day=TODAY), "stängde"),
        (SurveyNotOpenYet(survey="Höst", day=TODAY), "öppnar"),
        (NothingAnswered(), "Inget är besvarat"),
        (AnswerOutsideScale(answer=7, low=1, high=5), "från 1 till 5"),
    ],
)
def test_refusal_of_the_form_has_words_in_each_language(refusal, swedish):
    name, values = type(refusal).__name__, dict(refusal.sentence.values)
    assert worded("en", name, **values) == str(refusal)
    assert swedish in worded("sv", name, **values)
    assert worded("fi", name, **values) not in ("", str(refusal))


def test_without_a_mailer_nothing_is_invited():
    with (
        override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"),
        pytest.raises(NoMailer, match="DOMESTIQUE_MAIL"),
    ):
        send()
    assert not Invitation.objects.exists()


def test_what_is_over_or_not_there_is_not_sent():
    with pytest.raises(SurveyOver, match="closed on 2026-05-15"):
        send("SV0")
    with pytest.raises(SurveyNotThere, match="no survey SV77"):
        survey_named("SV77")
