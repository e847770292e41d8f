"""Named reads of surveys, their questions and answers; never of who was invited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from domestique.quantities.gathering import gathered
from domestique.records.whose import visible
from domestique.satisfaction.models import Invitation, Survey, SurveyAnswer, SurveyQuestion

LETTERS = ("sent", "bounced", "reminded")


@dataclass(frozen=True, slots=True)
class Returns:
    """How many letters of a survey went out, reached somebody, and how many sheets came back.

    ``delivered`` is ``None`` where nobody has counted; what bounced does not count as delivered (K5).
    """

    sent: int
    bounced: int
    reminded: int
    delivered: int | None
    sheets: int


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer: its sheet, the customer where the sheet may say so, and what was answered."""

    sheet: str
    customer: str
    answer: str


surveys_visible_to = visible(Survey)
"""The surveys that ask everybody or a customer this viewer may see, the newest first; answers name nobody."""


def questions_of(survey_ids: Iterable[str]) -> dict[str, list[SurveyQuestion]]:
    """Return the questions of some surveys, in order."""
    asked = SurveyQuestion.objects.filter(survey_id__in=list(survey_ids))
    return gathered((one.survey_id, one) for one in asked.order_by("survey_id", "number"))


def answers_of(survey_ids: Iterable[str]) -> dict[tuple[str, int], list[GivenAnswer]]:
    """Return the answers of some surveys by question, in the order of their random sheet numbers."""
    rows = SurveyAnswer.objects.filter(survey_id__in=list(survey_ids)).order_by("sheet")
    given = rows.values_list("survey_id", "number", "sheet", "customer_id", "answer")
    return gathered(
        ((survey, number), GivenAnswer(sheet, customer or "", answer))
        for survey, number, sheet, customer, answer in given
    )


def returns_of(surveys: Sequence[Survey]) -> dict[str, Returns]:
    """Return how surveys are answered, in two queries; whoever answered is not among it."""
    ids = [survey.id for survey in surveys]
    letters = {
        row["survey_id"]: row
        for row in Invitation.objects.filter(survey_id__in=ids, sent_on__isnull=False)
        .values("survey_id")
        .annotate(
            sent=Count("pk"),
            bounced=Count("pk", filter=Q(is_bounced=True)),
            reminded=Count("pk", filter=Q(reminded_on__isnull=False)),
        )
    }
    sheets = dict(
        SurveyAnswer.objects.filter(survey_id__in=ids)
        .values_list("survey_id")
        .annotate(Count("sheet", distinct=True))
        .order_by()
    )
    return {
        survey.id: _returns(survey, letters.get(survey.id), sheets.get(survey.id, 0))
        for survey in surveys
    }


def _returns(survey: Survey, letters: Mapping[str, Any] | None, sheets: int) -> Returns:
    sent, bounced, reminded = (letters[one] if letters else 0 for one in LETTERS)
    is_counted = letters is not None or survey.delivered is not None
    delivered = sent - bounced + (survey.delivered or 0) if is_counted else None
    return Returns(sent, bounced, reminded, delivered, sheets)
