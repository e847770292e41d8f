"""The steering group's page on the screen."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_twelve_customers_and_three_lists(read):
    page = read("/steering/")
    assert page.h1.text == "8 decisions are needed."
    assert len(page.select("table.steering tbody tr")) == 12
    assert [h2.text for h2 in page.select(".thirds h2")] == ["Decide now", "Watch", "Stop"]


def test_a_row_says_money_mood_level_stake_and_decision(read):
    row = read("/steering/").select_one("table.steering tbody tr")
    text = " ".join(row.get_text(" ").split())
    assert text.startswith("Retail & E-commerce Samira Haddad 10.7 MSEK +7.1 % Negative")
    assert "Web shop 99.40 of 99.95 % evaluating a SaaS web shop 4.1 MSEK" in text


def test_one_pulse_has_no_trend(read):
    assert read("/steering/").select_one("td[data-is=Trend]").text.strip() == "not known"


def test_same_on_paper(client, db):
    response = client.get("/steering.pdf")
    assert response["Content-Disposition"] == 'inline; filename="for-the-steering-group.pdf"'


def test_all_customers_stand_in_one_picture(read):
    picture = read("/steering/").find("figure", class_="chart").img
    assert picture["src"] == "/charts/customers.svg"
    assert picture["alt"].startswith("12 customers by charge and mood")
