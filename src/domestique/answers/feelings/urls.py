"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.feelings.alternatives_page import list_alternatives, show_alternative
from domestique.answers.feelings.answering_page import answer_survey
from domestique.answers.feelings.complaints_page import list_complaints, show_complaint
from domestique.answers.feelings.improvements_page import list_improvements, show_improvement
from domestique.answers.feelings.pulse_page import put_words, say_on_own_page, show_pulse
from domestique.answers.feelings.surveys_page import SURVEY, SURVEYS, show_survey
from domestique.answers.feelings.value_page import show_value

urlpatterns = [
    path("customers/<customer:customer_id>/pulse/", show_pulse, name="pulse"),
    path("customers/<customer:customer_id>/pulse/words/", put_words, name="pulse-words"),
    path("customers/<customer:customer_id>/value/", show_value, name="value"),
    path("for/<customer:customer_id>/say/", say_on_own_page, name="own-page-say"),
    path("alternatives/", list_alternatives, name="alternatives"),
    path("alternatives/<alternative:alternative_id>/", show_alternative, name="alternative"),
    path("complaints/", list_complaints, name="complaints"),
    path("complaints/<complaint:complaint_id>/", show_complaint, name="complaint"),
    path("improvements/", list_improvements, name="improvements"),
    path("improvements/<improvement:improvement_id>/", show_improvement, name="improvement"),
    path("surveys/", SURVEYS.show, name="surveys"),
    path("surveys/<survey:survey_id>.pdf", SURVEY.print, name="survey-pdf"),
    path("surveys/<survey:survey_id>/", show_survey, name="survey"),
    path("answer/<str:secret>/", answer_survey, name="answer"),
]
