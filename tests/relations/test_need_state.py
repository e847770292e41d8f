"""How far a need has come, and whether it asks for something nobody offers."""

from __future__ import annotations

import pytest

from domestique.relations.needs.need_state import (
    NeedStage,
    asked_in_note,
    contradiction_in,
    is_hers_to_decide,
    is_in_the_portfolio,
    stage_of,
    state_told,
    step_in,
    waits_for_the_customer,
    why_new,
    word_not_understood,
)


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        ("", NeedStage.WAITING),
        ("captured", NeedStage.WAITING),
        ("prepared with orderer, waits for customer", NeedStage.WAITING),
        ("captured->decided", NeedStage.DECIDED),
        ("decided yes, handed over", NeedStage.DECIDED),
        ("Fulfilled", NeedStage.FULFILLED),
        ("declined with reason", NeedStage.DECLINED),
        ("decided -> declined", NeedStage.DECLINED),
        ("Beslutad ja, överlämnad", NeedStage.DECIDED),
        ("kirjattu -> päätetty", NeedStage.DECIDED),
        ("uppfyllt", NeedStage.FULFILLED),
        ("decided no", NeedStage.DECLINED),
        # Words of no list say nothing, whatever other words stand in them.
        ("not yet decided", NeedStage.WAITING),
        ("undecided", NeedStage.WAITING),
        ("not fulfilled", NeedStage.WAITING),
        ("nothing declined", NeedStage.WAITING),
        ("captured -> somewhere decided", NeedStage.WAITING),
        ("handed to the portfolio", NeedStage.WAITING),
        ("decided yes -> handed to the portfolio", NeedStage.DECIDED),
        ("decided no -> decided yes", NeedStage.DECIDED),
        # Yes and no at once is neither.
        ("decided yes, decided no", NeedStage.WAITING),
    ],
)
def test_state_as_written_tells_how_far_a_need_has_come(state, stage):
    assert stage_of(state) is stage


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("captured->decided", "Decided (before: captured)"),
        ("captured → understood -> prepared", "Prepared (before: captured, understood)"),
        (
            "prepared with orderer, waits for customer",
            "Prepared with the orderer; waits for the customer",
        ),
        ("decided yes, handed over", "Decided: yes; handed over"),
        ("declined with reason", "Declined, with a reason"),
        ("Fulfilled", "Fulfilled"),
        ("sent back, asked Ebba", "Sent back; asked Ebba"),
        ("beslutad ja, överlämnad", "Decided: yes; handed over"),
        (
            "kirjattu -> valmisteltu, odottaa asiakasta",
            "Prepared; waits for the customer (before: captured)",
        ),
        ("->", "Nobody has said how far"),
        ("", "Nobody has said how far"),
    ],
)
def test_state_is_said_in_plain_words(state, told):
    assert str(state_told(state)) == told


def test_need_that_an_offered_service_covers_asks_for_nothing_new():
    assert why_new("", ["S06"], {"S06"}) is None
    assert why_new("", ["S30", "S06"], {"S06"}) is None


def test_need_that_says_so_asks_for_a_new_service_although_one_is_named():
    assert str(why_new("new service", ["S19"], {"S19"})) == "it asks for a new service"


@pytest.mark.parametrize("asks_for", ["use", "order", "change", "level", "price"])
def test_need_that_says_something_else_asks_for_nothing_new(asks_for):
    assert why_new(asks_for, [], set()) is None


@pytest.mark.parametrize(
    ("note", "asks_for"),
    [
        ("candidate product", "new service"),
        ("New service -> R08", "new service"),
        ("no service covers it", "new service"),
        ("R08", ""),
        ("40 pcs", ""),
        ("", ""),
    ],
)
def test_notes_of_old_propose_it_once(note, asks_for):
    assert asked_in_note(note) == asks_for


def test_need_without_a_service_asks_for_something_new():
    assert str(why_new("", [], {"S06"})) == "it names no service"


def test_need_for_what_nobody_offers_names_it():
    assert str(why_new("", ["S31", "S32"], {"S06"})) == "nobody offers what it names: S31, S32"


@pytest.mark.parametrize("state", ["->", ",", ";", " , -> "])
def test_marks_between_no_words_are_no_state(state):
    assert word_not_understood(state) == state.strip()
    assert str(state_told(state)) == "Nobody has said how far"


@pytest.mark.parametrize("state", ["", "   "])
def test_no_state_at_all_is_none_to_refuse(state):
    assert word_not_understood(state) == ""


@pytest.mark.parametrize(
    ("decider", "is_hers"),
    [
        ("customer", True),
        ("Customer (role not accepted yet)", True),
        ("kunden", True),
        ("asiakas", True),
        ("", False),
        ("customer manager", False),
        ("customers of ours", False),
        ("orderer dialogue", False),
    ],
)
def test_word_for_the_customer_makes_a_need_hers_to_decide(decider, is_hers):
    assert is_hers_to_decide(decider) is is_hers


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        ("prepared with orderer, waits for customer", True),
        ("valmisteltu, odottaa asiakasta", True),
        ("prepared, waits for orderer", False),
        ("prepared, waits for customer -> decided", False),
        ("no waiting", False),
        ("", False),
    ],
)
def test_newest_step_says_whether_it_waits_for_the_customer(state, waits):
    assert waits_for_the_customer(state) is waits


@pytest.mark.parametrize(
    ("state", "both"),
    [
        ("captured -> decided yes, decided no", "decided yes, decided no"),
        ("declined, handed over", "declined, handed over"),
        ("decided no -> decided yes", ""),
        ("decided yes, handed over", ""),
    ],
)
def test_yes_and_no_in_one_step_is_a_contradiction(state, both):
    assert contradiction_in(state) == both


def test_handed_to_the_portfolio_is_a_word_of_the_list():
    assert is_in_the_portfolio("understood -> lämnad till portföljen")
    assert not is_in_the_portfolio("handed over")
    assert step_in("understood -> handed to the portfolio") == "understood"
