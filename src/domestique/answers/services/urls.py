"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.services.services_page import list_services, show_service

urlpatterns = [
    path("services/", list_services, name="services"),
    path("services/<service:service_id>/", show_service, name="service"),
]
