"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.today.today_page import show_today

urlpatterns = [
    path("", show_today, name="today"),
]
