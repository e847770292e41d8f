"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.search.search_page import find, find_as_typed

urlpatterns = [
    path("find/", find, name="find"),
    path("find/as-typed/", find_as_typed, name="find_as_typed"),
]
