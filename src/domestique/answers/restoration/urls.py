"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.restoration.exercise_page import show_exercise
from domestique.answers.restoration.restoration_page import show_restoration
from domestique.answers.restoration.run_sheet_page import print_run_sheet

urlpatterns = [
    path("restoration/run-sheet.pdf", print_run_sheet, name="run-sheet"),
    path("restoration/exercise/", show_exercise, name="exercise"),
    path("restoration/", show_restoration, name="restoration"),
]
