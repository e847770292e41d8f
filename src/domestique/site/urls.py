"""The addresses of all answers: what stands above their views, and two that lead on."""

from django.urls import path
from django.views.generic import RedirectView

from domestique import answers
from domestique.web.routes import routes_in, specific_first

LEADING_ON = (
    path("lists/", RedirectView.as_view(pattern_name="tables")),
    path(
        "records/<str:table_name>/", RedirectView.as_view(pattern_name="records", query_string=True)
    ),
)
urlpatterns = specific_first([*routes_in(answers), *LEADING_ON])

handler400 = "domestique.web.refusing.show_bad_request"
handler403 = "domestique.web.refusing.show_not_for_you"
handler404 = "domestique.web.refusing.show_not_found"
handler500 = "domestique.web.refusing.show_failure"
