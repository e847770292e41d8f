"""The addresses of this answer."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from domestique.answers.tables.record_page import list_tables, show_record

urlpatterns = [
    path("records/", list_tables, name="tables"),
    path(
        "records/<str:table_name>/",
        RedirectView.as_view(pattern_name="records", query_string=True),
    ),
    path("records/<str:table_name>/<path:key>/", show_record, name="record"),
    path("lists/", include("domestique.answers.tables.list_urls")),
    path("edit/", include("domestique.answers.tables.form_urls")),
]
