"""What a service was held against and how it came out is a fact of the service, the same for every viewer."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.portfolio.portfolio import portfolio_of
from domestique.answers.portfolio.portfolio_board import board
from domestique.delivery.queries import levels_of_month
from domestique.quantities.period import Month
from domestique.records.viewer import Viewer
from given_tables import load_tables

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
OCTOBER = Month(2026, 10)


@pytest.fixture
def two_customers(tmp_path):
    report = load_tables(
        tmp_path,
        organisation="""
            name,currency,time_zone,country,language,today
            X,SEK,Europe/Stockholm,SE,en,2026-11-21
        """,
        customers="""
            id,person,status,accepted_on
            C1,Anna,accepted,2025-11-01
            C2,Bo,accepted,2025-11-01
        """,
        services="""
            id,name_en,kind,state,service_hours
            S1,Mail,customer-facing,live,24x7
            S2,Fax,customer-facing,retired,24x7
        """,
        agreements="""
            id,customer,status,from,to,accepted_on
            A1,C1,in force,2026-01-01,2026-12-31,2025-12-01
            A2,C2,in force,2026-01-01,2026-12-31,2025-12-01
        """,
        agreement_lines="""
            agreement,service,availability_target
            A1,S1,95
            A2,S1,99.9
            A1,S2,99.9
        """,
        outages="""
            id,service,starts,ends
            I1,S1,2026-10-05 08:00,2026-10-06 08:00
            I2,S2,2026-10-05 08:00,2026-10-06 08:00
        """,
    )
    assert report.loaded, report.errors


def chips_of(viewer):
    entries = portfolio_of(viewer, TODAY).offered
    return [
        (card.entry.id, str(card.level.text))
        for card in board(viewer, TODAY, entries, {}).catalogue
    ]


@pytest.mark.usefixtures("two_customers")
def test_levels_are_held_against_every_promise_by_whoever_sees_one_customer():
    everything, one = Viewer("Gunilla"), Viewer("Ebba", customers=frozenset({"C1"}))
    targets = {
        viewer.person: {
            id_: level.case.target
            for id_, level in levels_of_month(viewer, OCTOBER, TODAY).levels.items()
        }
        for viewer in (everything, one)
    }
    assert targets["Ebba"] == targets["Gunilla"]
    assert str(targets["Ebba"]["S1"]) == "99.9"
    assert chips_of(one) == chips_of(everything)


@pytest.mark.usefixtures("two_customers")
def test_a_retired_service_keeps_its_level_while_it_is_promised():
    levels = levels_of_month(Viewer("Gunilla"), OCTOBER, TODAY).levels
    assert levels["S2"].is_met is False
