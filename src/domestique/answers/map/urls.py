"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.map.map_page import show_map

urlpatterns = [
    path("services/<service:service_id>/map/", show_map, name="map"),
]
