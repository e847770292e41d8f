"""The report of a survey on paper: who answered, what they said, what changed, which promises were kept."""

from typing import Any

from django.utils.translation import gettext as _

from domestique.answers.feelings.surveys import QuestionResult, SurveyPage, SurveyPromise
from domestique.paper.speaking import chip_content, mood_content, say_briefly, write_day
from domestique.paper.typesetting import typeset
from domestique.vocabulary.speech import spoken

MOST_WORDS = 40


def survey_report_pdf(page: SurveyPage) -> bytes:
    """Set the report on as many pages as it takes."""
    survey = page.line.survey
    content = {
        "title": survey.name,
        "foot": _("%(survey)s · as known on %(day)s")
        % {"survey": survey.name, "day": write_day(page.day)},
        "kicker": [survey.name, write_day(page.day)],
        "moods": mood_content(),
        "headline": spoken(page.headline),
        "rate": spoken(page.line.rate),
        "open": spoken(page.waits)
        if page.waits
        else _("Those asked speak by name, as agreed.")
        if survey.is_open
        else _("Answers are kept without names; groups of fewer than five are not shown."),
        "results": [_result(one) for one in page.results],
        "labels": {
            "before": _("Promised last time"),
            "now": _("Promised now"),
            "nothing": _("Nothing."),
        },
        "before": [_promise(one) for one in page.promised_before],
        "now": [_promise(one) for one in page.promised_now],
    }
    return typeset("survey_report.typ", content, page.day)


def _result(result: QuestionResult) -> dict[str, Any]:
    return {
        "question": f"{result.number}. {result.text}",
        "says": spoken(result.says),
        "faces": [[face, str(count)] for face, count in (result.faces or {}).items()],
        "change": spoken(result.change) if result.change else "",
        "groups": [[spoken(name), spoken(says)] for name, says, _hidden in result.groups],
        "words": [say_briefly(one) for one in result.words[:MOST_WORDS]],
    }


def _promise(made: SurveyPromise) -> dict[str, Any]:
    promise, chip = made
    return {"text": say_briefly(promise.promise), "chip": chip_content(chip)}
