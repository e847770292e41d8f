"""Customers and services in one matrix, on a page and in a file."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def table_of(client, query):
    response = client.get(f"/matrix/?{query}&as=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def test_headline_says_what_is_used_without_an_agreement(read):
    assert "54 uses of 216 have no agreement in force" in read("/matrix/").h1.text


def test_cell_is_a_state_in_words_and_leads_to_its_month(read):
    page = read("/matrix/")
    cell = page.find("a", href="../promises/C04/S03/2026-10/")
    assert words(cell) == "99.40 of 99.95 %"
    assert "missed" in cell.parent["class"]


def test_use_without_an_agreement_is_said(read):
    cell = read("/matrix/").find("a", href="../promises/C06/S17/2026-10/")
    assert "used without an agreement in force" in words(cell)
    assert "loose" in cell.parent["class"]


def test_cost_has_totals_that_add_up(client):
    table = table_of(client, "show=cost")
    rows, last = table[1:-1], table[-1]
    amounts = [[Decimal(cell or 0) for cell in row[2:]] for row in rows]
    assert all(sum(row[:-1]) == row[-1] for row in amounts)
    assert Decimal(last[-1]) == sum(row[-1] for row in amounts)
    assert [sum(column) for column in zip(*amounts, strict=True)] == [
        Decimal(cell) for cell in last[2:]
    ]


def test_turned_in_one_click_and_the_rest_is_kept(read):
    page = read("/matrix/?show=cost&team=PRICK")
    turn = page.find("a", string=lambda text: text and "Services in rows" in text)["href"]
    assert turn == "?show=cost&team=PRICK&turn=1"
    turned = read("/matrix/" + turn)
    assert "Web shop" in turned.table.tbody.th.parent.parent.text
    assert turned.find("option", value="PRICK").has_attr("selected")


def test_file_holds_what_the_filter_shows(client):
    table = table_of(client, "show=level&team=PRICK&owner=Noor+Rahimi&month=2026-10")
    assert [row[0] for row in table[1:]] == ["C02", "C04"]
    shop = [heading for heading in table[0] if "Web shop" in heading]
    assert table[2][table[0].index(shop[0])] == "99.40 of 99.95 %"


@pytest.mark.parametrize(
    "query", ["show=everything", "team=NONE", "owner=Nobody", "month=x", "page=y"]
)
def test_bad_question_gets_a_sentence_and_the_matrix_stays(read, query):
    page = read(f"/matrix/?{query}", status=400)
    assert page.find(role="alert").text
    assert page.table


def test_what_was_chosen_wrongly_is_kept(read):
    page = read("/matrix/?team=NONE", status=400)
    assert page.find("select", id="team").find("option", selected=True).text == "NONE"
