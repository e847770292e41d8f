"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.impact.impact_page import show_impact

urlpatterns = [
    path("services/<service:service_id>/impact/", show_impact, name="impact"),
]
