"""The addresses of all answers. Where two begin alike the longer stands first, else it were taken for a part of an id."""

from __future__ import annotations

from django.urls import include, path

from domestique.web import addressed  # noqa: F401 - names the kinds of record an address may name, before one does

ANSWERS = (
    "today",
    "walk_in",
    "relationship",
    "meetings",
    "our_word",
    "bad_day",
    "year",
    "right_person",
    "people",
    "agreement",
    "feelings",
    "customer",
    "map",
    "impact",
    "services",
    "portfolio",
    "catalogue",
    "charts",
    "promises",
    "matrix",
    "money",
    "own_page",
    "steering",
    "restoration",
    "findings",
    "parts",
    "files",
    "search",
    "log_in",
    "needs",
    "tables",
)
urlpatterns = [path("", include(f"domestique.answers.{answer}.urls")) for answer in ANSWERS]

handler400 = "domestique.web.refusing.show_bad_request"
handler403 = "domestique.web.refusing.show_not_for_you"
handler404 = "domestique.web.refusing.show_not_found"
handler500 = "domestique.web.refusing.show_failure"
