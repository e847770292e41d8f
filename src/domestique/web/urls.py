"""The addresses of the pages."""

from __future__ import annotations

from django.urls import path

from domestique.web.customers import list_customers, show_customer
from domestique.web.findings import list_findings
from domestique.web.levels import show_levels
from domestique.web.money import show_bill, show_money
from domestique.web.records import list_records, list_tables, show_record
from domestique.web.restoration import show_restoration
from domestique.web.services import list_services, show_service
from domestique.web.today import show_today

urlpatterns = [
    path("", show_today, name="today"),
    path("customers/", list_customers, name="customers"),
    path("customers/<path:customer_id>/", show_customer, name="customer"),
    path("services/", list_services, name="services"),
    path("services/<path:service_id>/", show_service, name="service"),
    path("levels/", show_levels, name="levels"),
    path("money/", show_money, name="money"),
    path("money/bills/<path:customer_id>/", show_bill, name="bill"),
    path("restoration/", show_restoration, name="restoration"),
    path("findings/", list_findings, name="findings"),
    path("records/", list_tables, name="tables"),
    path("records/<str:table_name>/", list_records, name="records"),
    path("records/<str:table_name>/<path:key>/", show_record, name="record"),
]
