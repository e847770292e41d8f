"""The addresses of how customers feel, what things are worth to them, complaints, surveys and improvements.

They stand before the customer's own page, whose address would take them for a part of an id.
"""

from __future__ import annotations

from django.urls import path

from domestique.web.alternatives import list_alternatives, show_alternative
from domestique.web.answering import answer_survey
from domestique.web.complaints import list_complaints, show_complaint
from domestique.web.improvements import list_improvements, show_improvement
from domestique.web.pulse import put_words, say_on_own_page, show_pulse
from domestique.web.surveys import list_surveys, print_survey, show_survey
from domestique.web.value import show_value

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
    path("surveys/", list_surveys, name="surveys"),
    path("surveys/<survey:survey_id>.pdf", print_survey, name="survey-pdf"),
    path("surveys/<survey:survey_id>/", show_survey, name="survey"),
    path("answer/<str:secret>/", answer_survey, name="answer"),
]
