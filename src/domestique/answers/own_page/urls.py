"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.own_page.own_page_page import print_own_page, show_own_page

urlpatterns = [
    path("for/<customer:customer_id>/", show_own_page, name="own-page"),
    path("for/<customer:customer_id>.pdf", print_own_page, name="own-page-pdf"),
]
