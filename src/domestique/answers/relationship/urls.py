"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.relationship.relationship_page import print_relationship, show_relationship

urlpatterns = [
    path("customers/<customer:customer_id>/relationship/", show_relationship, name="relationship"),
    path(
        "customers/<customer:customer_id>/relationship.pdf",
        print_relationship,
        name="relationship-pdf",
    ),
]
