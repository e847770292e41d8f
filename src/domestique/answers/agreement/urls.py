"""The addresses of this answer."""

from __future__ import annotations

from django.urls import path

from domestique.answers.agreement.agreement_page import (
    AGREEMENT,
    accept_agreement,
    begin_agreement,
    end_agreement,
    propose_agreement,
    renew_agreement,
    take_agreement_back,
)

urlpatterns = [
    path("agreements/<agreement:agreement_id>.pdf", AGREEMENT.print, name="agreement-pdf"),
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
    path("agreements/<agreement:agreement_id>/", AGREEMENT.show, name="agreement"),
]
