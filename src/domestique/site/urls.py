"""The addresses of the site."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("domestique.web.urls"))]

handler400 = "domestique.web.refusing.show_bad_request"
handler403 = "domestique.web.refusing.show_not_for_you"
handler404 = "domestique.web.refusing.show_not_found"
handler500 = "domestique.web.refusing.show_failure"
