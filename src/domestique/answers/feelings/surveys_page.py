"""Surveys: the list, one survey with its report, sending its letters, and the same on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from domestique.answers.feelings.survey_paper import survey_report_pdf
from domestique.answers.feelings.surveys import SurveyPage, survey_page, surveys_page
from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import Sentence
from domestique.records.ability import Ability
from domestique.satisfaction.errors import OnlyItAnswers
from domestique.satisfaction.surveys.invitation import Invited, Spared, Why
from domestique.satisfaction.surveys.mailing_actions import choice_for, invite, people_asked, remind
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, verb

MOST_FROM_A_PAGE = 500
"""More letters than this are sent on the command line, where nobody waits for a page."""


@dataclass(frozen=True, slots=True)
class WhoIsAsked:
    """Whom the letters of a survey would go to now, and who is spared; ``refusal`` where nobody is on record."""

    choice: Invited | None
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


def _who_is_asked(_: HttpRequest, shown: SurveyPage) -> dict[str, object]:
    survey = shown.line.survey
    try:
        asked = WhoIsAsked(choice_for(survey, people_asked(survey), shown.day), None)
    except Refusal as refusal:
        asked = WhoIsAsked(None, refusal.sentence)
    return {"asked": asked, "most": MOST_FROM_A_PAGE}


SURVEYS = page(
    ("surveys/", "surveys"), Ability.SEE_PICTURE, surveys_page, "surveys/surveys.html", "lines"
)
SURVEY = page(
    None,
    Ability.SEE_PICTURE,
    survey_page,
    "surveys/survey.html",
    more=_who_is_asked,
    paper=(survey_report_pdf, "survey-{}"),
    paper_place=("surveys/<survey:survey_id>.pdf", "survey-pdf"),
)


@at("surveys/<survey:survey_id>/", "survey", Ability.SEE_PICTURE)
@verb(SURVEY.again)
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
