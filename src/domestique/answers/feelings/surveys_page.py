"""Surveys: the list, one survey with its report, sending its letters, and the same on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from domestique.access.permits import permit
from domestique.access.viewers import present_viewer
from domestique.answers.feelings.survey_paper import survey_report_pdf
from domestique.answers.feelings.surveys import SurveyPage, survey_page, surveys_page
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence, say
from domestique.records.ability import Ability
from domestique.satisfaction.errors import OnlyItAnswers
from domestique.satisfaction.surveys.invitation import Choice, Spared, Why
from domestique.satisfaction.surveys.mailing_actions import choice_for, invite, people_asked, remind
from domestique.web.asking import NothingHere, shown, today
from domestique.web.printed import printed
from domestique.web.verbs import Deed, Sent, one_of, verb

MOST_FROM_A_PAGE = 500
"""More letters than this are sent on the command line, where nobody waits for a page."""


@dataclass(frozen=True, slots=True)
class WhoIsAsked:
    """Whom the letters of a survey would go to now, and who is spared; ``refusal`` where nobody is on record."""

    choice: Choice | None
    refusal: Sentence | None

    @property
    def rests(self) -> list[Spared]:
        """Those who were asked something within ninety days."""
        return self._spared(Why.RESTS)

    @property
    def without_address(self) -> list[Spared]:
        """Those whose e-mail address is not known."""
        return self._spared(Why.NO_ADDRESS)

    @property
    def can_be_sent(self) -> bool:
        """Whether there is anybody to invite, and not more than a page sends."""
        return bool(self.choice and 0 < len(self.choice.invited) <= MOST_FROM_A_PAGE)

    def _spared(self, why: Why) -> list[Spared]:
        return [one for one in self.choice.spared if one.why is why] if self.choice else []


@permit(Ability.SEE_PICTURE)
@require_safe
def list_surveys(request: HttpRequest) -> HttpResponse:
    """Show all surveys with how many have answered."""
    return render(
        request, "surveys/surveys.html", {"lines": surveys_page(present_viewer(), today())}
    )


def _one(request: HttpRequest, survey_id: str, refusal: Refusal | None = None) -> HttpResponse:
    page = _page(survey_id)
    context = {"page": page, "asked": _who_is_asked(page), "most": MOST_FROM_A_PAGE}
    return shown(request, "surveys/survey.html", refusal, **context)


@permit(Ability.SEE_PICTURE)
@verb(_one)
def show_survey(sent: Sent) -> None:
    """Send the letters of a survey; their links lead to the address that whoever runs the product has set."""
    if not sent.viewer.may(Ability.WORK_WITH_CUSTOMERS):
        raise OnlyItAnswers(person=sent.viewer.person)
    one_of(LETTERS)(sent)


LETTERS: Mapping[str, Deed] = {
    "invite": lambda sent: invite(
        sent.viewer, sent.record, settings.PUBLIC_ADDRESS, sent.on, people_asked(sent.record)
    ),
    "remind": lambda sent: remind(sent.viewer, sent.record, settings.PUBLIC_ADDRESS, sent.on),
}


@permit(Ability.SEE_PICTURE)
@require_safe
def print_survey(request: HttpRequest, survey_id: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """Answer with the report as a PDF."""
    return printed(survey_report_pdf(_page(survey_id)), f"survey-{survey_id}")


def _page(survey_id: str) -> SurveyPage:
    page = survey_page(present_viewer(), survey_id, today())
    if page is None:
        raise NothingHere(say("There is no survey %(id)s.", id=survey_id))
    return page


def _who_is_asked(page: SurveyPage) -> WhoIsAsked:
    survey = page.line.survey
    try:
        return WhoIsAsked(choice_for(survey, people_asked(survey), page.day), None)
    except Refusal as refusal:
        return WhoIsAsked(None, refusal.sentence)
