"""The addresses of the pages."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from domestique.web.agreement import (
    accept_agreement,
    begin_agreement,
    end_agreement,
    print_agreement,
    propose_agreement,
    renew_agreement,
    show_agreement,
    take_agreement_back,
)
from domestique.web.bad_day import show_bad_day
from domestique.web.calendar_feed import keep_calendar_address, show_calendar, show_calendar_by_link
from domestique.web.catalogue import show_catalogue, show_edition, show_offer
from domestique.web.chart_files import show_chart_drawing, show_chart_spec
from domestique.web.contacts import list_contacts, new_contact, tick_follow_up
from domestique.web.customers import list_customers, show_customer
from domestique.web.downloading import download_everything, download_template
from domestique.web.exercise import show_exercise
from domestique.web.findings import list_findings
from domestique.web.grid import show_promises
from domestique.web.impact_page import show_impact
from domestique.web.importing import import_files, show_run
from domestique.web.levels import show_levels
from domestique.web.matrix import show_matrix
from domestique.web.meetings import (
    ask,
    cancel,
    feel,
    finish,
    hold,
    list_meetings,
    move,
    park,
    plan,
    print_pack,
    put_down,
    show_meeting,
)
from domestique.web.money import show_bill, show_money
from domestique.web.own_page import print_own_page, show_own_page
from domestique.web.parts_page.page import show_parts
from domestique.web.portfolio import show_portfolio
from domestique.web.promised import keep, list_promises, withdraw
from domestique.web.records import list_tables, show_record
from domestique.web.relationship import print_relationship, show_relationship
from domestique.web.restoration import show_restoration
from domestique.web.right_person import show_right_person
from domestique.web.roles import (
    accept_role,
    follow_money,
    identify_role,
    lend_mandate,
    overrule_role,
    repair_role,
    show_role,
    show_roles,
    step_down,
    suggest_role,
    take_role,
)
from domestique.web.run_sheet import print_run_sheet
from domestique.web.searching import find, find_as_typed
from domestique.web.service_map import show_map
from domestique.web.services import list_services, show_service
from domestique.web.steering import print_steering, show_steering
from domestique.web.teams import list_teams, print_hand_over, show_hand_over, show_team
from domestique.web.timeline import show_promise
from domestique.web.today import show_today
from domestique.web.walk_in import print_walk_in, show_walk_in
from domestique.web.who import act_as, change_password, log_in, log_out, show_what_i_may_see
from domestique.web.year import show_year

urlpatterns = [
    path("", show_today, name="today"),
    path("customers/", list_customers, name="customers"),
    path(
        "customers/<customer:customer_id>/before-you-walk-in/",
        show_walk_in,
        name="before-you-walk-in",
    ),
    path(
        "customers/<customer:customer_id>/before-you-walk-in.pdf",
        print_walk_in,
        name="before-you-walk-in-pdf",
    ),
    path("customers/<customer:customer_id>/relationship/", show_relationship, name="relationship"),
    path(
        "customers/<customer:customer_id>/relationship.pdf",
        print_relationship,
        name="relationship-pdf",
    ),
    path("contacts/", list_contacts, name="contacts"),
    path("contacts/new/", new_contact, name="new-contact"),
    path("contacts/<contact:contact_id>/followed-up/", tick_follow_up, name="followed-up"),
    path("promised/", list_promises, name="promised"),
    path("promised/<promised:promise_id>/kept/", keep, name="keep-promise"),
    path("promised/<promised:promise_id>/taken-back/", withdraw, name="take-back-promise"),
    path("bad-day/", show_bad_day, name="bad-day"),
    path("meetings/", list_meetings, name="meetings"),
    path("meetings/calendar.ics", show_calendar, name="calendar"),
    path("calendar/<str:secret>.ics", show_calendar_by_link, name="calendar-by-link"),
    path("me/calendar/", keep_calendar_address, name="calendar-address"),
    path("meetings/plan/", plan, name="plan-meeting"),
    path("meetings/ask/", ask, name="ask-for-dialogue"),
    path("meetings/items/<item:item_id>/park/", park, name="park-item"),
    path("meetings/items/<item:item_id>/done/", finish, name="finish-action"),
    path("meetings/<meeting:meeting_id>/", show_meeting, name="meeting"),
    path("meetings/<meeting:meeting_id>/pack.pdf", print_pack, name="meeting-pack"),
    path("meetings/<meeting:meeting_id>/move/", move, name="move-meeting"),
    path("meetings/<meeting:meeting_id>/cancel/", cancel, name="cancel-meeting"),
    path("meetings/<meeting:meeting_id>/hold/", hold, name="hold-meeting"),
    path("meetings/<meeting:meeting_id>/mood/", feel, name="meeting-mood"),
    path("meetings/<meeting:meeting_id>/items/", put_down, name="meeting-items"),
    path("year/", show_year, name="year"),
    path("who/", show_right_person, name="right-person"),
    path("roles/", show_roles, name="roles"),
    path("roles/take/", take_role, name="roles-take"),
    path("roles/overrule/", overrule_role, name="roles-overrule"),
    path("roles/follow-the-money/", follow_money, name="roles-follow"),
    path("roles/repair/", repair_role, name="roles-repair"),
    path("customers/<customer:customer_id>/role/", show_role, name="role"),
    path("customers/<customer:customer_id>/role/identify/", identify_role, name="role-identify"),
    path("customers/<customer:customer_id>/role/accept/", accept_role, name="role-accept"),
    path("customers/<customer:customer_id>/role/step-down/", step_down, name="role-step-down"),
    path("customers/<customer:customer_id>/role/suggest/", suggest_role, name="role-suggest"),
    path("customers/<customer:customer_id>/role/lend/", lend_mandate, name="role-lend"),
    path("customers/<customer:customer_id>/hand-over/", show_hand_over, name="hand-over"),
    path("customers/<customer:customer_id>/hand-over.pdf", print_hand_over, name="hand-over-pdf"),
    path("teams/", list_teams, name="teams"),
    path("teams/<team:team_id>/", show_team, name="team"),
    path("agreements/<agreement:agreement_id>.pdf", print_agreement, name="agreement-pdf"),
    path(
        "agreements/<agreement:agreement_id>/propose/", propose_agreement, name="agreement-propose"
    ),
    path(
        "agreements/<agreement:agreement_id>/take-back/",
        take_agreement_back,
        name="agreement-take-back",
    ),
    path("agreements/<agreement:agreement_id>/accept/", accept_agreement, name="agreement-accept"),
    path("agreements/<agreement:agreement_id>/begin/", begin_agreement, name="agreement-begin"),
    path("agreements/<agreement:agreement_id>/end/", end_agreement, name="agreement-end"),
    path("agreements/<agreement:agreement_id>/renew/", renew_agreement, name="agreement-renew"),
    path("agreements/<agreement:agreement_id>/", show_agreement, name="agreement"),
    path("", include("domestique.web.mood_urls")),
    path("customers/<customer:customer_id>/", show_customer, name="customer"),
    path("services/", list_services, name="services"),
    path("services/<service:service_id>/map/", show_map, name="map"),
    path("services/<service:service_id>/impact/", show_impact, name="impact"),
    path("services/<service:service_id>/", show_service, name="service"),
    path("portfolio/", show_portfolio, name="portfolio"),
    path("catalogue/", show_catalogue, name="catalogue"),
    path("catalogue/for/<customer:customer_id>/", show_edition, name="edition"),
    path("catalogue/<offer:service_id>/", show_offer, name="offer"),
    path("charts/<slug:name>.svg", show_chart_drawing, name="chart-drawing"),
    path("charts/<slug:name>.json", show_chart_spec, name="chart-spec"),
    path("levels/", show_levels, name="levels"),
    path("promises/", show_promises, name="promises"),
    path(
        "promises/<customer:customer_id>/<path:service_id>/<str:month>/",
        show_promise,
        name="promise",
    ),
    path("matrix/", show_matrix, name="matrix"),
    path("money/", show_money, name="money"),
    path("money/bills/<customer:customer_id>/", show_bill, name="bill"),
    path("for/<customer:customer_id>/", show_own_page, name="own-page"),
    path("for/<customer:customer_id>.pdf", print_own_page, name="own-page-pdf"),
    path("steering/", show_steering, name="steering"),
    path("steering.pdf", print_steering, name="steering-pdf"),
    path("restoration/run-sheet.pdf", print_run_sheet, name="run-sheet"),
    path("restoration/exercise/", show_exercise, name="exercise"),
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
    path("log-in/", log_in, name="log-in"),
    path("log-out/", log_out, name="log-out"),
    path("me/", show_what_i_may_see, name="what-may-i-see"),
    path("me/password/", change_password, name="password"),
    path("act-as/", act_as, name="act-as"),
    path("", include("domestique.web.need_urls")),
    path("lists/", include("domestique.web.lists.urls")),
    path("edit/", include("domestique.web.forms.urls")),
]
