"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.charts.chart_page import show_chart_drawing, show_chart_spec

urlpatterns = [
    path("charts/<slug:name>.svg", show_chart_drawing, name="chart-drawing"),
    path("charts/<slug:name>.json", show_chart_spec, name="chart-spec"),
]
