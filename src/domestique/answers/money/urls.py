"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.money.money_page import show_bill, show_money

urlpatterns = [
    path("money/", show_money, name="money"),
    path("money/bills/<customer:customer_id>/", show_bill, name="bill"),
]
