"""Surveys: who has answered, what they said, what changed, and which promises were kept (S1-31)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from domestique.answers.feelings.survey_words import (
    HIDDEN,
    UNANSWERED,
    change_sentence,
    csat_sentence,
    faces_of,
    faces_sentence,
    nps_sentence,
    rate_sentence,
    without_names,
)
from domestique.parties.models import Person
from domestique.parties.queries import customers_visible_to, day_for
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.meetings.promise_state import OPEN_STATES, PromiseState, promise_state
from domestique.relations.meetings.queries import given
from domestique.relations.models import Promise
from domestique.satisfaction.choices import QuestionKind, SurveyRole
from domestique.satisfaction.models import Survey, SurveyQuestion
from domestique.satisfaction.surveys.queries import (
    GivenAnswer,
    Returns,
    answers_of,
    questions_of,
    returns_of,
    surveys_visible_to,
)
from domestique.satisfaction.surveys.survey import (
    FEWEST_SHOWN,
    Csat,
    reckon_csat,
    reckon_csat_by_group,
    reckon_nps,
)
from domestique.satisfaction.surveys.survey_words import LANGUAGES
from domestique.telling.chips import Chip

ROLES = {
    SurveyRole.CUSTOMER: say("customers"),
    SurveyRole.ORDERER: say("orderers"),
    SurveyRole.USER: say("users"),
}
Answers = Mapping[tuple[str, int], Sequence[GivenAnswer]]
Group = tuple[str | Sentence, Sentence, bool]


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """One survey among others: whom it asks, whether it is open, and how many have answered."""

    survey: Survey
    role: Sentence
    chip: Chip
    returns: Returns
    rate: Sentence


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question; not ``is_shown`` where nobody answered, or too few to be told.

    ``groups`` are what each customer's people answered, and whether that is hidden.
    """

    number: int
    text: str
    says: Sentence
    is_shown: bool = True
    faces: Mapping[str, int] | None = None
    change: Sentence | None = None
    groups: tuple[Group, ...] = ()
    words: tuple[str, ...] = ()


SurveyPromise: TypeAlias = tuple[Promise, Chip]
"""A promise made after a survey, and what became of it."""


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """A survey with its report."""

    line: SurveyLine
    headline: Sentence
    results: tuple[QuestionResult, ...]
    previous: Survey | None
    promised_before: tuple[SurveyPromise, ...]
    promised_now: tuple[SurveyPromise, ...]
    missing: tuple[Sentence, ...]
    waits: Sentence | None
    day: date


def surveys_page(viewer: Viewer, clock: date) -> tuple[SurveyLine, ...]:
    """Return the surveys this viewer may see, the newest first, in a fixed number of queries."""
    today = day_for(viewer, clock)
    surveys = list(surveys_visible_to(viewer))
    returns = returns_of(surveys)
    return tuple(_line(one, returns[one.id], today) for one in surveys)


def survey_page(viewer: Viewer, survey_id: str, clock: date) -> SurveyPage | None:
    """Return a survey and its report, in a fixed number of queries; ``None`` if there is none such."""
    today = day_for(viewer, clock)
    surveys = list(surveys_visible_to(viewer))
    survey = next((one for one in surveys if one.id == survey_id), None)
    if survey is None:
        return None
    earlier = survey_before(survey, surveys)
    ids = [survey.id, *([earlier.id] if earlier else [])]
    questions, answers = questions_of(ids), answers_of(ids)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    people = list(Person.objects.values_list("name", flat=True))
    line = _line(survey, returns_of([survey])[survey.id], today)
    promises = {
        one.id: (one, promise_chip(one, today))
        for one in Promise.objects.filter(
            pk__in=[*survey.promises, *(earlier.promises if earlier else [])]
        )
    }
    waits = _waits(survey, today)
    results = tuple(
        _result(survey, question, answers, (names, people))
        if earlier is None
        else _compared(survey, question, answers, (names, people), earlier, questions[earlier.id])
        for question in questions[survey.id]
        if waits is None
    )
    return SurveyPage(
        line=line,
        headline=_headline(line, results, questions[survey.id]),
        results=results,
        previous=earlier,
        promised_before=tuple(
            promises[id_] for id_ in (earlier.promises if earlier else []) if id_ in promises
        ),
        promised_now=tuple(promises[id_] for id_ in survey.promises if id_ in promises),
        missing=tuple(_missing(questions[survey.id])),
        waits=waits,
        day=today,
    )


def _waits(survey: Survey, today: date) -> Sentence | None:
    """Say that anonymous answers are shown when no more can come: who looks before and after one would know it."""
    if survey.is_open or today > survey.closes_on:
        return None
    return say(
        "What was answered is shown after %(day)s, so that no single answer can be told from the others.",
        day=survey.closes_on,
    )


def survey_before(survey: Survey, surveys: Sequence[Survey]) -> Survey | None:
    """Return the newest earlier survey of the same role."""
    before = [one for one in surveys if one.role == survey.role and one.opens_on < survey.opens_on]
    return max(before, key=lambda one: one.opens_on, default=None)


def promise_chip(promise: Promise, today: date) -> Chip:
    """Say what became of a promise: kept, kept late, taken back, overdue, or still due."""
    state, due = promise_state(given(promise), today), promise.due_on
    if state in OPEN_STATES and due is None:
        return Chip("unknown", say("no day given"))
    chips = {
        PromiseState.TAKEN_BACK: Chip(
            "plain", say("taken back on %(day)s", day=promise.taken_back_on)
        ),
        PromiseState.KEPT: Chip("met", say("kept on %(day)s", day=promise.kept_on)),
        PromiseState.KEPT_LATE: Chip("near", say("kept late, on %(day)s", day=promise.kept_on)),
        PromiseState.LATE: Chip("missed", say("not kept; due on %(day)s", day=due)),
    }
    return chips.get(state) or Chip("near", say("due on %(day)s", day=due))


