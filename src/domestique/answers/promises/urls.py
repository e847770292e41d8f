"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.promises.grid_page import show_promises
from domestique.answers.promises.levels_page import show_levels
from domestique.answers.promises.month_page import show_promise

urlpatterns = [
    path("levels/", show_levels, name="levels"),
    path("promises/", show_promises, name="promises"),
    path(
        "promises/<customer:customer_id>/<path:service_id>/<str:month>/",
        show_promise,
        name="promise",
    ),
]
