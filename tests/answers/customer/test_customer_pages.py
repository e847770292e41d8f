"""The list of customers, and one customer's page."""

from __future__ import annotations

import pytest

from domestique.parties.models import Customer

pytestmark = pytest.mark.usefixtures("demo")


def test_list_names_every_customer_with_mood_and_charge(read, row_of):
    page = read("/customers/")
    assert page.h1.text == "IT serves 12 customers."
    row = row_of(page, "Components (Tampere)")
    assert "Positive" in row.text
    assert "7.4 MSEK" in row.text


def test_page_says_who_she_is_and_who_looks_after_her(read):
    page = read("/customers/C04/")
    assert page.h1.text == "Retail & E-commerce is not satisfied."
    assert "accepted customer since 15 Oct 2025" in page.text
    assert "Nadja Berggren customer manager" in page.text


def test_what_she_needs_stands_in_her_own_words(read):
    needs = read("/customers/C04/").find(class_="needs")
    assert needs.q.text == "Sunday evening again. I sell bikes on Sundays."
    assert "evaluating a SaaS web shop, 4.1 MSEK" in needs.text
    assert "Checkout must survive Sunday peaks" in needs.text
    assert "Online share 35 % of sales by 2027" in needs.text


def test_state_of_a_need_is_said_in_plain_words(read):
    needs = read("/customers/C04/").find("section", class_="needs").text
    assert "Decided (before: captured)" in needs
    assert "->" not in needs


def test_units_are_said_in_their_number(read):
    text = read("/customers/C04/").text
    assert "95 workplaces" in text
    assert "92 thousand orders" in text


def test_level_is_held_against_her_own_promise(read, row_of):
    services = read("/customers/C04/").find(id="services")
    row = row_of(services, "Web shop")
    assert "99.40 of 99.95 %" in row.text
    assert "Downtime the target of 99.95 % allows." in row.text


def test_bill_tells_why_it_moved(read):
    page = read("/customers/C04/")
    bill = page.find(id="bill")
    assert "You used more or less" in bill.text
    assert "It got dearer" not in bill.text
    assert bill.find("a", href="/money/bills/C04/")


def test_agreement_that_ended_is_said(read):
    page = read("/customers/C10/")
    assert "The agreement ended on 30 Jun 2026, and services are still delivered." in page.text


def test_silent_customer_is_not_known(read):
    page = read("/customers/C08/")
    assert page.h1.text == "We do not know how People & Culture feels."
    assert "too old to say anything about now" in page.text


def test_findings_about_her_are_on_her_page(read):
    findings = read("/customers/C11/").find(id="findings")
    assert "has not accepted the customer role" in findings.text


def test_history_tells_what_changed(read):
    customer = Customer.objects.get(pk="C01")
    customer.person = "Astrid L. Lindgård"
    customer._change_reason = "married"
    customer.save()
    history = read("/customers/C01/").find(id="history")
    assert "Astrid Lindgård → Astrid L. Lindgård" in history.text
    assert history.q.text == "married"


def test_unknown_customer_gets_a_sentence(read):
    page = read("/customers/C99/", status=404)
    assert page.h1.text == "There is no customer C99."


def test_list_has_fifty_customers_a_page(read):
    Customer.objects.bulk_create([Customer(id=f"X{n:03}", person="Somebody") for n in range(60)])
    page = read("/customers/?page=2")
    assert page.h1.text == "IT serves 72 customers."
    assert "51 to 72 of 72" in page.text


def test_page_number_that_is_none_is_refused(read):
    assert "“0” is not a whole number" in read("/customers/?page=0", status=400).text
