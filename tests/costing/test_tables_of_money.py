"""Amounts at the edge of what the tables of money take: a currency worth little, a price of nothing."""

from __future__ import annotations

import pytest

from given_tables import load_tables, told

pytestmark = pytest.mark.django_db

SERVICES = """
    id,name_en
    Mail,Mail
"""


def test_currency_worth_less_than_one_of_the_organisations(tmp_path):
    report = load_tables(
        tmp_path,
        exchange_rates="""
            year,currency,plan_rate,actual_rate
            2026,HUF,0.0285,0.0291
        """,
    )
    assert told(report) == []


@pytest.mark.parametrize("column", ["plan_rate", "actual_rate"])
def test_rate_below_nothing_is_refused(tmp_path, column):
    rates = {"plan_rate": "11.20", "actual_rate": "11.45", column: "-0.5"}
    report = load_tables(
        tmp_path,
        exchange_rates=f"""
            year,currency,{",".join(rates)}
            2026,EUR,{",".join(rates.values())}
        """,
    )
    assert [error[2] for error in told(report)] == [column]


def test_price_of_nothing_is_a_price_and_one_below_nothing_is_none(tmp_path):
    free = "service,from,to,unit_price\nMail,2026-01-01,,0"
    assert told(load_tables(tmp_path, services=SERVICES, prices=free)) == []

    report = load_tables(tmp_path, prices=free.replace(",,0", ",,-1"))
    assert [error[2] for error in told(report)] == ["unit_price"]


def test_share_of_a_tenth_of_a_per_cent_is_a_share(tmp_path):
    report = load_tables(
        tmp_path,
        services="id,name_en,kind\nDB,Database,supporting\nMail,Mail,customer-facing",
        cost_shares="period,from,to,share_percent\n2026,DB,Mail,0.1",
    )
    assert told(report) == []
