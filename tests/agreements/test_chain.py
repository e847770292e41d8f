"""Promises against what carries them: worked examples of R16 and the demo's golden results."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import domestique
from domestique.agreements.chain import (
    ContractLevel,
    CustomerPromise,
    ServiceLevel,
    check_customer_promises,
    check_needs,
    check_products,
    check_suppliers,
)
from domestique.agreements.comparison import ComparisonForm

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"


def level(service: str, target: str | None) -> ServiceLevel:
    """A customer-facing service S.. or a supporting one T.., called by its id."""
    known = None if target is None else Decimal(target)
    return ServiceLevel(service, known, service.startswith("S"))


def demo(table: str) -> list[dict[str, str]]:
    with (DEMO / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def percent(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def demo_levels() -> list[ServiceLevel]:
    return [
        ServiceLevel(
            row["id"],
            percent(row["availability_target"]),
            row["kind"] == "customer-facing",
        )
        for row in demo("services")
    ]


def demo_needs() -> list[tuple[str, str]]:
    return [(row["service"], row["needs"]) for row in demo("dependencies") if row["kind"] == "hard"]


def test_prerequisite_with_a_lower_level_is_a_gap() -> None:
    (gap,) = check_needs([level("S1", "99.9"), level("T1", "99.8")], [("S1", "T1")])[0].gaps
    assert (gap.form, gap.service, gap.on) == (ComparisonForm.PREREQUISITE, "S1", ("T1",))
    assert str(gap.what) == ("S1 promises 99.9 %, but T1, without which it stops, promises 99.8 %.")
    assert str(gap.advice) == "Raise T1 to 99.9 %, or promise 99.8 % here."


def test_prerequisite_with_the_same_level_carries() -> None:
    check = check_needs([level("S1", "99.9"), level("T1", "99.90")], [("S1", "T1")])[0]
    assert check.gaps == check.unknown == ()


def test_supporting_services_are_held_to_their_promise_too() -> None:
    check = check_needs([level("T1", "99.9"), level("T2", "99")], [("T1", "T2")])[0]
    assert [(gap.service, gap.on) for gap in check.gaps] == [("T1", ("T2",))]


def test_prerequisite_without_level_is_looked_through_and_listed() -> None:
    levels = [level("S1", "99.9"), level("T1", None), level("T2", "99.5")]
    check = check_needs(levels, [("S1", "T1"), ("T1", "T2")])[0]
    assert [(gap.service, gap.on) for gap in check.gaps] == [("S1", ("T2",))]
    assert [(one.service, one.unknown) for one in check.unknown] == [("S1", ("T1",))]


def test_product_counts_a_shared_prerequisite_once() -> None:
    levels = [level("S1", "99"), level("T1", "99.5"), level("T2", "99.5"), level("T3", "99.5")]
    needs = [("S1", "T1"), ("S1", "T2"), ("T1", "T3"), ("T2", "T3")]
    (gap,) = check_products(levels, needs).gaps
    assert gap.carried == 100 * Fraction("0.995") ** 3
    assert (gap.shown, gap.on) == (Decimal("98.50"), ("T1", "T2", "T3"))
    assert str(gap.what) == (
        "S1 promises 99 %, but all that it needs carries at most 98.50 % together."
    )


def test_series_of_three_levels_follows_the_vector_of_measurement() -> None:
    levels = [level("S1", "99.9"), level("T1", "99.9"), level("T2", "99.8"), level("T3", "99.95")]
    (gap,) = check_products(levels, [("S1", "T1"), ("S1", "T2"), ("S1", "T3")]).gaps
    assert round(Fraction(gap.carried or 0) / 100, 6) == Fraction("0.996503")


def test_promise_equal_to_the_product_is_carried() -> None:
    levels = [level("S1", "98.01"), level("T1", "99"), level("T2", "99")]
    assert check_products(levels, [("S1", "T1"), ("S1", "T2")]).gaps == ()


def test_nothing_is_carried_by_what_promises_nothing() -> None:
    levels = [level("S1", "0.5"), level("T1", "0"), level("T2", "99")]
    (gap,) = check_products(levels, [("S1", "T1"), ("S1", "T2")]).gaps
    assert (gap.service, gap.on) == ("S1", ("T1", "T2"))
    nothing = [level("S1", "0"), level("T1", "0"), level("T2", "99")]
    assert check_products(nothing, [("S1", "T1"), ("S1", "T2")]).gaps == ()


def test_one_that_promises_nothing_elsewhere_changes_no_product() -> None:
    levels = [level("S1", "40"), level("T1", "50"), level("T2", "60"), level("T3", "0")]
    (gap,) = check_products(levels, [("S1", "T1"), ("S1", "T2")]).gaps
    assert (gap.service, gap.carried) == ("S1", 30)


def test_supporting_service_is_not_held_to_the_product() -> None:
    assert check_products([level("T1", "99.9"), level("T2", "99.8")], [("T1", "T2")]).gaps == ()


def test_promise_above_what_is_known_fails_although_some_levels_are_unknown() -> None:
    levels = [level("S1", "99.9"), level("T1", "99.5"), level("T7", None)]
    check = check_products(levels, [("S1", "T1"), ("S1", "T7")])
    assert [(gap.carried, gap.unknown) for gap in check.gaps] == [(Fraction("99.5"), ("T7",))]
    assert check.unknown == ()


def test_promise_below_what_is_known_cannot_be_known() -> None:
    levels = [level("S1", "99"), level("T1", "99.5"), level("T7", None)]
    check = check_products(levels, [("S1", "T1"), ("S1", "T7")])
    assert check.gaps == ()
    assert [str(one.what) for one in check.unknown] == [
        "Whether S1 can keep 99 % cannot be known: T7 has no level."
    ]
    assert check.unknown[0].shown == Decimal("99.50")


def test_need_that_is_no_listed_service_has_no_level() -> None:
    check = check_products([level("S1", "99")], [("S1", "X1"), ("S1", "X2")])
    assert [(one.carried, one.unknown) for one in check.unknown] == [(None, ("X1", "X2"))]
    assert str(check.unknown[0].advice) == "Find out what X1, X2 can keep, and write it down."


def test_ring_of_needs_ends_and_leaves_the_service_itself_out() -> None:
    levels = [level("S1", "99.9"), level("S2", "99.5")]
    check = check_products(levels, [("S1", "S2"), ("S2", "S1")])
    assert [(gap.service, gap.on) for gap in check.gaps] == [("S1", ("S2",))]


def test_contract_below_the_promise_is_a_supplier_gap() -> None:
    contract = ContractLevel("V1", "Kassaspets", ("S1", "S9"), Decimal("99.0"))
    (gap,) = check_suppliers([level("S1", "99.5")], [contract]).gaps
    assert (gap.form, gap.service, gap.on) == (ComparisonForm.SUPPLIER, "S1", ("V1",))
    assert str(gap.what) == (
        "S1 promises 99.5 %, but the contract with Kassaspets promises 99.0 %."
    )


def test_contract_without_a_figure_is_not_known_rather_than_a_gap() -> None:
    check = check_suppliers([level("S1", "99.5")], [ContractLevel("V1", "A", ("S1",), None)])
    assert check.gaps == ()
    assert [one.unknown for one in check.unknown] == [("V1",)]


def test_customer_promised_more_than_the_service_is_built_for_is_a_gap() -> None:
    promise = CustomerPromise("A04", "C04", "S3", Decimal("99.95"))
    (gap,) = check_customer_promises([level("S3", "99.9")], [promise]).gaps
    assert (gap.form, gap.on) == (ComparisonForm.CUSTOMER, ("A04",))
    assert str(gap.what) == "C04 is promised 99.95 % on S3, which is built for 99.9 %."


def test_a_line_without_a_level_or_about_no_service_of_ours_is_compared_with_nothing() -> None:
    nothing = CustomerPromise("A04", "C04", "S3", None)
    elsewhere = CustomerPromise("A04", "C04", "S9", Decimal("99.95"))
    check = check_customer_promises([level("S3", "99.9")], [nothing, elsewhere])
    assert (check.gaps, check.unknown) == ((), ())


def test_a_promise_equal_to_what_it_stands_on_is_no_gap() -> None:
    promise = CustomerPromise("A04", "C04", "S3", Decimal("99.9"))
    assert check_customer_promises([level("S3", "99.9")], [promise]).gaps == ()


def test_customer_promise_on_a_service_without_level_is_not_known() -> None:
    promise = CustomerPromise("A04", "C04", "S3", Decimal("99.95"))
    check = check_customer_promises([level("S3", None)], [promise])
    assert (check.gaps, [one.unknown for one in check.unknown]) == ((), [("S3",)])


def test_demo_weak_form_fails_twice() -> None:
    check = check_needs(demo_levels(), demo_needs())[0]
    found = {(gap.service, gap.promise, gap.on[0], gap.carried) for gap in check.gaps}
    web_shop, lower = Decimal("99.9"), Fraction("99.8")
    assert found == {("S03", web_shop, "T08", lower), ("S03", web_shop, "S05", lower)}
    assert check.unknown == ()


def test_demo_strict_form_fails_nine_times() -> None:
    check = check_products(demo_levels(), demo_needs())
    assert " ".join(f"{gap.service} {gap.promise}>{gap.shown}" for gap in check.gaps) == (
        "S01 99.8>99.48 S02 99.8>99.48 S03 99.9>99.08 S05 99.8>99.48 S08 99.5>99.48"
        " S18 99.5>99.48 S25 99.0>98.58 S26 99.5>99.48 S27 99.9>99.58"
    )


def test_demo_has_seven_supplier_gaps_and_two_contracts_without_figure() -> None:
    contracts = [
        ContractLevel(
            row["id"], row["supplier"], tuple(row["services"].split()), percent(row["availability"])
        )
        for row in demo("supplier_contracts")
    ]
    check = check_suppliers(demo_levels(), contracts)
    assert " ".join(
        f"{gap.service} {gap.promise}>{float(gap.carried or 0)}" for gap in check.gaps
    ) == (
        "S01 99.8>99.7 S02 99.8>99.5 S07 99.5>99.0 T01 99.9>99.5 T02 99.9>99.7"
        " T04 99.8>99.5 T05 99.9>99.5"
    )
    assert {one.unknown for one in check.unknown} == {("V10-1",), ("V01-2",)}


def test_demo_promises_the_web_shop_better_than_it_is_built() -> None:
    customers = {row["id"]: row["customer"] for row in demo("agreements")}
    promises = [
        CustomerPromise(
            row["agreement"],
            customers[row["agreement"]],
            row["service"],
            percent(row["availability_target"]),
        )
        for row in demo("agreement_lines")
    ]
    (gap,) = check_customer_promises(demo_levels(), promises).gaps
    assert str(gap.what) == "C04 is promised 99.95 % on S03, which is built for 99.9 %."


TARGETS = st.sampled_from([None, Decimal(98), Decimal("99.5"), Decimal("99.9")])
EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)


def walk(start: str, needs: list[tuple[str, str]]) -> set[str]:
    """Everything that ``start`` needs, found by plain steps: the second way."""
    found: set[str] = set()
    while more := {b for a, b in needs if (a == start or a in found) and b not in found}:
        found |= more
    return found - {start}


@given(st.lists(TARGETS, min_size=7, max_size=7), EDGES)
@settings(max_examples=80, deadline=None)
def test_product_agrees_with_a_plain_walk(
    targets: list[Decimal | None], edges: list[tuple[int, int]]
) -> None:
    levels = [ServiceLevel(f"S{i}", target) for i, target in enumerate(targets)]
    needs = [(f"S{a}", f"S{b}") for a, b in edges]
    known = {one.service: Fraction(one.target) for one in levels if one.target is not None}
    failing = set()
    for service, promise in known.items():
        carried = Fraction(100)
        for need in walk(service, needs) & known.keys():
            carried *= known[need] / 100
        if promise > carried:
            failing.add((service, carried))
    gaps = check_products(levels, needs).gaps
    assert {(gap.service, gap.carried) for gap in gaps} == failing


@given(st.lists(TARGETS, min_size=7, max_size=7), EDGES)
@settings(max_examples=80, deadline=None)
def test_weak_form_fails_just_where_something_known_below_is_lower(
    targets: list[Decimal | None], edges: list[tuple[int, int]]
) -> None:
    levels = [ServiceLevel(f"S{i}", target) for i, target in enumerate(targets)]
    needs = [(f"S{a}", f"S{b}") for a, b in edges]
    known = {one.service: one.target for one in levels if one.target is not None}
    is_broken = any(
        known[need] < promise
        for service, promise in known.items()
        for need in walk(service, needs) & known.keys()
    )
    assert bool(check_needs(levels, needs)[0].gaps) == is_broken
