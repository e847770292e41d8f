"""Today, read as Ebba reads it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("demo")


def test_headline_is_the_answer(read):
    page = read("/")
    assert (
        page.h1.get_text(" ")
        == "4 of 10 customers are satisfied. 3 in between, 2 are not, and 1 we do not know."
    )
    assert "6.7 MSEK" in page.text
    assert "Facilities & Safety, Pro Cycling Team" in page.text


def test_unhappy_customers_come_first_and_say_why(read):
    rows = read("/").find_all("article")
    assert [row.h3.text for row in rows[:2]] == ["Retail & E-commerce", "R&D and Design"]
    assert "missed level on Web shop" in rows[0].text
    assert "Sunday evening again. I sell bikes on Sundays." in rows[0].q.text


def test_each_row_answers_the_three_questions_in_order(read):
    for row in read("/").find_all("article"):
        questions = [heading.text for heading in row.find_all("h4")]
        assert questions == ["Right service?", "What does it cost?", "Prepared to pay?"]


def test_charge_stands_beside_its_plan(read, row_of):
    row = row_of(read("/"), "R&D and Design")
    assert "6.0 MSEK" in row.text
    assert "plan 5.1 MSEK" in row.text
    assert "+17.6 %, more was used" in " ".join(row.text.split())


def test_silence_is_not_known_and_never_happy(read, row_of):
    row = row_of(read("/"), "People & Culture")
    assert "Silent for 193 days" in row.text
    assert "Not known" in row.text
    assert row.find("svg", class_="face-unknown")


def test_customers_without_reasons_are_quiet(read):
    quiet = read("/").find(class_="rest")
    assert [link.text for link in quiet.find_all("a")] == [
        "Race Bikes",
        "Components (Tampere)",
        "Production Motala",
        "Finance & Control",
    ]


def test_what_is_missed_for_everybody_is_told_once(read):
    side = read("/").find(class_="side")
    told = [" ".join(entry.text.split()) for entry in side.find_all("li")]
    assert "9 E-mail & collaboration for 9 customers, and 3 without an agreement" in told
    assert "3 Web shop for 3 customers" in told


def test_passed_notice_dates_are_called_late(read):
    side = read("/").find(class_="side")
    late = [entry.text for entry in side.find_all("li") if "late" in entry.text]
    assert [text for text in late if "Fabrikslogik Oy" in text]
    assert [text for text in late if "Fjordtelefoni AS" in text]


def test_findings_are_counted_by_kind(read):
    page = read("/")
    assert "Promises above what they stand on" in page.text
    assert page.find("a", href="/findings/#R16")
