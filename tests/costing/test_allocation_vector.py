"""The vector of measurement 3.2: four supporting services, three customer-facing, every method."""

from __future__ import annotations

import pytest
from given_costs import given_network

from domestique.costing.allocation import allocate_cost
from domestique.costing.method import Method

NETWORK = given_network(
    costs={"Sto": 240_000_000, "DB": 180_000_000, "Net": 300_000_000, "Com": 120_000_000},
    shares={
        "Sto": {"DB": 40, "Com": 5, "ERP": 25, "CRM": 10, "Web": 20},
        "DB": {"ERP": 60, "CRM": 25, "Web": 15},
        "Net": {"Sto": 10, "DB": 10, "Com": 20, "ERP": 25, "CRM": 15, "Web": 20},
        "Com": {"Net": 5, "ERP": 30, "CRM": 35, "Web": 30},
    },
)


@pytest.mark.parametrize(
    ("method", "order", "erp", "crm", "web"),
    [
        (Method.DIRECT, "", 379985646, 207846890, 252167464),
        (Method.STEP_DOWN, "Net Com Sto DB", 397105263, 220657895, 222236842),
        (Method.STEP_DOWN, "Com Net Sto DB", 406093421, 212516447, 221390132),
        (Method.STEP_DOWN, "Sto DB Net Com", 384718421, 225513158, 229768421),
        (Method.RECIPROCAL, "", 395460470, 221832533, 222706997),
    ],
)
def test_every_method_gives_the_published_cost(
    method: Method, order: str, erp: int, crm: int, web: int
) -> None:
    allocation = allocate_cost(NETWORK, method, order.split())

    cost = {name: service.full_cost for name, service in allocation.services.items()}
    assert cost == {"CRM": crm, "ERP": erp, "Web": web}
    assert sum(cost.values()) == allocation.total == 840_000_000


def test_reciprocated_totals_are_the_published_double_flow() -> None:
    passed_on = allocate_cost(NETWORK).solution.passed_on

    rounded = {name: round(amounts[0]) for name, amounts in passed_on.items()}
    assert rounded == {"Sto": 270977520, "DB": 319368527, "Net": 309775196, "Com": 195503915}
    assert sum(rounded.values()) > 840_000_000


def test_contributions_and_direct_cost_sum_to_full_cost() -> None:
    allocation = allocate_cost(NETWORK)

    erp = allocation.contributions("ERP")
    assert [one.giver for one in erp] == ["Com", "DB", "Net", "Sto"]
    assert sum(one.amount for one in erp) == allocation.services["ERP"].full_cost
    assert erp[1].passed_on == 319368527
    assert erp[1].amount == round(319368527 * 0.6)
