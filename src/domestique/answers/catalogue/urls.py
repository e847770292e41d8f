"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.catalogue.catalogue_page import show_catalogue, show_edition, show_offer

urlpatterns = [
    path("catalogue/", show_catalogue, name="catalogue"),
    path("catalogue/for/<customer:customer_id>/", show_edition, name="edition"),
    path("catalogue/<offer:service_id>/", show_offer, name="offer"),
]
