"""The addresses of the lists."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

from domestique.answers.tables.change_page import change_many
from domestique.answers.tables.list_download_page import download_list
from domestique.answers.tables.list_page import show_list
from domestique.answers.tables.list_views_page import forget_list_view, save_list_view

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="tables")),
    path("<str:table_name>/", show_list, name="records"),
    path("<str:table_name>/export.<str:form>", download_list, name="list-file"),
    path("<str:table_name>/change/", change_many, name="list-change"),
    path("<str:table_name>/views/", save_list_view, name="list-views"),
    path("<str:table_name>/views/<int:view_id>/", forget_list_view, name="list-view"),
]
