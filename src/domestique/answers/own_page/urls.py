"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.own_page.own_page_page import OWN_PAGE

urlpatterns = [
    path("for/<customer:customer_id>/", OWN_PAGE.show, name="own-page"),
    path("for/<customer:customer_id>.pdf", OWN_PAGE.print, name="own-page-pdf"),
]
