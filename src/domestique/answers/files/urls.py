"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.files.download_page import download_everything, download_template
from domestique.answers.files.import_page import import_files, show_run

urlpatterns = [
    path("import/", import_files, name="import"),
    path("import/template.xlsx", download_template, name="template"),
    path("import/runs/<str:run_id>/", show_run, name="load_run"),
    path("export.xlsx", download_everything, name="export"),
]
