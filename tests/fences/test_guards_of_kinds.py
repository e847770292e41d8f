"""The guards of kinds as pure rules: who may enter which change, and whom it is left to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domestique.agreements.acceptance import LineOf, Proposed
from domestique.agreements.guards import AgreementGates, agreement, agreement_line
from domestique.parties import guards as parties
from domestique.parties.guards import HeadsOfUnits, MandateFacts, UnitFacts
from domestique.parties.mandates import Grant
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations import guards as relations
from domestique.relations.guards import AroundNeeds
from domestique.relations.needs.errors import NotForYou

HERS = frozenset({"C01"})


def with_abilities(person: str, *abilities: Ability) -> Viewer:
    return Viewer(person, HERS, frozenset(abilities))


EBBA = with_abilities("Ebba", Ability.WORK_WITH_CUSTOMERS, Ability.CHANGE_RECORDS)
CLERK = with_abilities("Clerk", Ability.CHANGE_RECORDS)
TEAM = with_abilities("Tuomas", Ability.WORK_WITH_CUSTOMERS)
SAMIRA = with_abilities("Samira", Ability.RAISE_NEED, Ability.SAY)
MIRA = with_abilities("Mira", Ability.RAISE_NEED)
AHMED = with_abilities("Ahmed", Ability.NOTE)
ELSA = with_abilities("Elsa", Ability.TRIAGE)
CHIEF = with_abilities("Gunilla", Ability.GIVE_ROLES, Ability.CHANGE_RECORDS)


def changed(row: dict[str, object], **values: object) -> dict[str, object]:
    return {**row, **values}


UNIT = {
    "id": "U04", "name": "Retail", "parent_id": "U00", "head": "Samira", "role": "", "role_note": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "customer", "is_refused"),
    [
        (UNIT, changed(UNIT, role="customer"), "C04", True),
        (UNIT, changed(UNIT, role_note="by hand"), "C04", True),
        (UNIT, changed(UNIT, role="customer"), "C01", False),
        (UNIT, changed(UNIT, role="customer"), "", False),
        (UNIT, changed(UNIT, name="Shops"), "C04", False),
        (None, changed(UNIT, role="customer"), "C04", True),
        (None, UNIT, "C04", False),
    ],
)
def test_overruling_the_money_is_business_of_the_units_customer(
    before, after, customer, is_refused
):
    refusal = parties.role_of_unit(EBBA, before, after, UnitFacts({"U04": customer}))
    assert (refusal is not None) is is_refused
    assert refusal is None or "C04" in str(refusal)


ROLE = {
    "id": "C01", "unit_id": "U01", "person": "Samira", "status": "identified", "accepted_on": None,
    "accepted_by": "", "note": "",
}  # fmt: skip
ACCEPTED = changed(ROLE, status="accepted", accepted_on="2026-11-01", accepted_by="Samira")


@pytest.mark.parametrize(
    ("viewer", "before", "after", "is_refused"),
    [
        (EBBA, ROLE, changed(ROLE, note="Asked"), False),
        (TEAM, ROLE, changed(ROLE, note="Asked"), False),
        (CLERK, ROLE, changed(ROLE, note="Asked"), False),
        (SAMIRA, ROLE, changed(ROLE, note="Asked"), True),
        (MIRA, None, ROLE, True),
        (SAMIRA, ROLE, ACCEPTED, False),
        (SAMIRA, ROLE, changed(ACCEPTED, note="x"), True),
        (MIRA, ROLE, ACCEPTED, True),
        (SAMIRA, ROLE, changed(ROLE, status="accepted", accepted_on="2026-11-01"), False),
        (EBBA, ROLE, ACCEPTED, True),
        (CHIEF, ROLE, ACCEPTED, True),
        (EBBA, ACCEPTED, changed(ACCEPTED, person="Ebba"), True),
        (CHIEF, ACCEPTED, changed(ACCEPTED, person="Mira"), True),
        (CHIEF, ACCEPTED, changed(ROLE, person="Mira", status="suggested"), True),
        (EBBA, ROLE, changed(ROLE, person="Mira"), True),
        (EBBA, ROLE, changed(ROLE, person="Mira", status="suggested"), False),
        (EBBA, ROLE, changed(ROLE, person="Ebba", status="suggested"), True),
        (EBBA, ACCEPTED, changed(ROLE, status="identified"), False),
        (CLERK, ACCEPTED, changed(ROLE, status="identified"), True),
        (EBBA, ROLE, changed(ROLE, accepted_by="Samira"), True),
        (SAMIRA, ROLE, changed(ACCEPTED, accepted_by="Mira"), True),
        (SAMIRA, changed(ROLE, status="stepped down"), ACCEPTED, True),
        (EBBA, ROLE, changed(ROLE, unit_id="U04"), True),
        (CHIEF, ROLE, changed(ROLE, unit_id="U04"), False),
        (CHIEF, ROLE, changed(ACCEPTED, unit_id="U04"), True),
        (CHIEF, ACCEPTED, changed(ROLE, unit_id="U04"), True),
        (EBBA, ACCEPTED, changed(ACCEPTED, note="Asked"), False),
        (EBBA, ACCEPTED, changed(ACCEPTED, status="stepped down"), False),
        (EBBA, None, ACCEPTED, True),
    ],
)
def test_a_customer_role_is_accepted_by_its_person_and_given_by_who_gives_roles(
    viewer, before, after, is_refused
):
    refusal = parties.customer_role(viewer, before, after, HeadsOfUnits())
    assert (refusal is not None) is is_refused


@pytest.mark.parametrize(
    ("viewer", "before", "after", "proposed"),
    [
        (TEAM, None, changed(ROLE, status="suggested"), True),
        (TEAM, None, ROLE, False),
        (TEAM, ROLE, ROLE, False),
        (TEAM, None, changed(ROLE, status="accepted"), False),
        (TEAM, None, changed(ROLE, person="Mira"), False),
        (TEAM, None, changed(ROLE, person="", unit_id="U09"), False),
        (CLERK, None, ROLE, False),
    ],
)
def test_only_the_head_of_the_unit_is_proposed(viewer, before, after, proposed):
    heads = HeadsOfUnits({"U01": "Samira", "U09": ""})
    assert parties.is_proposed(viewer, before, after, heads) is proposed


OWN = {
    "id": "M1", "customer_id": "C01", "person": "Samira", "amount": 500, "services": ["S03", "S04"],
    "starts": date(2026, 1, 1), "ends": date(2026, 12, 31), "delegated_by": "", "note": "",
}  # fmt: skip
LENT = changed(OWN, id="M2", person="Mira", delegated_by="Samira")
HELD = MandateFacts(
    {"C01": (Grant("Samira", 500, ("S03", "S04"), OWN["starts"], OWN["ends"]),)},
    {"C01": {"Mira", "Samira"}},
)


@pytest.mark.parametrize(
    ("viewer", "before", "after", "field"),
    [
        (CHIEF, None, OWN, None),
        (EBBA, None, OWN, "id"),
        (SAMIRA, OWN, changed(OWN, amount=9), "id"),
        (SAMIRA, OWN, LENT, "id"),
        (SAMIRA, None, LENT, None),
        (CHIEF, None, LENT, "delegated_by"),
        (EBBA, None, changed(LENT, delegated_by="Ebba"), "delegated_by"),
        (SAMIRA, None, changed(LENT, amount=501), "amount"),
        (SAMIRA, None, changed(LENT, amount=None), "amount"),
        (SAMIRA, None, changed(LENT, services=["S03"]), None),
        (SAMIRA, None, changed(LENT, services=[]), "services"),
        (SAMIRA, None, changed(LENT, services=["S05"]), "services"),
        (SAMIRA, None, changed(LENT, starts=None), "starts"),
        (SAMIRA, None, changed(LENT, ends=date(2027, 1, 1)), "ends"),
        (SAMIRA, None, changed(LENT, person="Ebba"), "person"),
        (SAMIRA, None, changed(LENT, person="Samira"), "person"),
        (SAMIRA, changed(LENT, person="Ebba"), changed(LENT, person="Ebba", ends=date(2026, 6, 1)), None),
        (SAMIRA, LENT, changed(LENT, ends=date(2027, 1, 1)), "ends"),
    ],
)  # fmt: skip
def test_a_mandate_is_given_by_who_gives_roles_and_lent_by_who_holds_it(
    viewer, before, after, field
):
    refusal = parties.mandate(viewer, before, after, HELD)
    assert (refusal and refusal.field) == field


def test_an_orderer_sits_in_a_unit_of_her_customer():
    row = {"id": "O1", "customer_id": "C01", "unit_id": "U04"}
    assert parties.orderer(EBBA, None, row, {}) is None
    assert parties.orderer(EBBA, None, row, {"O1": {"C01"}}) is None
    assert "U04 is a unit of C04, not of C01" in str(
        parties.orderer(EBBA, None, row, {"O1": {"C04"}})
    )
    assert "of no customer" in str(parties.orderer(EBBA, None, row, {"O1": set()}))


@pytest.mark.parametrize(
    ("viewer", "before", "above", "is_refused"),
    [
        (EBBA, None, (set(), {"C01"}), False),
        (EBBA, None, (set(), {"C04"}), True),
        (EBBA, None, (set(), set()), False),
        (CHIEF, None, (set(), {"C04"}), False),
        (EBBA, changed(UNIT, parent_id="U01"), ({"C01"}, {"C01"}), False),
        (EBBA, changed(UNIT, parent_id="U01"), ({"C01"}, {"C10"}), True),
        (EBBA, changed(UNIT, head="Nils"), ({"C04"}, {"C04"}), True),
        (EBBA, changed(UNIT, name="Shop"), ({"C04"}, {"C04"}), False),
    ],
)
def test_a_unit_is_put_under_another_customer_by_who_gives_roles(viewer, before, above, is_refused):
    refusal = parties.role_of_unit(viewer, before, UNIT, UnitFacts({}, {"U04": above}))
    assert (refusal is not None) is is_refused


@pytest.mark.parametrize(
    ("viewer", "before", "after", "is_refused"),
    [
        (EBBA, None, {"id": "Samira", "email": "x@x.example"}, True),
        (EBBA, None, {"id": "Samira", "email": ""}, False),
        (EBBA, None, {"id": "Bo", "email": "x@x.example"}, False),
        (EBBA, {"id": "Bo", "email": ""}, {"id": "Bo", "email": "x@x.example"}, False),
        (CHIEF, None, {"id": "Samira", "email": "x@x.example"}, False),
    ],
)
def test_where_somebody_with_a_role_is_reached_is_for_who_gives_roles(
    viewer, before, after, is_refused
):
    assert (parties.person(viewer, before, after, {"Samira"}) is not None) is is_refused


def test_a_refused_role_points_at_the_first_column_there_is():
    for row, first in (
        ({"id": "x", "team_id": "GUL", "person": "Ebba"}, "team_id"),
        ({"id": "x", "person": "Ebba"}, "person"),
        ({"id": "x"}, "id"),
    ):
        assert parties.others_give_roles(EBBA, None, row, None).field == first


PACT = {
    "id": "A01", "customer_id": "C01", "status": "proposed", "accepted_on": None, "accepted_by": "",
    "starts": date(2026, 1, 1), "ends": date(2026, 12, 31), "proposed_by": "Ebba", "proposed_on": None,
    "review_on": None, "ending_asked_by": "", "ending_asked_on": None,
}  # fmt: skip
TAKEN = {"status": "in force", "accepted_on": "2026-11-01", "accepted_by": "Samira"}
AGREED = changed(PACT, **TAKEN)
DRAFT = changed(PACT, status="draft", proposed_by="")
NEW_DRAFT = changed(DRAFT, starts=None, ends=None)
ENDS = {"status": "ended", "ends": date(2026, 11, 20)}
ASKED = changed(AGREED, ending_asked_by="Samira")
LINE = LineOf("ERP", "S01", "", Decimal(1), Decimal(99))
NAMED = {"ending_asked_by": "Tuomas"}


def gate_of(row: dict[str, object] | None) -> AgreementGates:
    """Return what the gate sees on 20 November of an agreement between Ebba and Samira."""
    day = date(2026, 11, 20)
    if row is None:
        return AgreementGates(day=day)
    days = row["starts"], row["ends"]
    gate = Proposed(
        row["status"], "Retail", "Samira", "accepted", "Ebba", *days, (LINE,), (), row["ending_asked_by"]
    )  # fmt: skip
    return AgreementGates({"A01": gate}, day)


@pytest.mark.parametrize(
    ("viewer", "before", "after", "may"),
    [
        (TEAM, None, NEW_DRAFT, True),
        (MIRA, None, NEW_DRAFT, False),
        (TEAM, None, PACT, False),
        (TEAM, None, changed(NEW_DRAFT, accepted_by="Samira"), False),
        (TEAM, DRAFT, changed(DRAFT, ends=date(2027, 1, 1)), True),
        (TEAM, DRAFT, changed(DRAFT, proposed_by="Tuomas"), False),
        (EBBA, DRAFT, PACT, True),
        (EBBA, DRAFT, changed(PACT, proposed_by="Tuomas"), False),
        (TEAM, DRAFT, changed(PACT, proposed_by="Tuomas"), False),
        (EBBA, PACT, DRAFT, True),
        (TEAM, PACT, DRAFT, False),
        (EBBA, AGREED, changed(AGREED, status="draft"), False),
        (EBBA, PACT, changed(PACT, ends=date(2027, 1, 1)), False),
        (CLERK, PACT, changed(PACT, review_on="2027-01-01"), True),
        (MIRA, PACT, changed(PACT, review_on="2027-01-01"), False),
        (SAMIRA, PACT, AGREED, True),
        (SAMIRA, PACT, changed(AGREED, ends=date(2027, 1, 1)), False),
        (SAMIRA, PACT, changed(AGREED, accepted_by="Ebba"), False),
        (SAMIRA, DRAFT, AGREED, False),
        (MIRA, PACT, AGREED, False),
        (TEAM, PACT, AGREED, False),
        (TEAM, AGREED, changed(AGREED, accepted_on="2026-11-02"), False),
        (TEAM, changed(AGREED, status="accepted"), AGREED, True),
        (CLERK, changed(AGREED, status="accepted"), AGREED, False),
        (TEAM, changed(AGREED, status="accepted"), changed(AGREED, accepted_on="2026-11-02"), False),
        (TEAM, AGREED, changed(AGREED, **ENDS), False),
        (SAMIRA, AGREED, changed(AGREED, **ENDS), False),
        (TEAM, ASKED, changed(ASKED, **ENDS), True),
        (SAMIRA, ASKED, changed(ASKED, **ENDS), False),
        (CLERK, ASKED, changed(ASKED, **ENDS), False),
        (SAMIRA, changed(AGREED, **NAMED), changed(AGREED, **NAMED, **ENDS), True),
        (TEAM, changed(AGREED, ends=date(2026, 11, 20)), changed(AGREED, **ENDS), True),
        (TEAM, AGREED, changed(AGREED, **NAMED), True),
        (SAMIRA, AGREED, ASKED, True),
        (TEAM, AGREED, ASKED, False),
        (MIRA, AGREED, changed(AGREED, ending_asked_by="Mira"), False),
        # Nothing else of the text moves in the same save.
        (TEAM, AGREED, changed(AGREED, **NAMED, ends=date(2027, 1, 1)), False),
        (TEAM, AGREED, changed(AGREED, **NAMED, accepted_by="Tuomas"), False),
        (SAMIRA, AGREED, changed(ASKED, starts=None), False),
        (SAMIRA, AGREED, changed(ASKED, review_on="2027-01-01"), False),
        (SAMIRA, PACT, changed(AGREED, review_on="2027-01-01"), False),
        # It ends on the day it is ended, or had ended before: neither in the past nor later.
        (TEAM, ASKED, changed(ASKED, status="ended", ends=date(2026, 2, 1)), False),
        (TEAM, ASKED, changed(ASKED, status="ended"), False),
        (TEAM, changed(AGREED, ends=date(2026, 11, 1)), changed(AGREED, status="ended", ends=date(2026, 11, 1)), True),
    ],
)  # fmt: skip
def test_an_agreement_takes_its_steps_by_name_and_its_text_stands(viewer, before, after, may):
    refusal = agreement(viewer, before, after, gate_of(before))
    assert (refusal is None) is may
    assert refusal is None or any(name in str(refusal) for name in ("Ebba", "Samira", "customer"))


def test_that_an_agreement_is_accepted_is_never_typed():
    facts = replace(gate_of(PACT), is_typed=True)
    assert "is not typed: Samira accepts it on its page" in str(
        agreement(SAMIRA, PACT, AGREED, facts)
    )


PROMISED = {"agreement_id": "A01", "service_id": "S01", "unit_price": 1, "value_confirmed": None, "confirmed_by": ""}  # fmt: skip
WORTH_IT = changed(PROMISED, value_confirmed=True, confirmed_by="Samira")


@pytest.mark.parametrize(
    ("pact", "before", "after", "says"),
    [
        (DRAFT, None, PROMISED, None),
        (DRAFT, PROMISED, changed(PROMISED, unit_price=2), None),
        (PACT, PROMISED, changed(PROMISED, unit_price=2), "FrozenWhileProposed"),
        (AGREED, None, PROMISED, "FrozenText"),
        (AGREED, PROMISED, changed(PROMISED, unit_price=2), "FrozenText"),
        (AGREED, PROMISED, changed(WORTH_IT, confirmed_by="Tuomas"), None),
        (AGREED, PROMISED, WORTH_IT, "ConfirmedByWhom"),
        (AGREED, WORTH_IT, changed(PROMISED, value_confirmed=False, confirmed_by="Tuomas"), "WordsStand"),
    ],
)  # fmt: skip
def test_lines_stand_from_the_proposal_on_and_what_they_are_worth_is_said_by_name(
    pact, before, after, says
):
    refusal = agreement_line(TEAM, before, after, gate_of(pact))
    assert (type(refusal).__name__ if refusal else None) == says


NEED = {"id": "N1", "need": "More", "state": "captured", "merged_into_id": None, "note": ""}


@pytest.mark.parametrize(
    ("viewer", "before", "after", "stepped", "is_refused"),
    [
        (TEAM, NEED, changed(NEED, note="x"), (), False),
        (CLERK, NEED, changed(NEED, note="x"), (), False),
        (MIRA, None, NEED, (), False),
        (ELSA, None, NEED, (), False),
        (AHMED, None, NEED, (), True),
        (MIRA, NEED, changed(NEED, state="prepared"), ("N1",), False),
        (MIRA, NEED, changed(NEED, state="prepared"), (), True),
        (MIRA, NEED, changed(NEED, state="prepared", note="x"), ("N1",), True),
        (MIRA, changed(NEED, merged_into_id="N2"),
         changed(NEED, merged_into_id="N2", state="prepared"), ("N2",), False),
    ],
)  # fmt: skip
def test_the_state_of_a_need_follows_the_step_somebody_took(
    viewer, before, after, stepped, is_refused
):
    facts = AroundNeeds(frozenset({"Ebba"}), stepped=frozenset(stepped))
    refusal = relations.need(viewer, before, after, facts)
    assert (refusal is not None) is is_refused
    assert refusal is None or "Ebba" in str(refusal)


def test_a_merged_need_only_goes_where_the_whole_goes():
    part, facts = changed(NEED, merged_into_id="N2"), AroundNeeds(open=frozenset({"N2"}))
    assert relations.follows(MIRA, part, changed(part, state="decided"), facts)
    assert not relations.follows(MIRA, part, changed(part, state="decided"), AroundNeeds())
    assert not relations.follows(MIRA, part, changed(part, note="x"), facts)
    assert not relations.follows(MIRA, part, NEED, facts)
    assert not relations.follows(MIRA, None, NEED, facts)


@pytest.mark.parametrize(
    ("viewer", "step", "may"),
    [
        (TEAM, "investigated", True),
        (MIRA, "captured", True),
        (MIRA, "prepared", True),
        (MIRA, "proposed", False),
        (MIRA, "investigated", False),
        (ELSA, "captured", True),
        (ELSA, "proposed", True),
        (ELSA, "prepared", False),
        (SAMIRA, "decided", True),
        (SAMIRA, "declined", True),
        (AHMED, "captured", False),
    ],
)
def test_each_step_of_a_need_has_those_who_take_it(viewer, step, may):
    facts = AroundNeeds(decided=frozenset({"N1"}))
    row = {"id": "1", "need_id": "N1", "step": step}
    assert (relations.need_step(viewer, None, row, facts) is None) is may
    if step in ("decided", "declined"):
        assert relations.need_step(viewer, None, row, AroundNeeds()) is not None
        assert relations.need_step(viewer, row, row, facts) is not None


def test_options_of_an_escalation_are_the_teams():
    assert relations.option(MIRA, None, {"escalation_id": None}, AroundNeeds()) is None
    assert relations.option(MIRA, None, {"escalation_id": "E1"}, AroundNeeds()) is not None
    assert relations.option(TEAM, None, {"escalation_id": "E1"}, AroundNeeds()) is None


RULE = {
    "id": "RQ1", "customer_id": "C01", "need_id": None, "service_id": None, "requirement": "Fast", "measure": "",
    "replaces_id": None, "state": "proposed", "established_by": "", "established_on": None, "evidence": "",
}  # fmt: skip
ESTABLISHED = changed(
    RULE, state="established", established_by="Samira", established_on="2026-11-01"
)
BY_TEAM = changed(ESTABLISHED, established_by="Tuomas")


@pytest.mark.parametrize(
    ("viewer", "before", "after", "replaced", "may"),
    [
        (TEAM, RULE, changed(RULE, requirement="Faster"), (), True),
        (SAMIRA, RULE, ESTABLISHED, (), True),
        (MIRA, RULE, ESTABLISHED, (), False),
        (TEAM, RULE, ESTABLISHED, (), False),
        (TEAM, RULE, BY_TEAM, (), False),
        (TEAM, None, BY_TEAM, (), False),
        (TEAM, RULE, changed(RULE, state="met"), (), False),
        (TEAM, ESTABLISHED, changed(ESTABLISHED, state="met", evidence="x"), (), True),
        (TEAM, ESTABLISHED, changed(ESTABLISHED, requirement="Slow"), (), False),
        (TEAM, ESTABLISHED, changed(ESTABLISHED, established_by="Tuomas"), (), False),
        (TEAM, ESTABLISHED, changed(ESTABLISHED, state="changed"), (), False),
        (TEAM, ESTABLISHED, changed(ESTABLISHED, state="withdrawn"), (), True),
        (SAMIRA, RULE, changed(ESTABLISHED, requirement="Faster"), (), False),
        (SAMIRA, RULE, changed(RULE, state="changed"), ("RQ1",), True),
        (SAMIRA, RULE, changed(RULE, state="changed"), (), False),
        (SAMIRA, RULE, changed(RULE, state="withdrawn"), ("RQ1",), False),
        (SAMIRA, RULE, changed(RULE, state="changed", requirement="x"), ("RQ1",), False),
    ],
)
def test_a_requirement_is_established_by_its_customer_and_then_stands(
    viewer, before, after, replaced, may
):
    refused = {} if viewer is SAMIRA else {"RQ1": NotForYou(person="x", people="Samira")}
    facts = AroundNeeds(replaced=frozenset(replaced), refused=refused)
    assert (relations.requirement(viewer, before, after, facts) is None) is may


RULING = {"id": "D1", "decision": "Yes", "decided_by": "Samira", "decided_on": "2026-11-01",
          "told_back_on": None, "told_back_by": "", "told_to": []}  # fmt: skip


@pytest.mark.parametrize(
    ("viewer", "before", "after", "may"),
    [
        (SAMIRA, None, RULING, True),
        (TEAM, None, RULING, False),
        (TEAM, None, changed(RULING, decided_by="Tuomas"), False),
        (SAMIRA, RULING, changed(RULING, decision="No"), False),
        (TEAM, RULING, changed(RULING, decision="No"), False),
        (TEAM, RULING, changed(RULING, decided_by="Tuomas"), False),
        (SAMIRA, changed(RULING, decided_by="Olle"), RULING, False),
        (TEAM, RULING, changed(RULING, told_back_on="2026-11-20", told_back_by="Tuomas"), True),
        (SAMIRA, RULING, changed(RULING, told_back_on="2026-11-20"), False),
        (TEAM, RULING, RULING, True),
    ],
)
def test_a_decision_is_taken_once_by_who_may_and_told_back_by_the_team(viewer, before, after, may):
    refused = {} if viewer is SAMIRA else {"D1": NotForYou(person="x", people="Samira")}
    facts = AroundNeeds(refused=refused)
    assert (relations.decision(viewer, before, after, facts) is None) is may


def test_a_contact_is_logged_by_the_team_or_asked_for_in_ones_own_name():
    asks = {"id": "CT1", "their_people": ["Samira"], "our_people": []}
    assert relations.contact(TEAM, asks, asks, None) is None
    assert relations.contact(SAMIRA, None, asks, None) is None
    for before, after in (
        (asks, asks),
        (None, changed(asks, our_people=["Ebba"])),
        (None, changed(asks, their_people=["Samira", "Mira"])),
    ):
        assert relations.contact(SAMIRA, before, after, None) is not None


MEETING = {"id": "MT1", "place": "", "mood_business": "", "mood_it": ""}


@pytest.mark.parametrize(
    ("viewer", "before", "values", "says"),
    [
        (TEAM, MEETING, {"place": "Room 1"}, None),
        (SAMIRA, MEETING, {"mood_business": "positive"}, None),
        (MIRA, MEETING, {"mood_business": "positive"}, "SideOfBusinessIsNotYours"),
        (SAMIRA, MEETING, {"mood_it": "positive"}, "SideOfItIsNotYours"),
        (SAMIRA, MEETING, {"place": "Room 1"}, "WorkIsNotYours"),
        (SAMIRA, None, {}, "WorkIsNotYours"),
    ],
)
def test_each_side_of_a_meeting_says_how_it_felt_to_it(viewer, before, values, says):
    refusal = relations.meeting(viewer, before, changed(MEETING, **values), None)
    assert (type(refusal).__name__ if refusal else None) == says
