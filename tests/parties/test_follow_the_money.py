"""Who is a customer, who an orderer: worked examples of R01 and R02, and the demo organisation."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import domestique
from domestique.parties.follow_the_money import (
    BudgetUnit,
    Mismatch,
    Proposal,
    RecordedRole,
    Role,
    mirror_check,
    propose_roles,
)

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"

GROUP = BudgetUnit(
    "U00", "Group", None, "Birger", "Chief executive", "SEK", 100, Decimal(980), Decimal(0)
)
RACE = BudgetUnit(
    "U01", "Race Bikes", "U00", "Astrid", "Division head", "SEK", 95, Decimal(64), Decimal(7)
)
SHOP = BudgetUnit(
    "U101", "Frame shop", "U01", "Kjell", "Manager", "SEK", None, Decimal(12), Decimal(0)
)


def roles(*units: BudgetUnit) -> list[tuple[str, str, str | None]]:
    return [(p.unit, p.role.value, p.customer) for p in propose_roles(units)]


def demo(table: str) -> list[dict[str, str]]:
    with (DEMO / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def demo_units() -> list[BudgetUnit]:
    return [
        BudgetUnit(
            row["id"],
            row["name"],
            row["parent"] or None,
            row["head"],
            row["position"],
            row["currency"],
            None,
            Decimal(row["budget"]) if row["budget"] else None,
            Decimal(row["it_budget"]) if row["it_budget"] else None,
        )
        for row in demo("units")
    ]


def test_budget_with_it_makes_a_customer_and_the_manager_below_an_orderer() -> None:
    assert roles(GROUP, RACE, SHOP) == [
        ("U00", "none", None),
        ("U01", "customer", None),
        ("U101", "orderer", "U01"),
    ]


def test_reason_of_a_customer_gives_both_figures() -> None:
    (race,) = propose_roles([RACE])
    assert str(race.reason) == "Owns a budget of 64 SEK of which 7 SEK is IT."
    assert dict(race.reason.values)["it_budget"] == Decimal(7)


def test_reason_of_an_orderer_names_who_decides() -> None:
    _, with_budget = propose_roles([RACE, SHOP])
    _, without = propose_roles([RACE, replace(SHOP, budget=None, it_budget=None)])
    decides = "Astrid, head of Race Bikes, decides on and finances IT for this unit."
    assert str(with_budget.reason) == f"Owns a budget of 12 SEK without IT; {decides}"
    assert str(without.reason) == f"Owns no budget; {decides}"


def test_chief_executive_without_it_in_the_budget_is_neither() -> None:
    (group, _) = propose_roles([GROUP, RACE])
    assert group.role is Role.NONE
    assert str(group.reason).endswith("nobody above owns a budget with IT in it.")


def test_no_budget_and_nobody_above_is_neither() -> None:
    (alone,) = propose_roles([replace(SHOP, parent=None, budget=None, it_budget=None)])
    assert alone.role is Role.NONE
    assert str(alone.reason) == "Owns no budget, and nobody above owns a budget with IT in it."


def test_budget_whose_it_part_is_not_known_proposes_nothing_even_below_a_customer() -> None:
    proposal = propose_roles([RACE, replace(SHOP, it_budget=None)])[1]
    assert (proposal.role, proposal.customer) == (Role.NONE, None)
    assert str(proposal.reason) == (
        "Owns a budget of 12 SEK, but it is not known whether IT is part of it."
    )


def test_it_budget_without_the_whole_budget_still_makes_a_customer() -> None:
    (race,) = propose_roles([replace(RACE, budget=None)])
    assert race.role is Role.CUSTOMER
    assert str(race.reason) == "Owns an IT budget of 7 SEK; the whole budget is not given."


def test_unit_without_head_has_no_role_and_is_skipped_on_the_way_up() -> None:
    team = BudgetUnit("U102", "Paint", "U101", "Roger")
    assert roles(RACE, replace(SHOP, head=None), team)[1:] == [
        ("U101", "none", None),
        ("U102", "orderer", "U01"),
    ]


def test_orderer_belongs_to_the_nearest_customer_above() -> None:
    cell = BudgetUnit("U1011", "Cell", "U101", "Ida")
    assert roles(RACE, replace(SHOP, it_budget=Decimal(1)), cell)[2] == ("U1011", "orderer", "U101")


def test_head_of_two_units_is_not_her_own_orderer() -> None:
    proposal = propose_roles([RACE, replace(SHOP, head="Astrid")])[1]
    assert proposal.role is Role.NONE
    assert str(proposal.reason) == "Is already the customer for Race Bikes above this unit."


def test_ring_of_parents_ends() -> None:
    one, other = BudgetUnit("A", "A", "B", "Ann"), BudgetUnit("B", "B", "A", "Bo")
    assert roles(one, other) == [("A", "none", None), ("B", "none", None)]


def test_demo_organisation_has_twelve_customers_and_thirty_orderers() -> None:
    proposals = propose_roles(demo_units())
    assert Counter(p.role.value for p in proposals) == {"customer": 12, "orderer": 30, "none": 1}
    assert [(p.unit, p.person) for p in proposals if p.role is Role.CUSTOMER] == [
        (row["unit"], row["person"]) for row in demo("customers")
    ]
    assert str(proposals[1].reason) == ("Owns a budget of 64600000 SEK of which 7110000 SEK is IT.")


def test_demo_orderers_stand_under_their_parent_unit() -> None:
    units = demo_units()
    parents = {unit.id: unit.parent for unit in units}
    orderers = [p for p in propose_roles(units) if p.role is Role.ORDERER]
    assert [(p.unit, p.person) for p in orderers] == [
        (row["unit"], row["person"]) for row in demo("orderers")
    ]
    assert all(p.customer == parents[p.unit] for p in orderers)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([None, 0, 5])), max_size=10))
@settings(max_examples=60, deadline=None)
def test_every_orderer_has_one_customer_above_and_nobody_else_has_one(
    rows: list[tuple[int, int | None]],
) -> None:
    units = [
        BudgetUnit(
            str(i), f"Unit {i}", str(parent), f"Head {i}", budget=Decimal(9), it_budget=money(it)
        )
        for i, (parent, it) in enumerate(rows)
    ]
    proposals = {p.unit: p for p in propose_roles(units)}
    assert list(proposals) == [unit.id for unit in units]
    for proposal in proposals.values():
        assert (proposal.role is Role.ORDERER) == (proposal.customer is not None)
        if proposal.customer is not None:
            assert proposals[proposal.customer].role is Role.CUSTOMER


def money(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


CUSTOMER = RecordedRole("C01", "U01", "Astrid")
ORDERER = RecordedRole("O02", "U101", "Kjell", "C01")


def differences(
    customers: list[RecordedRole], orderers: list[RecordedRole], units: tuple[BudgetUnit, ...] = ()
) -> list[tuple[Mismatch, str, str]]:
    proposals: list[Proposal] = propose_roles(units or (GROUP, RACE, SHOP))
    return [
        (d.kind, str(d.what), str(d.repair)) for d in mirror_check(proposals, customers, orderers)
    ]


def test_roles_that_mirror_the_organisation_differ_nowhere() -> None:
    assert differences([CUSTOMER], [ORDERER]) == []


def test_demo_roles_mirror_the_demo_organisation() -> None:
    customers = [RecordedRole(r["id"], r["unit"], r["person"]) for r in demo("customers")]
    orderers = [
        RecordedRole(r["id"], r["unit"], r["person"], r["customer"]) for r in demo("orderers")
    ]
    assert mirror_check(propose_roles(demo_units()), customers, orderers) == []


def test_units_without_customer_or_orderer_are_listed_with_whom_to_suggest() -> None:
    assert differences([], []) == [
        (
            Mismatch.ROLE_MISSING,
            "U01 has no customer.",
            "Suggest Astrid as the customer for U01.",
        ),
        (
            Mismatch.ROLE_MISSING,
            "U101 has no orderer.",
            "Suggest Kjell as the orderer for U101.",
        ),
    ]


def test_customer_whose_unit_has_another_head_steps_down() -> None:
    assert differences([replace(CUSTOMER, person="Agnes")], [ORDERER]) == [
        (
            Mismatch.OTHER_HEAD,
            "Agnes is the customer for U01, but Astrid heads the unit.",
            "Let Agnes step down as the customer and suggest Astrid.",
        )
    ]


def test_role_for_a_unit_without_head_or_without_trace_is_listed() -> None:
    gone = replace(ORDERER, id="O09", unit="U999", person="Sari")
    (difference,) = differences([CUSTOMER], [ORDERER, gone])
    assert difference == (
        Mismatch.HEAD_GONE,
        "Sari is the orderer for U999, but no such unit has a head now.",
        "Let Sari step down as the orderer until somebody heads U999.",
    )


def test_orderer_recorded_under_another_customer_is_to_be_moved() -> None:
    other = RecordedRole("C02", "U02", "Johan")
    units = (GROUP, RACE, SHOP, replace(RACE, id="U02", name="City", head="Johan"))
    assert differences([CUSTOMER, other], [replace(ORDERER, customer="C02")], units) == [
        (
            Mismatch.OTHER_CUSTOMER,
            "The orderer for U101 is under C02, but the customer above is in U01.",
            "Move the orderer for U101 to the customer for U01.",
        )
    ]


def test_customer_without_it_in_the_budget_is_at_most_a_candidate() -> None:
    (difference,) = differences([CUSTOMER, RecordedRole("C00", "U00", "Birger")], [ORDERER])
    assert difference[0] is Mismatch.OTHER_ROLE
    assert difference[1].startswith(
        "Birger is the customer for U00, but the money does not show that role: Owns a budget of 980 SEK without IT"
    )
    assert difference[2] == "Treat Birger as a candidate until the role is settled."


def test_one_person_in_two_roles_is_listed_once() -> None:
    units = (GROUP, RACE, replace(SHOP, head="Astrid"))
    found = differences([CUSTOMER], [replace(ORDERER, person="Astrid")], units)
    assert (
        Mismatch.TWO_ROLES,
        "Astrid holds the role for C01 and also for O02.",
        "Keep C01 and name another person for O02.",
    ) in found


def test_without_an_organisation_tree_nothing_is_compared() -> None:
    assert mirror_check([], [CUSTOMER], [ORDERER]) == []


def test_only_a_head_of_a_unit_with_it_in_its_budget_is_a_customer_above() -> None:
    headless = replace(RACE, head=None, overruled="customer")
    assert roles(headless, SHOP)[1] == ("U101", "none", None)
    overruled = replace(RACE, overruled="none", note="by hand")
    assert roles(overruled, SHOP)[1] == ("U101", "none", None)
    against = replace(RACE, it_budget=Decimal(0), overruled="customer", note="by hand")
    assert roles(against, SHOP)[1] == ("U101", "orderer", "U01")


def test_what_somebody_said_is_told_from_what_the_money_shows() -> None:
    shown, said = propose_roles([RACE, replace(SHOP, overruled="none", note="by hand")])
    assert (shown.is_overruled, said.is_overruled) == (False, True)
    assert str(said.reason) == "Overruled: by hand"
    (nobody,) = propose_roles([replace(SHOP, parent=None, overruled="orderer", note="by hand")])
    assert (nobody.role, nobody.is_overruled) == (Role.NONE, True)
    below = propose_roles([RACE, replace(SHOP, overruled="orderer", note="by hand")])[1]
    assert (below.role, below.customer) == (Role.ORDERER, "U01")
