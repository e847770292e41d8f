"""Surveys: the list, one survey with its report, sending its letters, and the same on paper."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest

from domestique.answers.feelings.survey_paper import survey_report_pdf
from domestique.answers.feelings.surveys import SurveyPage, survey_page, surveys_page
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.satisfaction.errors import OnlyItAnswers
from domestique.satisfaction.surveys.invitation import Why
from domestique.satisfaction.surveys.mailing_actions import choice_for, invite, people_asked, remind
from domestique.web.pages import page
from domestique.web.routes import at
from domestique.web.verbs import Deed, Sent, one_of, verb

MOST_FROM_A_PAGE = 500
"""More letters than this are sent on the command line, where nobody waits for a page."""


def _who_is_asked(_: HttpRequest, shown: SurveyPage) -> dict[str, object]:
    """Return whom the letters would go to now, and who is spared; or why nobody can be asked."""
    survey = shown.line.survey
    try:
        choice = choice_for(survey, people_asked(survey), shown.day)
    except Refusal as refusal:
        return {"nobody": refusal.sentence}
    return {
        "asked": choice,
        "rests": [one for one in choice.spared if one.why is Why.RESTS],
        "without_address": [one for one in choice.spared if one.why is Why.NO_ADDRESS],
        "can_be_sent": 0 < len(choice.invited) <= MOST_FROM_A_PAGE,
        "most": MOST_FROM_A_PAGE,
    }


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
