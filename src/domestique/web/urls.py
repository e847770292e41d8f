"""The addresses of the pages."""

from __future__ import annotations

from django.urls import path

from domestique.web import (
    customers,
    findings,
    levels,
    money,
    records,
    restoration,
    services,
    today,
)

urlpatterns = [
    path("", today.show_today, name="today"),
    path("customers/", customers.list_customers, name="customers"),
    path("customers/<str:customer_id>/", customers.show_customer, name="customer"),
    path("services/", services.list_services, name="services"),
    path("services/<str:service_id>/", services.show_service, name="service"),
    path("levels/", levels.show_levels, name="levels"),
    path("money/", money.show_money, name="money"),
    path("money/bills/<str:customer_id>/", money.show_bill, name="bill"),
    path("restoration/", restoration.show_restoration, name="restoration"),
    path("findings/", findings.list_findings, name="findings"),
    path("records/", records.list_tables, name="tables"),
    path("records/<str:table_name>/", records.list_records, name="records"),
    path("records/<str:table_name>/<path:key>/", records.show_record, name="record"),
]
