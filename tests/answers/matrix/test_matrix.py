"""Customers and services in one matrix, whichever way it is turned."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.models import AgreementLine
from domestique.answers.matrix.matrix import headline_of_matrix, matrix_of, unused_of
from domestique.answers.matrix.matrix_facts import (
    MatrixChosen,
    NothingCalledSo,
    Show,
    matrix_facts,
    rows_of_matrix,
)
from domestique.consumption.models import ActualConsumption
from domestique.costing.queries import bills_visible_to
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month

pytestmark = pytest.mark.usefixtures("demo", "db")
TODAY = date(2026, 11, 21)


def facts(viewer, **chosen):
    return matrix_facts(viewer, TODAY, MatrixChosen(**chosen))


def matrix(viewer, most=None, **chosen):
    found = facts(viewer, **chosen)
    return matrix_of(viewer, TODAY, found, rows_of_matrix(found), most)


def cell(found, row, column):
    names = [party.id for party in found.columns]
    (line,) = (one for one in found.rows if one.party.id == row)
    return line.cells[names.index(column)]


def test_headline_counts_use_without_an_agreement(viewer):
    assert str(headline_of_matrix(facts(viewer))) == (
        "30 services in use by 12 customers; 54 uses of 216 have no agreement in force."
    )
    assert unused_of(facts(viewer)) is None


def test_level_of_a_cell_is_held_against_the_customers_own_promise(viewer):
    found = matrix(viewer)
    web_shop = cell(found, "C04", "S03")
    assert (web_shop.state, str(web_shop.words)) == ("missed", "99.40 of 99.95 %")
    assert cell(found, "C05", "S03") is None


def test_use_without_agreement_is_marked(viewer):
    found = matrix(viewer)
    assert cell(found, "C06", "S17").mark == "unagreed"
    assert cell(found, "C10", "S08").mark == "unagreed"
    assert cell(found, "C04", "S03").mark == ""


def test_agreement_without_use_is_marked(viewer):
    ActualConsumption.objects.filter(customer_id="C04", service_id="S03", month="2026-10").delete()
    assert cell(matrix(viewer), "C04", "S03").mark == "unused"
    assert str(unused_of(facts(viewer))).startswith("1 agreed service is not used")


def test_cost_sums_to_every_bill_and_to_the_whole(viewer):
    found = matrix(viewer, show=Show.COST)
    customers = [row.party.id for row in found.rows]
    bills = bills_visible_to(viewer, Month(2026, 1), Month(2026, 10), customers)
    charged = {id_: from_minor(bill.actual, "SEK") for id_, bill in bills.items()}
    assert {row.party.id: row.total for row in found.rows} == charged
    assert found.total == sum(charged.values()) == sum(found.column_totals)


@pytest.mark.parametrize("show", list(Show))
def test_turned_it_holds_the_same(viewer, show):
    straight = matrix(viewer, show=show)
    turned = matrix(viewer, show=show, is_turned=True)
    assert turned.total == straight.total
    one, other = cell(straight, "C10", "S09"), cell(turned, "S09", "C10")
    assert (one.state, one.amount, one.words) == (other.state, other.amount, other.words)
    assert (one.across, other.across) == ("Simulation compute", "R&D and Design")


def test_columns_beyond_the_most_are_counted_and_in_every_total(viewer):
    found = matrix(viewer, most=5, show=Show.COST)
    assert (len(found.columns), found.hidden) == (5, 25)
    for row in found.rows:
        shown = sum((one.amount for one in row.cells if one), Decimal(0))
        assert row.rest + shown == row.total
    assert sum(found.column_totals) + found.rest_total == found.total


def test_charge_is_held_against_plan(viewer):
    found = matrix(viewer, show=Show.COST)
    assert str(cell(found, "C04", "S03").words) == "11 % above plan"
    assert cell(found, "C04", "S03").state == "more"
    assert str(cell(found, "C05", "S01").words) == "as planned"


def test_units_add_up_for_one_service_but_not_across(viewer):
    found = matrix(viewer, show=Show.USE)
    assert found.total is None
    column = [row.cells[0].amount for row in found.rows if row.cells[0]]
    assert found.column_totals[0] == sum(column)
    assert matrix(viewer, show=Show.USE, is_turned=True).column_totals[0] is None


def test_worth_is_what_the_customer_confirmed(viewer):
    found = matrix(viewer, show=Show.WORTH)
    assert str(cell(found, "C01", "S01").words) == "value confirmed"
    assert str(cell(found, "C01", "S03").words) == "value not confirmed"
    assert str(cell(found, "C11", "S11").words) == "not asked"


def test_a_draft_agrees_nothing(viewer):
    assert AgreementLine.objects.filter(agreement_id="A09").exists()
    assert {
        one.mark for row in matrix(viewer).rows if row.party.id == "C09" for one in row.cells if one
    } == {"unagreed"}


def test_filters_by_team_owner_and_kind(viewer):
    team = rows_of_matrix(facts(viewer, team="PRICK"))
    assert "C04" in [party.id for party in team]
    assert "C01" not in [party.id for party in team]
    own = matrix(viewer, owner="Noor Rahimi").columns
    assert "S03" in [party.id for party in own]
    assert "S01" not in [party.id for party in own]
    assert rows_of_matrix(facts(viewer, kind="supporting")) == []


def test_choice_that_is_not_there_is_refused(viewer):
    with pytest.raises(NothingCalledSo, match="nothing called “Team Nobody”"):
        facts(viewer, team="Team Nobody")
