"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.steering.steering_page import print_steering, show_steering

urlpatterns = [
    path("steering/", show_steering, name="steering"),
    path("steering.pdf", print_steering, name="steering-pdf"),
]
