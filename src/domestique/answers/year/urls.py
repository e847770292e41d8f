"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.year.year_page import show_year

urlpatterns = [
    path("year/", show_year, name="year"),
]
