"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.parts.parts_page import show_parts

urlpatterns = [
    path("parts/", show_parts, name="parts"),
]
