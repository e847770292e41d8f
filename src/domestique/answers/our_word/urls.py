"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.our_word.our_word_page import keep, list_promises, withdraw

urlpatterns = [
    path("promised/", list_promises, name="promised"),
    path("promised/<promised:promise_id>/kept/", keep, name="keep-promise"),
    path("promised/<promised:promise_id>/taken-back/", withdraw, name="take-back-promise"),
]
