"""From captured to told back, as verbs on the demo organisation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.saving import ChangedMeanwhile
from domestique.records.viewer import Viewer
from domestique.relations.models import Decision, Escalation, Need, NeedStep, Requirement
from domestique.relations.needs.actions import (
    add_option,
    capture,
    merge,
    prepare,
    take_step,
    unmerge,
)
from domestique.relations.needs.decision_actions import (
    decide_escalation,
    decide_need,
    move_up,
    raise_escalation,
    tell_back,
    withdraw,
)
from domestique.relations.needs.need_state import NeedStage, stage_of
from domestique.relations.needs.queries import who_asked
from domestique.relations.needs.requirement_actions import (
    discuss,
    establish,
    propose_requirement,
    reword,
    show_evidence,
    withdraw_requirement,
)

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
EBBA, ILMARI = Viewer("Ebba Nyström"), Viewer("Ilmari Vesterinen")
NADJA, SAMIRA, GUNILLA = (
    Viewer("Nadja Berggren"),
    Viewer("Samira Haddad"),
    Viewer("Gunilla Stråhle"),
)


def need(id_: str) -> Need:
    return Need.objects.get(pk=id_)


def decide(viewer: Viewer, id_: str, **values) -> Decision:
    asked = {"on": TODAY, "decision": "Yes", "is_yes": True, **values}
    return decide_need(viewer, need(id_), **asked)


def test_captured_with_its_first_step():
    made = capture(NADJA, customer_id="C04", need="Gift cards  online", on=TODAY, raised_by="O11")
    assert (made.id, made.need, made.state, made.decider) == (
        "N15",
        "Gift cards online",
        "captured",
        "customer",
    )
    assert NeedStep.objects.get(need=made).person == "Nadja Berggren"
    assert made.history.get().history_user_id == "Nadja Berggren"


@pytest.mark.parametrize(
    ("customer", "words", "refusal"),
    [
        ("C99", "More", "There is no customer “C99”"),
        ("C04", " ", "in the customer's words is missing"),
    ],
)
def test_what_cannot_be_captured(customer, words, refusal):
    with pytest.raises(Refusal, match=refusal):
        capture(NADJA, customer_id=customer, need=words, on=TODAY)


def test_who_has_no_ability_is_told_who_has():
    reader = Viewer("Olle Brandt", frozenset({"C12"}), frozenset({Ability.SEE_OWN}))
    with pytest.raises(Refusal, match="it is for Ebba Nyström, Tuomas Heikkilä"):
        capture(reader, customer_id="C12", need="More", on=TODAY)
    with pytest.raises(Refusal, match="There is no customer “C04”"):
        capture(reader, customer_id="C04", need="More", on=TODAY)


def test_steps_in_any_order_move_the_state_along():
    take_step(EBBA, need("N14"), "handed over", on=TODAY)
    take_step(EBBA, need("N14"), "returned", on=TODAY, note="For how many riders?")
    assert need("N14").state == "handed over, returned with a question"
    assert stage_of(need("N14").state) is NeedStage.DECIDED


@pytest.mark.parametrize(
    ("step", "note", "refusal"),
    [
        ("declined", "", "the reason is missing"),
        ("returned", "", "the question it comes back with is missing"),
        ("decided", "", "A decision is taken with “Decide”"),
        ("boiled", "", "“boiled” is not a step"),
    ],
)
def test_steps_that_are_refused(step, note, refusal):
    with pytest.raises(Refusal, match=refusal):
        take_step(EBBA, need("N14"), step, on=TODAY, note=note)


def test_the_same_step_twice_a_day_is_told():
    take_step(EBBA, need("N14"), "understood", on=TODAY)
    with pytest.raises(Refusal, match="has taken the step “understood” today already"):
        take_step(EBBA, need("N14"), "understood", on=TODAY)


def test_prepared_it_waits_for_the_customer():
    sheet = prepare(NADJA, need("N12"), {"outcome": "Care sees the order"}, on=TODAY)
    assert (sheet.prepared_by, need("N12").state) == (
        "Nadja Berggren",
        "prepared, waits for customer",
    )
    again = prepare(NADJA, need("N12"), {"outcome": "Care sees it", "now": "No"}, on=TODAY)
    assert (again.pk, again.outcome) == (sheet.pk, "Care sees it")
    assert NeedStep.objects.filter(need_id="N12", step="prepared").count() == 1


@pytest.mark.parametrize(
    ("person", "refusal"),
    [
        ("Ilmari Vesterinen", None),
        ("Helmi Aaltonen", "Helmi Aaltonen may prepare “Compute in days not months”, but only Ilmari Vesterinen can"),
        ("Ebba Nyström", "only Ilmari Vesterinen can decide it"),
        ("Gunilla Stråhle", "only Ilmari Vesterinen can decide it"),
        ("root", "only Ilmari Vesterinen can decide it"),
    ],
)  # fmt: skip
def test_the_gate_asks_who_by_name(person, refusal):
    if refusal is None:
        decided = decide(Viewer(person), "N02", option_id="OP6")
        assert (decided.yearly_cost, decided.forum) == (Decimal(650_000), "customer")
        assert need("N02").state == "decided"
        return
    with pytest.raises(Refusal, match=refusal):
        decide(Viewer(person), "N02")
    assert not Decision.objects.filter(need_id="N02").exists()


def test_above_the_mandate_it_is_for_the_steering_group():
    with pytest.raises(
        Refusal, match="the mandate of Ilmari Vesterinen is 1500000 SEK: that is for the IT"
    ):
        decide(ILMARI, "N02", yearly_cost=Decimal(1_500_001))
    decide(ILMARI, "N02", is_yes=False, yearly_cost=Decimal(1_500_001), decision="No")
    assert stage_of(need("N02").state) is NeedStage.DECLINED


def test_the_cost_is_held_against_the_mandate_in_its_own_currency():
    paivi = Viewer("Päivi Korhela")
    with pytest.raises(
        Refusal, match=r"costs 62500\.00 EUR a year, and the mandate of Päivi Korhela is 60000 EUR"
    ):
        decide(paivi, "N13", yearly_cost=Decimal(700_000))
    assert decide(paivi, "N13", yearly_cost=Decimal(672_000)).yearly_cost == 672_000


def test_nobody_decides_for_a_role_that_is_not_accepted():
    with pytest.raises(Refusal, match="only Freja Dahl-Holm can accept it"):
        decide(Viewer("Freja Dahl-Holm"), "N03")


def test_decided_once_in_one_forum():
    with pytest.raises(Refusal, match="was decided on 2026-11-02 by Samira Haddad"):
        decide(SAMIRA, "N01")
    raise_escalation(
        EBBA, customer_id="C10", question="Shall we?", due_on=TODAY, on=TODAY, need=need("N02")
    )
    with pytest.raises(Refusal, match="This lies with delivery and desk: “Shall we\\?”"):
        decide(ILMARI, "N02")


def test_told_back_to_those_who_asked_or_it_stays_open():
    decided = decide(ILMARI, "N02", option_id="OP6")
    assert who_asked([decided])[decided.id] == ("Helmi Aaltonen",)
    with pytest.raises(Refusal, match="who was told is missing"):
        tell_back(EBBA, decided, on=TODAY, told_to=[" "])
    tell_back(EBBA, decided, on=TODAY, told_to=["Helmi Aaltonen", ""])
    assert Decision.objects.get(pk=decided.id).told_to == ["Helmi Aaltonen"]
    with pytest.raises(Refusal, match="told back on 2026-11-21 by Ebba Nyström"):
        tell_back(EBBA, Decision.objects.get(pk=decided.id), on=TODAY, told_to=["Helmi"])


def test_the_same_ask_merges_counts_and_comes_apart():
    viewer = Viewer("Lars Wikander")
    merge(viewer, need("N13"), "N07")
    with pytest.raises(Refusal, match="is part of “Maintenance planning on tablet”"):
        decide(Viewer("Päivi Korhela"), "N13")
    with pytest.raises(Refusal, match="cannot be merged so"):
        merge(viewer, need("N07"), "N13")
    take_step(viewer, need("N07"), "understood", on=TODAY)
    assert need("N13").state == "understood"
    decided = decide(Viewer("Lars-Erik Bohlin"), "N07")
    assert set(who_asked([decided])[decided.id]) == {"Stefan Lood", "Sari Mäkitalo"}
    unmerge(viewer, need("N13"))
    assert (need("N13").state, need("N13").merged_into_id) == ("captured", None)


def test_up_to_the_steering_group_and_back():
    question = raise_escalation(
        EBBA, customer_id="C10", question="Pay 2 MSEK a year, or stop?", due_on=TODAY, on=TODAY,
        need=need("N02"), options=[("Pay", "It stays")],
    )  # fmt: skip
    assert (question.forum, question.services) == ("operative", ["S09"])
    question = move_up(EBBA, question)
    with pytest.raises(Refusal, match="Say what was tried"):
        move_up(EBBA, question)
    with pytest.raises(Refusal, match=r"There are 1\."):
        move_up(EBBA, question, tried="Asked the supplier")
    add_option(EBBA, question, "Stop", consequence="They go outside")
    question = move_up(EBBA, question, tried="Asked the supplier")
    with pytest.raises(
        Refusal, match="Ilmari Vesterinen cannot decide for the IT steering group; Gunilla"
    ):
        decide_escalation(ILMARI, question, on=TODAY, decision="Pay")
    decided = decide_escalation(GUNILLA, question, on=TODAY, decision="Pay")
    assert (decided.need_id, need("N02").state) == ("N02", "decided")
    assert who_asked([decided])[decided.id] == ("Helmi Aaltonen", "Ilmari Vesterinen")
    with pytest.raises(Refusal, match="decided once, in one forum"):
        decide_escalation(GUNILLA, question, on=TODAY, decision="Stop")


def test_the_steering_group_answers_what_the_customer_had_left_open():
    question = Escalation.objects.get(pk="E1")
    decided = decide_escalation(GUNILLA, question, on=TODAY, decision="", option_id="OP3")
    assert (decided.decision, decided.yearly_cost) == (
        "Second site for the checkout alone",
        380_000,
    )
    assert decided.need_id is None, "the need itself was decided before"
    assert set(who_asked([decided])[decided.id]) == {"Elif Demir", "Samira Haddad"}


@pytest.mark.parametrize(
    ("person", "costs", "refusal"),
    [
        ("Oskar Lindh", False, None),
        ("Nadja Berggren", False, None),
        ("Noor Rahimi", False, None),
        ("Samira Haddad", True, None),
        ("Oskar Lindh", True, "only Samira Haddad can decide it"),
        ("Gunilla Stråhle", False, "Samira Haddad"),
    ],
)
def test_below_money_is_the_customers_and_the_rest_the_teams(person, costs, refusal):
    question = raise_escalation(
        NADJA, customer_id="C04", question="Restart at noon?", due_on=TODAY, on=TODAY
    )
    cost = Decimal(10_000) if costs else None
    option = add_option(NADJA, question, "Restart", yearly_cost=cost)
    asked = {"on": TODAY, "decision": "Yes", "option_id": option.id}
    if refusal is None:
        assert decide_escalation(Viewer(person), question, **asked).decided_by == person
        return
    with pytest.raises(Refusal, match=refusal):
        decide_escalation(Viewer(person), question, **asked)


def test_what_is_paid_once_is_money_too():
    question = raise_escalation(
        NADJA, customer_id="C04", question="Restart at noon?", due_on=TODAY, on=TODAY
    )
    option = add_option(NADJA, question, "Buy one", one_time_cost=Decimal(10_000))
    with pytest.raises(Refusal, match="only Samira Haddad can decide it"):
        decide_escalation(
            Viewer("Oskar Lindh"), question, on=TODAY, decision="Yes", option_id=option.id
        )


def test_an_orderer_decides_what_costs_nothing_but_nothing_paid_once():
    asked = capture(NADJA, customer_id="C04", need="A new colour", on=TODAY, services=["S03"])
    orderer = Viewer("Patrik Solberg")
    option = add_option(NADJA, asked, "Buy one", one_time_cost=Decimal(10_000))
    with pytest.raises(Refusal, match="only Samira Haddad can decide it"):
        decide(orderer, asked.pk, option_id=option.id)
    assert decide(orderer, asked.pk).decided_by == "Patrik Solberg"


def test_withdrawn_with_a_reason_and_then_settled():
    question = Escalation.objects.get(pk="E1")
    with pytest.raises(Refusal, match="why it is withdrawn is missing"):
        withdraw(NADJA, question, on=TODAY, why=" ")
    withdraw(NADJA, question, on=TODAY, why="The supplier pays")
    assert question.history.first().history_change_reason == "The supplier pays"
    with pytest.raises(Refusal, match="is settled"):
        decide_escalation(GUNILLA, Escalation.objects.get(pk="E1"), on=TODAY, decision="Pay")


def test_who_saw_an_older_version_is_told():
    seen = need("N14")
    take_step(EBBA, need("N14"), "understood", on=TODAY)
    with pytest.raises(ChangedMeanwhile):
        take_step(EBBA, seen, "investigated", on=TODAY)


@pytest.mark.parametrize(
    ("person", "refusal"),
    [
        ("Ilmari Vesterinen", None),
        ("Ebba Nyström", "only Ilmari Vesterinen can decide it"),
        ("Helmi Aaltonen", "only Ilmari Vesterinen can decide it"),
    ],
)
def test_only_the_customer_establishes(person, refusal):
    requirement = Requirement.objects.get(pk="RQ4")
    if refusal:
        with pytest.raises(Refusal, match=refusal):
            establish(Viewer(person), requirement, on=TODAY)
        return
    establish(Viewer(person), requirement, on=TODAY)
    assert (requirement.state, requirement.established_by) == ("established", person)


def test_what_is_changed_after_that_keeps_its_old_words():
    old = Requirement.objects.get(pk="RQ1")
    new = reword(NADJA, old, "The checkout answers within two seconds")
    assert (new.replaces_id, new.state, new.need_id) == ("RQ1", "proposed", "N01")
    assert Requirement.objects.get(pk="RQ1").state == "established"
    establish(SAMIRA, Requirement.objects.get(pk=new.id), on=TODAY)
    old.refresh_from_db()
    assert (old.state, old.requirement[:23]) == ("changed", "The checkout answers wi")


def test_met_with_evidence_and_withdrawn_with_a_reason():
    made = propose_requirement(NADJA, customer_id="C04", requirement="Receipts by mail")
    with pytest.raises(Refusal, match="is not a step to take here"):
        show_evidence(NADJA, made, "Seen", is_met=True, on=TODAY)
    discuss(NADJA, made)
    establish(SAMIRA, made, on=TODAY)
    show_evidence(NADJA, made, "Measured in October", is_met=True, on=TODAY)
    assert (made.state, made.evidence_on) == ("met", TODAY)
    withdraw_requirement(NADJA, made, why="Not wanted any more")
    with pytest.raises(Refusal, match="is settled"):
        reword(NADJA, made, "Receipts on paper")


@pytest.mark.parametrize("option", ["", "  "])
def test_an_option_says_what_could_be_done(option):
    with pytest.raises(Refusal, match="what could be done is missing"):
        add_option(EBBA, need("N02"), option)
    assert add_option(EBBA, need("N02"), " Wait ", consequence=" None ").option == "Wait"
