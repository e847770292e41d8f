"""The addresses of the forms."""

from __future__ import annotations

from django.urls import path

from domestique.answers.tables.entry_page import edit_record, enter_record

urlpatterns = [
    path("<str:table_name>/new/", enter_record, name="new-record"),
    path("<str:table_name>/<path:key>/", edit_record, name="edit-record"),
]
