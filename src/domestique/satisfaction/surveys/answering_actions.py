"""Answering a survey by its link: one answer for each link, whoever comes first, and nothing lost."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from domestique.access.link_secret import hash_of
from domestique.quantities.errors import insist, refuse
from domestique.records.saving import enter_untold
from domestique.records.viewer import Viewer
from domestique.satisfaction import errors
from domestique.satisfaction.choices import Face, QuestionKind
from domestique.satisfaction.models import Invitation, Survey, SurveyAnswer, SurveyQuestion
from domestique.satisfaction.surveys.invitation import why_not_answer

SCALES = {QuestionKind.CSAT: (1, 5), QuestionKind.NPS: (0, 10)}
LONGEST_WORDS = 2000
SHEET_BYTES = 12


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """An empty sheet: the survey, its questions in order, and the invitation it was opened by."""

    survey: Survey
    questions: tuple[SurveyQuestion, ...]
    invitation: Invitation


def open_sheet(secret: str, today: date) -> AnswerSheet:
    """Open the sheet of a link; refuses ``LinkNotKnown``, ``LinkUsed``, ``LinkExpired``, ``SurveyNotOpenYet``."""
    invitation = Invitation.objects.filter(secret_hash=hash_of(secret)).first()
    survey = Survey.objects.filter(pk=invitation.survey_id).first() if invitation else None
    if invitation is None or survey is None:
        raise errors.LinkNotKnown
    days = survey.opens_on, survey.closes_on, today
    refuse(why_not_answer(survey.name, *days, is_answered=invitation.is_answered))
    questions = SurveyQuestion.objects.filter(survey_id=survey.id).order_by("number")
    return AnswerSheet(survey, tuple(questions), invitation)


def language_of_link(secret: str) -> str:
    """Return the language somebody was invited in by a link, used or not; empty if the link is not known."""
    languages = Invitation.objects.filter(secret_hash=hash_of(secret)).values_list(
        "language", flat=True
    )
    return languages.first() or ""


def answer_sheet(sheet: AnswerSheet, given: Mapping[int, str]) -> None:
    """Take the answers of an open sheet, by number of the question; an empty one is no answer.

    Refuses ``NothingAnswered`` and ``AnswerOutsideScale``, after which the link is still good, and ``LinkUsed``. Of
    several who answer by one link at the same moment exactly one is taken, the others get ``LinkUsed``: the invitation
    is marked as used under the condition that it is not, and together with the answers or not at all.
    """
    answers = {
        question.number: read
        for question in sheet.questions
        if (read := _read(question, given.get(question.number, "")))
    }
    insist(answers, errors.NothingAnswered())
    rows = _rows(sheet, answers)
    answering = _answering(rows[0])
    with transaction.atomic():
        unused = Invitation.objects.filter(pk=sheet.invitation.pk, is_answered=False)
        if unused.filter(secret_hash=sheet.invitation.secret_hash).update(is_answered=True) != 1:
            raise errors.LinkUsed
        enter_untold(rows, answering)


def _answering(row: SurveyAnswer) -> Viewer:
    """Return who answers by a link: nobody by name, who may fill in this one sheet and nothing else."""
    hers = frozenset({row.customer_id} if row.customer_id else ())
    return Viewer("", hers, frozenset(), sheet=row.sheet)


def _rows(sheet: AnswerSheet, answers: Mapping[int, str]) -> list[SurveyAnswer]:
    """Make the rows of a sheet. They get no history of changes: its times would tell who answered."""
    number, invitation = secrets.token_hex(SHEET_BYTES), sheet.invitation
    person = invitation.person if sheet.survey.is_open else ""
    return [
        SurveyAnswer(
            survey_id=sheet.survey.id,
            sheet=number,
            number=question,
            answer=answer,
            customer_id=invitation.customer_id,
            person=person,
        )
        for question, answer in answers.items()
    ]


def _read(question: SurveyQuestion, text: str) -> str:
    """Return an answer as it is kept; what is not on the question's scale is refused: ``AnswerOutsideScale``."""
    text = text.replace("\0", "").strip()
    if not text or question.kind == QuestionKind.WORDS:
        return text[:LONGEST_WORDS]
    if question.kind == QuestionKind.FACE:
        return text if text in Face.values else ""
    low, high = SCALES[QuestionKind(question.kind)]
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
    if not low <= number <= high:
        raise errors.AnswerOutsideScale(answer=number, low=low, high=high)
    return str(number)
