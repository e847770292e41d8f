"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.portfolio.portfolio_page import show_portfolio

urlpatterns = [
    path("portfolio/", show_portfolio, name="portfolio"),
]
