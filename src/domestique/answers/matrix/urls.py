"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.matrix.matrix_page import show_matrix

urlpatterns = [
    path("matrix/", show_matrix, name="matrix"),
]
