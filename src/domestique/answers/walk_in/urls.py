"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.walk_in.walk_in_page import print_walk_in, show_walk_in

urlpatterns = [
    path(
        "customers/<customer:customer_id>/before-you-walk-in/",
        show_walk_in,
        name="before-you-walk-in",
    ),
    path(
        "customers/<customer:customer_id>/before-you-walk-in.pdf",
        print_walk_in,
        name="before-you-walk-in-pdf",
    ),
]
