"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.relationship.relationship_page import RELATIONSHIP

urlpatterns = [
    path("customers/<customer:customer_id>/relationship/", RELATIONSHIP.show, name="relationship"),
    path(
        "customers/<customer:customer_id>/relationship.pdf",
        RELATIONSHIP.print,
        name="relationship-pdf",
    ),
]
