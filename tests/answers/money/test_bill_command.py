"""``domestique bill`` on the demo organisation: what was used, and why it differs from the plan."""

from __future__ import annotations

from decimal import Decimal

import pytest

from asking import answer, ask

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]

# customer, planned and actual charge January-October in thousands of SEK
GOLDEN = [
    ("C01", 5813, 5886), ("C02", 8562, 8787), ("C03", 7417, 7433), ("C04", 10032, 10740),
    ("C05", 7227, 7154), ("C06", 4600, 4598), ("C07", 2897, 2888), ("C08", 924, 924),
    ("C09", 1290, 1290), ("C10", 5114, 6015), ("C11", 2150, 2490), ("C12", 1376, 1336),
]  # fmt: skip


def bill(customer: str, *options: str):
    return answer("bill", "--customer", customer, "--from", "2026-01", "--to", "2026-10", *options)


@pytest.mark.parametrize(("customer", "planned", "actual"), GOLDEN)
def test_golden_bill(customer, planned, actual):
    found = bill(customer)
    assert found["currency"] == "SEK"
    assert round(Decimal(found["planned"]) / 1000) == planned
    assert round(Decimal(found["actual"]) / 1000) == actual


@pytest.mark.parametrize("customer", ["C03", "C10", "C11"])
def test_variance_sums_exactly_and_is_all_volume_at_fixed_prices(customer):
    found = bill(customer)
    variance = {name: Decimal(amount) for name, amount in found["variance"].items()}
    assert variance["total"] == Decimal(found["actual"]) - Decimal(found["planned"])
    assert variance["volume"] == variance["total"]
    assert sum(Decimal(line["actual"]) for line in found["lines"]) == Decimal(found["actual"])


def test_in_her_own_currency_the_exchange_rate_shows():
    found = bill("C03", "--currency", "EUR")
    variance = {name: Decimal(amount) for name, amount in found["variance"].items()}
    assert found["currency"] == "EUR"
    assert (
        variance["currency"] < 0
    )  # the euro became dearer, so a price in kronor costs fewer of them
    assert variance["volume"] + variance["price"] + variance["currency"] == variance["total"]


def test_explanation_goes_down_to_the_rows():
    result = ask("bill", "--customer", "C10", "--from", "2026-01", "--to", "2026-10", "--explain")
    assert "actual_consumption C10 S09 2026-10" in " ".join(result.stdout.split())


def test_unknown_customer_is_refused_with_what_to_do():
    result = ask("bill", "--customer", "C99", "--from", "2026-01", "--to", "2026-10")
    assert result.exit_code == 1
    assert "There is no customer C99" in result.stderr


def test_months_the_wrong_way_round_are_refused():
    result = ask("bill", "--customer", "C10", "--from", "2026-10", "--to", "2026-01")
    assert (result.exit_code, "give the earlier month first" in result.stderr) == (1, True)
