"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.bad_day.bad_day_page import show_bad_day

urlpatterns = [
    path("bad-day/", show_bad_day, name="bad-day"),
]
