"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.needs.escalations_page import (
    do_with_escalation,
    raise_question,
    show_escalation,
    show_escalations,
    tell_answer_back,
)
from domestique.answers.needs.inbox_page import add_to_inbox, do_with_item, show_inbox
from domestique.answers.needs.needs_page import (
    NEED,
    SHEET_TO_SIGN,
    capture_need,
    do_with_need,
    show_needs,
)
from domestique.answers.needs.requirements_page import do_with_requirement, show_requirements

urlpatterns = [
    path("inbox/", show_inbox, name="inbox"),
    path("inbox/add/", add_to_inbox, name="inbox-add"),
    path("inbox/<inbox:item_id>/<slug:verb>/", do_with_item, name="inbox-do"),
    path("needs/", show_needs, name="needs"),
    path("needs/capture/", capture_need, name="need-capture"),
    path("needs/<need:need_id>/do/<slug:verb>/", do_with_need, name="need-do"),
    path("needs/<need:need_id>/sheet/", SHEET_TO_SIGN.show, name="need-sheet"),
    path("needs/<need:need_id>/sheet.pdf", SHEET_TO_SIGN.print, name="need-sheet-pdf"),
    path("needs/<need:need_id>/", NEED.show, name="need"),
    path("requirements/", show_requirements, name="requirements"),
    path(
        "requirements/<requirement:requirement_id>/<slug:verb>/",
        do_with_requirement,
        name="requirement-do",
    ),
    path("escalations/", show_escalations, name="escalations"),
    path("escalations/raise/", raise_question, name="escalation-raise"),
    path(
        "escalations/<escalation:escalation_id>/do/<slug:verb>/",
        do_with_escalation,
        name="escalation-do",
    ),
    path("escalations/<escalation:escalation_id>/", show_escalation, name="escalation"),
    path("decisions/<decision:decision_id>/tell-back/", tell_answer_back, name="tell-back"),
]
