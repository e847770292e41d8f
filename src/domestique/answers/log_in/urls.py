"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.log_in.log_in_page import (
    act_as,
    change_password,
    log_in,
    log_out,
    show_what_i_may_see,
)

urlpatterns = [
    path("log-in/", log_in, name="log-in"),
    path("log-out/", log_out, name="log-out"),
    path("me/", show_what_i_may_see, name="what-may-i-see"),
    path("me/password/", change_password, name="password"),
    path("act-as/", act_as, name="act-as"),
]
