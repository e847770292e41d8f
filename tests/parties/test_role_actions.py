"""Verbs on roles, on the demo: proposals taken and overruled, the role accepted, repairs done, a mandate lent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.parties import actions
from domestique.parties.errors import (
    CustomerAboveMissing,
    DeputyNotUnderstood,
    MandateNotYours,
    NoSuchCustomer,
    NothingProposed,
    NothingToRepair,
    OverrulingNeedsWhy,
    RoleNotYours,
    RoleOnRecord,
    RoleStepNotNext,
)
from domestique.parties.follow_the_money import Mismatch, Role
from domestique.parties.models import Customer, Mandate, Orderer, Unit
from domestique.parties.queries import role_differences, role_proposals
from domestique.parties.router_queries import around_unit, unit_named
from domestique.records.ability import Ability
from domestique.records.saving import ChangedMeanwhile
from domestique.records.viewer import Viewer

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
LARS, BENGT = Viewer("Lars Wikander"), Viewer("Bengt Åhman")


def new_unit(**fields) -> Unit:
    values = {"id": "U900", "name": "Bike school", "parent_id": "U04", "head": "Ylva Ek"} | fields
    return Unit.objects.create(**values)


def kinds() -> list[tuple[str, str]]:
    return [(one.kind.value, one.subject) for one in role_differences(LARS)]


def test_a_proposed_customer_is_recorded_as_suggested():
    new_unit(it_budget=Decimal(5), budget=Decimal(9))
    role = actions.take_proposal(LARS, "U900")
    assert isinstance(role, Customer)
    assert (role.id, role.person, role.status) == ("C13", "Ylva Ek", "suggested")


def test_a_proposed_orderer_is_recorded_under_her_customer():
    new_unit()
    role = actions.take_proposal(LARS, "U900")
    assert isinstance(role, Orderer)
    assert (role.customer_id, role.person) == ("C04", "Ylva Ek")


@pytest.mark.parametrize("money", [{}, {"it_budget": Decimal(5), "budget": Decimal(9)}])
@pytest.mark.parametrize("why", ["", "Agreed in the spring"])
def test_a_role_that_is_taken_keeps_why_in_words_or_what_the_money_shows(money, why):
    new_unit(**money)
    proposal = next(one for one in role_proposals(LARS) if one.unit == "U900")
    entry = actions.take_proposal(LARS, "U900", why).history.get()
    assert entry.history_change_reason == (why or str(proposal.reason)) != ""


def test_an_orderer_waits_for_the_customer_above():
    new_unit(id="U901", name="Shop of schools", parent_id="U900", head="Bo Lo")
    new_unit(it_budget=Decimal(5), budget=Decimal(9))
    with pytest.raises(CustomerAboveMissing, match="Bike school"):
        actions.take_proposal(LARS, "U901")


def test_a_role_is_recorded_once():
    with pytest.raises(RoleOnRecord, match="Samira Haddad"):
        actions.take_proposal(LARS, "U04")


def test_where_nothing_is_proposed_nothing_is_taken():
    with pytest.raises(NothingProposed, match="without IT"):
        actions.take_proposal(LARS, "U00")


def test_an_overruled_proposal_counts_until_the_money_is_followed_again():
    actions.overrule(LARS, "U111", role=Role.NONE, note="Closes in spring")
    proposal = next(one for one in role_proposals(LARS) if one.unit == "U111")
    assert (proposal.role, str(proposal.reason)) == (Role.NONE, "Overruled: Closes in spring")
    assert ("other role", "O11") in kinds()
    actions.follow_money_again(LARS, "U111")
    assert kinds() == []


def test_a_customer_against_the_money_has_the_units_below_her():
    actions.overrule(LARS, "U00", role=Role.CUSTOMER, note="The chief executive decides for staff")
    assert ("role missing", "U00") in kinds()
    assert actions.take_proposal(LARS, "U00").status == "suggested"


def test_overruling_takes_a_word_why():
    with pytest.raises(OverrulingNeedsWhy, match="Web shop"):
        actions.overrule(LARS, "U111", role=Role.NONE, note="  ")


def test_only_the_person_herself_accepts_the_role():
    with pytest.raises(RoleNotYours, match="Only Bengt Åhman can accept"):
        actions.accept_role(LARS, "C09", on=TODAY)
    role = actions.accept_role(BENGT, "C09", on=TODAY)
    assert (role.status, role.accepted_by, role.accepted_on) == ("accepted", "Bengt Åhman", TODAY)


def test_a_role_changed_since_it_was_seen_is_not_accepted():
    with pytest.raises(ChangedMeanwhile):
        actions.accept_role(BENGT, "C09", on=TODAY, seen=99)


def test_suggested_identified_accepted_and_stepped_down():
    assert actions.identify(LARS, "C11").status == "identified"
    assert actions.accept_role(Viewer("Freja Dahl-Holm"), "C11", on=TODAY).is_accepted
    assert actions.step_down(LARS, "C11", "Reorganised").status == "stepped down"
    suggested = actions.suggest(LARS, "C11", "Luca Rinaldi")
    assert (suggested.status, suggested.accepted_on, suggested.accepted_by) == (
        "suggested",
        None,
        "",
    )


def test_only_a_suggested_person_is_identified():
    with pytest.raises(RoleStepNotNext):
        actions.identify(LARS, "C04")
    Customer.objects.filter(pk="C11").update(person="")
    with pytest.raises(RoleStepNotNext):
        actions.identify(LARS, "C11")


def test_an_orderer_does_not_end_her_customers_role():
    elif_ = Viewer("Elif Demir", frozenset({"C04"}), frozenset({Ability.SEE_OWN}))
    with pytest.raises(RoleNotYours, match="Only Samira Haddad"):
        actions.step_down(elif_, "C04")


def test_a_customer_of_others_is_not_there():
    with pytest.raises(NoSuchCustomer):
        actions.identify(Viewer("Elif Demir", frozenset({"C04"})), "C11")


def test_a_new_head_is_suggested_in_place_of_the_one_who_left():
    Unit.objects.filter(pk="U04").update(head="Nils Ny")
    assert kinds() == [("other head", "C04")]
    repaired = actions.repair(LARS, Mismatch.OTHER_HEAD, "C04")
    assert (repaired.person, repaired.status) == ("Nils Ny", "suggested")
    assert kinds() == []
    steps = repaired.history.order_by("-history_id").values_list("status", "person")
    assert [*steps[:2]] == [("suggested", "Nils Ny"), ("stepped down", "Samira Haddad")]


def test_an_orderer_is_moved_to_the_customer_above():
    Unit.objects.filter(pk="U111").update(parent_id="U12")
    assert kinds() == [("other customer", "O11")]
    assert actions.repair(LARS, Mismatch.OTHER_CUSTOMER, "O11").customer_id == "C12"
    assert kinds() == []


def test_a_head_who_is_gone_leaves_the_role_to_nobody():
    Unit.objects.filter(pk__in=["U04", "U111"]).update(head="")
    assert {("head gone", "C04"), ("head gone", "O11")} <= set(kinds())
    assert actions.repair(LARS, Mismatch.HEAD_GONE, "C04").status == "stepped down"
    assert actions.repair(LARS, Mismatch.HEAD_GONE, "O11").person == ""


def test_a_customer_without_money_becomes_a_candidate():
    Unit.objects.filter(pk="U12").update(it_budget=0)
    assert ("other role", "C12") in kinds()
    assert actions.repair(LARS, Mismatch.OTHER_ROLE, "C12").status == "suggested"
    assert ("other role", "C12") not in kinds()


def test_what_is_not_wrong_is_not_repaired():
    with pytest.raises(NothingToRepair):
        actions.repair(LARS, Mismatch.OTHER_HEAD, "C04")


def test_a_mandate_is_lent_whole_until_a_day_and_never_longer_than_it_holds():
    samira = Viewer("Samira Haddad")
    lent = actions.lend_mandate(samira, "C04", to=" Elif Demir ", until=date(2027, 1, 6), on=TODAY)
    assert (lent.person, lent.delegated_by, lent.amount) == (
        "Elif Demir",
        "Samira Haddad",
        Decimal(500_000),
    )
    assert (lent.starts, lent.ends) == (TODAY, date(2026, 12, 31))
    assert Mandate.objects.filter(customer_id="C04").count() == 3


@pytest.mark.parametrize(
    ("to", "until"),
    [
        ("", date(2026, 12, 1)),
        ("Elif Demir", None),
        ("Elif Demir", date(2026, 11, 20)),
        ("Samira Haddad", date(2026, 12, 1)),
    ],
)
def test_a_deputy_and_a_last_day_are_needed(to, until):
    with pytest.raises(DeputyNotUnderstood, match="Retail & E-commerce"):
        actions.lend_mandate(Viewer("Samira Haddad"), "C04", to=to, until=until, on=TODAY)


def test_nobody_lends_another_persons_mandate():
    with pytest.raises(MandateNotYours, match="Only Samira Haddad"):
        actions.lend_mandate(LARS, "C04", to="Elif Demir", until=TODAY, on=TODAY)


def test_a_unit_is_found_by_id_name_or_person():
    assert unit_named(LARS, "u111") == unit_named(LARS, "web shop") == "U111"
    assert unit_named(LARS, "Elif Demir") == "U111"
    assert unit_named(LARS, "Nobody at all") == unit_named(LARS, " ") == ""


def test_who_is_around_a_unit_follows_the_days():
    before = around_unit(LARS, "U125", date(2026, 3, 31))
    after = around_unit(LARS, "U125", date(2026, 4, 1))
    assert before
    assert after
    assert (before.customer_manager, after.customer_manager) == ("Nadja Berggren", "Ebba Nyström")
    assert after.delivery_manager == "Tuomas Heikkilä"
    summer = around_unit(LARS, "U125", date(2026, 7, 10))
    assert summer
    assert summer.delivery_manager == "Sanna Pöyry"


def test_everybody_may_ask_but_amounts_are_for_those_who_see_the_business():
    outsider = around_unit(Viewer("Kjell", frozenset({"C01"})), "U111", TODAY)
    assert outsider
    assert (outsider.person, outsider.shows_amounts) == ("Samira Haddad", False)
