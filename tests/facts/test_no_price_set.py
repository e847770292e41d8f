"""Where no price is set and the cost of a unit is known, cost times plan is said, and called that."""

from __future__ import annotations

import pytest

from given_cases import words_of
from given_tables import load_tables

pytestmark = pytest.mark.django_db


def test_cost_times_plan_is_said_where_no_price_is_set(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="name,currency,time_zone,country,language,today\nX,SEK,Europe/Stockholm,SE,en,2026-02-10",
        customers="id,person,status\nC1,Anna,identified\nC2,Bo,identified",
        services="""id,name_en,kind,unit,unit_kind
            S1,Mail,customer-facing,order,flow
            S2,Chat,customer-facing,order,flow
            S3,Fax,customer-facing,order,flow""",
        costs="period,service,pool,amount,currency\n2026,S1,people,48000,SEK\n2026,S2,people,900,SEK",
        prices="service,from,to,unit_price\nS2,2026-01-01,2026-12-31,100",
        planned_consumption="customer,service,year,units\nC1,S1,2026,30\nC2,S1,2026,10\nC1,S2,2026,12\nC1,S3,2026,5",
        actual_consumption="customer,service,month,units\nC1,S1,2026-01,1\nC1,S2,2026-01,1",
    )
    assert report.loaded, report.errors
    page = words_of("/customers/C1/")

    assert page.count("no price set") == 1
    assert "about 36 kSEK a year, no price set" in page
