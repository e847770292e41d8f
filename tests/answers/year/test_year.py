"""The year wheel counts what is due now, and guards nothing."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.agreements.models import AgreementLine
from domestique.answers.year.year import year_wheel
from domestique.findings.queries import findings_of
from domestique.relations.models import Promise

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)


def test_twelve_months_and_november_is_now(viewer):
    wheel = year_wheel(viewer, TODAY)
    assert len(wheel.months) == 12
    assert [str(one.when) for one in wheel.months if one.is_now] == ["November"]


def test_january_counts_values_not_confirmed(viewer):
    count = AgreementLine.objects.filter(
        agreement__status="in force", value_confirmed=False
    ).count()
    assert year_wheel(viewer, TODAY).months[0].work[0].count == count > 0


def test_notice_dates_come_from_the_rules(viewer):
    found = findings_of(viewer, TODAY)
    october = year_wheel(viewer, TODAY).months[9].work[0]
    assert october.count == sum(one.rule == "S3-09" for one in found) > 0


def test_kept_promise_is_due_no_more(viewer):
    def overdue() -> int:
        week = year_wheel(viewer, TODAY).rhythm[1]
        return next(one.count for one in week.work if one.route == "promised")

    assert overdue() == 1
    Promise.objects.filter(pk="PR3").update(kept_on=TODAY)
    assert overdue() == 0
