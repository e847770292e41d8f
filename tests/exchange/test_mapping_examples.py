"""The mapping files in ``examples/`` load real input made by others, without one error."""

from __future__ import annotations

from pathlib import Path

import pytest

from domestique.consumption.models import PlannedConsumption
from domestique.exchange.loading import load
from domestique.exchange.report import Counts
from domestique.parties.models import Customer
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.models import Dependency, Service
from given_tables import EBBA

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "data").is_dir(),
        reason="the folder ../shared with data made by others is not here",
    ),
]


def test_govuk_services_and_their_needs_load_whole() -> None:
    folder, mapping = SHARED / "data" / "govuk_services", EXAMPLES / "govuk.toml"
    report = load(folder, viewer=EBBA, mapping=mapping)
    assert report.errors == []
    assert report.tables == {"services": Counts(new=192), "dependencies": Counts(new=370)}
    assert Service.objects.get(pk="account-api-app").kind == ServiceKind.CUSTOMER_FACING
    assert Service.objects.get(pk="account-api-redis").kind == ServiceKind.SUPPORTING
    assert Dependency.objects.filter(kind="hard").count() == 370
    again = load(folder, viewer=EBBA, mapping=mapping)
    assert again.tables["dependencies"] == Counts(unchanged=370)


def test_moj_namespaces_become_units_customers_services_and_plans() -> None:
    report = load(
        SHARED / "data" / "moj_portfolio" / "namespaces.csv",
        viewer=EBBA,
        mapping=EXAMPLES / "moj.toml",
    )
    assert report.errors == []
    assert report.tables == {
        "units": Counts(new=8),
        "customers": Counts(new=8),
        "services": Counts(new=642),
        "planned_consumption": Counts(new=651),
    }
    assert Customer.objects.get(pk="HMPPS").status == "suggested"
    assert sum(PlannedConsumption.objects.values_list("units", flat=True)) == 1464
