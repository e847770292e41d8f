"""How much the choice of method matters, and the sentence about it."""

from __future__ import annotations

from fractions import Fraction

from given_costs import given_network

from domestique.costing.allocation import allocate_cost
from domestique.costing.method import Method
from domestique.costing.method_choice import MethodDifference, compare_methods, is_more_than

NETWORK = given_network(
    {"Net": 100_000, "DB": 100_000},
    {"Net": {"DB": 50, "ERP": 50}, "DB": {"Net": 10, "ERP": 40, "Web": 50}},
)


def test_difference_is_relative_to_the_reciprocal_cost() -> None:
    choice = compare_methods(allocate_cost(NETWORK, Method.DIRECT), allocate_cost(NETWORK))

    web = choice.differences[0]
    assert (web.service, web.full_cost, web.reciprocal) == ("Web", 55556, 78947)
    assert web.difference == Fraction(55556 - 78947, 78947)


def test_services_to_which_the_method_matters_are_named() -> None:
    choice = compare_methods(allocate_cost(NETWORK, Method.DIRECT), allocate_cost(NETWORK))

    assert choice.matters_to
    assert str(choice.sentence) == (
        "The choice of method matters: by the direct method 2 services differ by more than 5 % "
        "from the reciprocal method: Web, ERP."
    )


def test_one_service_is_said_in_the_singular() -> None:
    direct, reciprocal = allocate_cost(NETWORK, Method.DIRECT), allocate_cost(NETWORK)

    choice = compare_methods(direct, reciprocal, limit=Fraction(1, 4))
    assert choice.matters_to == ("Web",)
    assert "one service differs by more than 25 %" in str(choice.sentence)


def test_simpler_method_is_good_enough_below_the_limit() -> None:
    step_down = allocate_cost(NETWORK, Method.STEP_DOWN)

    choice = compare_methods(step_down, allocate_cost(NETWORK), limit=Fraction(1, 10))
    assert not choice.matters_to
    assert str(choice.sentence) == (
        "The step-down method is good enough here: no service differs by more than 10 % from the "
        "reciprocal method."
    )


def test_service_without_reciprocal_cost_matters_when_the_other_method_gives_it_any() -> None:
    assert MethodDifference("Web", 100, 0).difference is None
    assert is_more_than(Fraction(1), MethodDifference("Web", 100, 0))
    assert not is_more_than(Fraction(0), MethodDifference("Web", 0, 0))
