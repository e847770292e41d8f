"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.steering.steering_page import STEERING

urlpatterns = [
    path("steering/", STEERING.show, name="steering"),
    path("steering.pdf", STEERING.print, name="steering-pdf"),
]
