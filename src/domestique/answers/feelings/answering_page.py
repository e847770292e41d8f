"""The form somebody answers by her link: no log-in, no cookie, no script, in her own language."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from domestique.access.permits import WITHOUT_LOG_IN
from domestique.access.viewers import local_keeper
from domestique.answers.feelings.surveys import text_of_question
from domestique.parties.queries import organisation_of, today_of
from domestique.quantities.errors import Refusal
from domestique.satisfaction.choices import QuestionKind
from domestique.satisfaction.errors import AnswerOutsideScale, NothingAnswered
from domestique.satisfaction.models import SurveyQuestion
from domestique.satisfaction.surveys import answering_actions
from domestique.satisfaction.surveys.survey_words import LANGUAGES, WORDS, language_for, worded
from domestique.vocabulary.speech import day_in
from domestique.web.asking import today
from domestique.web.routes import at

GONE = 410


@at("answer/<str:secret>/", "answer", WITHOUT_LOG_IN)
@csrf_exempt  # the link itself is the secret; whoever has it needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def answer_survey(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the form of a link, or take its answers; a link that is not good any more says why."""
    organisation = organisation_of(local_keeper())
    on = today_of(organisation, today())
    refused = ""
    try:
        sheet = answering_actions.open_sheet(secret, on)
        if request.method == "POST":
            given = {one.number: request.POST.get(f"q{one.number}", "") for one in sheet.questions}
            answering_actions.answer_sheet(sheet, given)
            return _page("thanks", _words(sheet))
    except (NothingAnswered, AnswerOutsideScale) as refusal:
        refused = _said(refusal, language_for(sheet.invitation.language))
    except Refusal as refusal:
        language = language_for(answering_actions.language_of_link(secret) or _wished(request))
        return _page(
            "gone",
            {
                "sentence": _said(refusal, language),
                "language": language,
                "organisation_name": organisation.name,
            },
            GONE,
        )
    context = _words(sheet) | {
        "organisation_name": organisation.name,
        "refusal": refused,
        "questions": [_asked(one, sheet, request) for one in sheet.questions],
    }
    return _page("answer", context, 400 if refused else 200)


def _page(name: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """Set a page that knows nothing of who looks, kept out of every cache, and the link out of what others are told."""
    response = HttpResponse(render_to_string(f"answering/{name}.html", context), status=status)
    add_never_cache_headers(response)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def _wished(request: HttpRequest) -> str:
    """Return the first language a browser wishes that the form has; empty if it has none of them."""
    wished = parse_accept_lang_header(request.headers.get("accept-language", "").lower())
    return next((one for one, _ in wished if one.partition("-")[0] in LANGUAGES), "")


def _said(refusal: Refusal, language: str) -> str:
    """Say a refusal in the language of the form; an unknown link's is the browser's."""
    values = {
        name: day_in(language, value) if isinstance(value, date) else value
        for name, value in refusal.sentence.values
    }
    return worded(language, type(refusal).__name__, **values)


def _words(sheet: answering_actions.AnswerSheet) -> dict[str, object]:
    language = language_for(sheet.invitation.language)
    survey = sheet.survey
    return {
        "language": language,
        "survey": survey,
        "words": WORDS[language],
        "intro": worded(language, "intro", count=len(sheet.questions)),
        "privacy": worded(language, "by_name" if survey.is_open else "anonymous"),
        "until": worded(language, "open_until", closes=day_in(language, survey.closes_on)),
    }


def _asked(
    question: SurveyQuestion, sheet: answering_actions.AnswerSheet, request: HttpRequest
) -> dict[str, object]:
    low, high = answering_actions.SCALES.get(QuestionKind(question.kind), (0, -1))
    return {
        "number": question.number,
        "kind": question.kind,
        "text": text_of_question(question, language_for(sheet.invitation.language)),
        "scale": [str(point) for point in range(low, high + 1)],
        "typed": request.POST.get(f"q{question.number}", ""),
    }
