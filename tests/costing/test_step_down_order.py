"""The order of the step-down: its rule, and what is refused."""

from __future__ import annotations

import pytest
from given_costs import given_network

from domestique.costing.allocation import allocate_cost
from domestique.costing.equations.step_down import choose_order
from domestique.costing.errors import (
    StepDownOrderMisses,
    StepDownOrderNamesUnknown,
    StepDownOrderRepeats,
)
from domestique.costing.method import Method

NETWORK = given_network(
    {"A": 100},
    {
        "A": {"B": 10, "ERP": 90},
        "B": {"C": 40, "ERP": 60},
        "C": {"C": 50, "A": 20, "ERP": 30},
        "D": {"ERP": 100},
    },
)


def test_largest_part_to_supporting_services_goes_first_then_id() -> None:
    # C uses half of itself: of what is left it passes 20 of 50 to A, as much as B to C.
    assert choose_order(NETWORK) == ("B", "C", "A", "D")
    assert allocate_cost(NETWORK, Method.STEP_DOWN).order == ("B", "C", "A", "D")


def test_what_a_service_uses_of_itself_is_left_out_of_the_whole() -> None:
    network = given_network(
        {"A": 100}, {"A": {"A": 50, "B": 20, "ERP": 30}, "B": {"A": 40, "ERP": 60}}
    )
    assert choose_order(network) == ("A", "B")  # 20 of 50 is as much as 40 of 100


def test_order_given_is_the_order_used() -> None:
    assert allocate_cost(NETWORK, Method.STEP_DOWN, list("DCBA")).order == ("D", "C", "B", "A")


@pytest.mark.parametrize(
    ("order", "refusal", "sentence"),
    [
        ("A B C D X", StepDownOrderNamesUnknown, "names X, which is not a supporting service"),
        ("A B C ERP", StepDownOrderNamesUnknown, "names ERP, which is not a supporting service"),
        ("A B C B D", StepDownOrderRepeats, "names B twice"),
        ("A C", StepDownOrderMisses, "leaves out B, D; it must name every"),
    ],
)
def test_wrong_order_is_refused(order: str, refusal: type[Exception], sentence: str) -> None:
    with pytest.raises(refusal, match=sentence):
        allocate_cost(NETWORK, Method.STEP_DOWN, order.split())
