"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.year.year_page import YEAR

urlpatterns = [
    path("year/", YEAR.show, name="year"),
]
