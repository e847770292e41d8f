"""The addresses of the pages."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from domestique.web.catalogue import show_catalogue, show_edition, show_offer
from domestique.web.chart_files import show_chart_drawing, show_chart_spec
from domestique.web.customers import list_customers, show_customer
from domestique.web.downloading import download_everything, download_template
from domestique.web.findings import list_findings
from domestique.web.grid import show_promises
from domestique.web.impact_page import show_impact
from domestique.web.importing import import_files, show_run
from domestique.web.levels import show_levels
from domestique.web.matrix import show_matrix
from domestique.web.money import show_bill, show_money
from domestique.web.own_page import print_own_page, show_own_page
from domestique.web.parts_page.page import show_parts
from domestique.web.portfolio import show_portfolio
from domestique.web.records import list_tables, show_record
from domestique.web.restoration import show_restoration
from domestique.web.run_sheet import print_run_sheet
from domestique.web.searching import find, find_as_typed
from domestique.web.service_map import show_map
from domestique.web.services import list_services, show_service
from domestique.web.steering import print_steering, show_steering
from domestique.web.timeline import show_promise
from domestique.web.today import show_today
from domestique.web.walk_in import print_walk_in, show_walk_in

urlpatterns = [
    path("", show_today, name="today"),
    path("customers/", list_customers, name="customers"),
    path(
        "customers/<path:customer_id>/before-you-walk-in/",
        show_walk_in,
        name="before-you-walk-in",
    ),
    path(
        "customers/<path:customer_id>/before-you-walk-in.pdf",
        print_walk_in,
        name="before-you-walk-in-pdf",
    ),
    path("customers/<path:customer_id>/", show_customer, name="customer"),
    path("services/", list_services, name="services"),
    path("services/<path:service_id>/map/", show_map, name="map"),
    path("services/<path:service_id>/impact/", show_impact, name="impact"),
    path("services/<path:service_id>/", show_service, name="service"),
    path("portfolio/", show_portfolio, name="portfolio"),
    path("catalogue/", show_catalogue, name="catalogue"),
    path("catalogue/for/<path:customer_id>/", show_edition, name="edition"),
    path("catalogue/<path:service_id>/", show_offer, name="offer"),
    path("charts/<slug:name>.svg", show_chart_drawing, name="chart-drawing"),
    path("charts/<slug:name>.json", show_chart_spec, name="chart-spec"),
    path("levels/", show_levels, name="levels"),
    path("promises/", show_promises, name="promises"),
    path(
        "promises/<path:customer_id>/<path:service_id>/<str:month>/", show_promise, name="promise"
    ),
    path("matrix/", show_matrix, name="matrix"),
    path("money/", show_money, name="money"),
    path("money/bills/<path:customer_id>/", show_bill, name="bill"),
    path("for/<path:customer_id>/", show_own_page, name="own-page"),
    path("for/<path:customer_id>.pdf", print_own_page, name="own-page-pdf"),
    path("steering/", show_steering, name="steering"),
    path("steering.pdf", print_steering, name="steering-pdf"),
    path("restoration/run-sheet.pdf", print_run_sheet, name="run-sheet"),
    path("restoration/", show_restoration, name="restoration"),
    path("findings/", list_findings, name="findings"),
    path("parts/", show_parts, name="parts"),
    path("import/", import_files, name="import"),
    path("import/template.xlsx", download_template, name="template"),
    path("import/runs/<str:run_id>/", show_run, name="load_run"),
    path("export.xlsx", download_everything, name="export"),
    path("find/", find, name="find"),
    path("find/as-typed/", find_as_typed, name="find_as_typed"),
    path("records/", list_tables, name="tables"),
    path(
        "records/<str:table_name>/",
        RedirectView.as_view(pattern_name="records", query_string=True),
    ),
    path("records/<str:table_name>/<path:key>/", show_record, name="record"),
    path("lists/", include("domestique.web.lists.urls")),
    path("edit/", include("domestique.web.forms.urls")),
]