def text_of_question(question: SurveyQuestion, language: str = "en") -> str:
    """Return a question in a language, or in the first that it has."""
    wished = [language, *LANGUAGES]
    return next((text for one in wished if (text := str(getattr(question, f"text_{one}", "")))), "")


def _line(survey: Survey, returns: Returns, today: date) -> SurveyLine:
    return SurveyLine(
        survey,
        ROLES[SurveyRole(survey.role)],
        _chip(survey, today),
        returns,
        rate_sentence(returns.sheets, returns.delivered),
    )


def _chip(survey: Survey, today: date) -> Chip:
    if today < survey.opens_on:
        return Chip("plain", say("opens on %(day)s", day=survey.opens_on))
    if today > survey.closes_on:
        return Chip("plain", say("closed on %(day)s", day=survey.closes_on))
    return Chip("near", say("open until %(day)s", day=survey.closes_on))


def _result(
    survey: Survey,
    question: SurveyQuestion,
    answers: Answers,
    known: tuple[Mapping[str, str], Sequence[str]],
) -> QuestionResult:
    given = answers.get((survey.id, question.number), ())
    text, number, is_open = text_of_question(question), question.number, survey.is_open
    if not given:
        return QuestionResult(number, text, UNANSWERED, is_shown=False)
    texts = [one.answer for one in given]
    if question.kind == QuestionKind.CSAT:
        csat = _csat(given, is_open=is_open)
        groups = () if is_open else _groups(given, known[0])
        is_shown = csat.satisfied is not None
        return QuestionResult(number, text, csat_sentence(csat), is_shown, groups=groups)
    if question.kind == QuestionKind.NPS:
        nps = reckon_nps((points_in(one, 0, 10) for one in texts), is_open=is_open)
        return QuestionResult(number, text, nps_sentence(nps), nps.result is not None)
    if question.kind == QuestionKind.FACE:
        faces = faces_of(texts, is_open=is_open)
        return QuestionResult(number, text, faces_sentence(faces), bool(faces), faces=faces)
    return _words(survey, question, given, known)


def _words(
    survey: Survey,
    question: SurveyQuestion,
    given: Sequence[GivenAnswer],
    known: tuple[Mapping[str, str], Sequence[str]],
) -> QuestionResult:
    """Count all who wrote, and show what was written without a customer's name or by hers."""
    text, (names, people) = text_of_question(question), known
    if len(given) < FEWEST_SHOWN and not survey.is_open:
        return QuestionResult(question.number, text, HIDDEN, is_shown=False)
    says = say_counted("%(count)s wrote something.", "%(count)s wrote something.", len(given))
    heard = (one.answer for one in given if not one.customer or one.customer in names)
    return QuestionResult(
        question.number, text, says, words=tuple(without_names(one, people) for one in heard)
    )


def _compared(
    survey: Survey,
    question: SurveyQuestion,
    answers: Answers,
    known: tuple[Mapping[str, str], Sequence[str]],
    earlier: Survey,
    asked: Sequence[SurveyQuestion],
) -> QuestionResult:
    """Return a result with what changed since an earlier survey asked the same."""
    result = _result(survey, question, answers, known)
    same = next((one for one in asked if _is_same(one, question)), None)
    if same is None or question.kind != QuestionKind.CSAT or not result.is_shown:
        return result
    now = _csat(answers.get((survey.id, question.number), ()), is_open=survey.is_open)
    then = _csat(answers.get((earlier.id, same.number), ()), is_open=earlier.is_open)
    change = change_sentence(now, then, earlier.name)
    return replace(result, change=change)


def _csat(given: Sequence[GivenAnswer], *, is_open: bool) -> Csat:
    return reckon_csat((points_in(one.answer, 1, 5) for one in given), is_open=is_open)


def points_in(answer: str, low: int, high: int) -> int | None:
    """Return the points of an answer; one that is not on the scale is no answer."""
    is_number = answer.isascii() and answer.isdigit() and len(answer) < 4
    return int(answer) if is_number and low <= int(answer) <= high else None


def _is_same(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    return (one.kind, one.service_id, text_of_question(one)) == (
        other.kind,
        other.service_id,
        text_of_question(other),
    )


def _groups(given: Sequence[GivenAnswer], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the answers by customer, where sheets name one; the smallest are hidden, and enough others."""
    grouped = gathered((one.customer, points_in(one.answer, 1, 5)) for one in given)
    if set(grouped) <= {""}:
        return ()
    others = say("all others")
    return tuple(
        (names.get(id_) or others, csat_sentence(csat), csat.answers is None)
        for id_, csat in sorted(reckon_csat_by_group(grouped).items())
    )


def _missing(questions: Sequence[SurveyQuestion]) -> Iterator[Sentence]:
    """Yield what a form lacks: questions, or a question's text in a language."""
    if not questions:
        yield say("It has no questions yet.")
    languages = {
        "en": "Question %(number)s has no English text.",
        "sv": "Question %(number)s has no Swedish text.",
        "fi": "Question %(number)s has no Finnish text.",
    }
    for question in questions:
        for language, text in languages.items():
            if not getattr(question, f"text_{language}"):
                yield say(text, number=question.number)


def _headline(
    line: SurveyLine, results: Sequence[QuestionResult], asked: Sequence[SurveyQuestion]
) -> Sentence:
    """Lead with the first answer there is that is no words; before it, with how many have answered."""
    for result, question in zip(results, asked, strict=False):
        is_words = question.kind == QuestionKind.WORDS
        if result.is_shown and not is_words:
            return result.says
    return line.rate
