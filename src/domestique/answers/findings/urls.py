"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.findings.findings_page import list_findings

urlpatterns = [
    path("findings/", list_findings, name="findings"),
]
