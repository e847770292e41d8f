"""The inbox: nothing enters without a source, nothing disappears."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.improvement.actions import (
    add_items,
    answer_item,
    hear_again,
    put_back,
    sort_item,
    tell_item_back,
)
from domestique.improvement.models import Improvement, InboxItem
from domestique.improvement.queries import inbox_visible_to
from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer
from domestique.relations.models import Need, NeedStep

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]
TODAY = date(2026, 11, 21)
ELSA = Viewer("Elsa Moberg")
AHMED = Viewer("Ahmed Yusuf", None, frozenset({Ability.NOTE}))


def item(id_: str) -> InboxItem:
    return InboxItem.objects.get(pk=id_)


def test_several_lines_are_several_items():
    added = add_items(
        AHMED, "printers\n- scanners", source="desk observation", origin="Service desk", on=TODAY
    )
    assert [(one.id, one.text, one.times) for one in added] == [
        ("IN12", "printers", 1),
        ("IN13", "scanners", 1),
    ]


@pytest.mark.parametrize(
    ("text", "source", "origin", "refusal"),
    [
        ("printers", "", "Service desk", "Nothing enters without a source"),
        ("printers", "rumour", "Service desk", "“rumour” is none of those"),
        ("printers", "demand", " ", "Nothing enters without its origin"),
        (" \n", "demand", "Service desk", "what came in is missing"),
    ],
)
def test_what_may_not_enter(text, source, origin, refusal):
    before = InboxItem.objects.count()
    with pytest.raises(Refusal, match=refusal):
        add_items(AHMED, text, source=source, origin=origin, on=TODAY)
    assert InboxItem.objects.count() == before


def test_service_nobody_offers_is_refused():
    with pytest.raises(Refusal, match="There is no “S99” in services"):
        add_items(
            AHMED, "slow", source="demand", origin="Service desk", on=TODAY, services=["S03", "S99"]
        )


def test_heard_again_counts():
    assert hear_again(AHMED, item("IN01")).times == 12


def test_sorting_is_for_those_who_may():
    with pytest.raises(Refusal, match="for the service desk and the customer teams"):
        sort_item(AHMED, item("IN01"), "improve", on=TODAY)


def test_a_need_keeps_its_link_and_who_asked():
    sort_item(ELSA, item("IN06"), "need", on=TODAY)
    need = Need.objects.get(pk=item("IN06").became)
    assert (need.customer_id, need.raised_by_id, need.services) == ("C11", "O27", ["S10", "S11"])
    assert list(NeedStep.objects.filter(need=need).values_list("step", flat=True)) == ["captured"]


def test_what_goes_to_the_portfolio_is_a_need_handed_on():
    sort_item(ELSA, item("IN06"), "portfolio", on=TODAY)
    steps = NeedStep.objects.filter(need_id=item("IN06").became)
    assert list(steps.values_list("step", flat=True)) == ["captured", "proposed"]


def test_a_need_is_somebodys():
    with pytest.raises(
        Refusal, match="A need is somebody's: choose the customer of “VPN on the bus”"
    ):
        sort_item(ELSA, item("IN04"), "need", on=TODAY)
    sort_item(ELSA, item("IN04"), "need", on=TODAY, customer_id="C05")
    assert item("IN04").customer_id == "C05"


def test_an_improvement_takes_everything_along():
    sort_item(ELSA, item("IN09"), "improve", on=TODAY)
    improvement = Improvement.objects.get(pk=item("IN09").became)
    assert (improvement.title, improvement.raised_by, improvement.services, improvement.state) == (
        "Test the restore of the ERP once a quarter",
        "Gustav Hjort",
        ["S01"],
        "proposed",
    )


@pytest.mark.parametrize(
    ("way", "answer", "refusal"),
    [
        ("drop", "", "the reason why it is dropped is missing"),
        ("answer", " ", "the answer is missing"),
        ("burn", "", "“burn” is no way to sort"),
    ],
)
def test_sorting_that_is_refused(way, answer, refusal):
    with pytest.raises(Refusal, match=refusal):
        sort_item(ELSA, item("IN04"), way, on=TODAY, answer=answer)
    assert item("IN04").triage == ""


def test_dropped_stays_with_its_reason_and_can_come_back():
    sort_item(ELSA, item("IN07"), "drop", on=TODAY, answer="It is watched already")
    assert (item("IN07").answer, item("IN07").triaged_by) == (
        "It is watched already",
        "Elsa Moberg",
    )
    with pytest.raises(Refusal, match="was sorted on 2026-11-21 already: dropped, with the reason"):
        sort_item(ELSA, item("IN07"), "delivery", on=TODAY)
    put_back(ELSA, item("IN07"))
    assert item("IN07").triage == ""
    with pytest.raises(Refusal, match="became N01 and stays with it"):
        put_back(ELSA, item("IN11"))


def test_answered_then_told_back():
    with pytest.raises(Refusal, match="has no answer yet"):
        tell_item_back(ELSA, item("IN04"), on=TODAY)
    answer_item(ELSA, item("IN04"), "A new version in December", on=TODAY)
    tell_item_back(ELSA, item("IN04"), on=TODAY)
    assert (item("IN04").answered_by, item("IN04").told_back_on) == ("Elsa Moberg", TODAY)


def test_what_is_about_no_customer_is_its_own():
    nobody = Viewer("Mira Falk", frozenset({"C02"}), frozenset({Ability.SEE_OWN}))
    team = Viewer("Ebba", frozenset({"C11"}), frozenset({Ability.SEE_PICTURE}))
    assert not inbox_visible_to(nobody).exists()
    assert {one.id for one in inbox_visible_to(team).filter(triage="")} == {
        "IN04",
        "IN06",
        "IN07",
        "IN09",
    }
