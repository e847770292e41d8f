"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.customer.customer_page import list_customers, show_customer

urlpatterns = [
    path("customers/", list_customers, name="customers"),
    path("customers/<customer:customer_id>/", show_customer, name="customer"),
]
