"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.right_person.right_person_page import show_right_person

urlpatterns = [
    path("who/", show_right_person, name="right-person"),
]
