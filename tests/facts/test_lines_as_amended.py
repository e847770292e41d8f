"""A customer manager's team page and her hand-over read the lines of the day, not those first agreed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import Agreement, Amendment
from domestique.answers.people.hand_over import hand_over
from domestique.answers.people.teams import team_page
from given_tables import load_tables

pytestmark = pytest.mark.django_db
CLOCK = date(2026, 11, 21)


@pytest.fixture
def amended(tmp_path):
    """S1 is worth 10 x 12; from June on 20 x 12, and from July on S2 is out and S3 is in."""
    report = load_tables(
        tmp_path,
        organisation="name,currency,country,time_zone,today\nOrg,SEK,SE,Europe/Stockholm,2026-11-21",
        teams="id,name,customer_manager\nT1,Team,Ebba Nyström",
        units="id,name,it_budget,head\nU1,Sales,1000,Anna Ek",
        customers="id,unit,status,person,team\nC1,U1,accepted,Anna Ek,T1",
        services="""
            id,name_en,kind,state,unit,owner
            S1,Mail,customer-facing,live,mailbox,Olle Ost
            S2,Chat,customer-facing,live,person,Pia Palm
            S3,Phone,customer-facing,live,phone,Rut Rask
        """,
        agreements="id,customer,status,from,to\nA1,C1,accepted,2026-01-01,2026-12-31",
        agreement_lines="""
            agreement,service,planned_units,unit_price
            A1,S1,10,12
            A1,S2,1,5
        """,
    )
    assert report.loaded, report.errors
    agreement = Agreement.objects.get()
    for service, day, units, out in (
        ("S1", "2026-06-01", 20, False),
        ("S2", "2026-07-01", None, True),
        ("S3", "2026-07-01", 7, False),
        ("S1", "2027-01-01", 90, False),
    ):
        Amendment.objects.create(
            agreement=agreement,
            service_id=service,
            valid_from=day,
            planned_units=units,
            unit_price=None if service != "S3" else 10,
            taken_out=out,
            status="accepted",
        )


def test_the_hand_over_tells_what_the_lines_of_the_day_cost(viewer, amended):
    [(_, _, yearly)] = hand_over(viewer, "C1", CLOCK).agreements

    assert yearly == Decimal(20 * 12 + 7 * 10)


def test_the_team_page_asks_for_the_owners_of_what_is_agreed_today(viewer, amended):
    outside = " ".join(map(str, team_page(viewer, "T1", CLOCK).outside))

    assert "Olle Ost owns Mail" in outside
    assert "Rut Rask owns Phone" in outside
    assert "Chat" not in outside
