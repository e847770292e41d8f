"""A question loaded before its customer is: it is shown, and nobody is named to decide it."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.relations.models import Escalation

pytestmark = pytest.mark.django_db


def test_question_is_shown_before_its_customer_is_loaded(read):
    Escalation.objects.create(
        id="E1",
        customer_id="C4",
        question="Pay, or promise less?",
        raised_on=date(2026, 11, 1),
        raised_by="Nadja Berggren",
    )
    assert read("/escalations/E1/").h1.text == "Pay, or promise less?"
