"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.walk_in.walk_in_page import WALK_IN

urlpatterns = [
    path(
        "customers/<customer:customer_id>/before-you-walk-in/",
        WALK_IN.show,
        name="before-you-walk-in",
    ),
    path(
        "customers/<customer:customer_id>/before-you-walk-in.pdf",
        WALK_IN.print,
        name="before-you-walk-in-pdf",
    ),
]
