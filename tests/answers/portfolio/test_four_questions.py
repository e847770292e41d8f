"""The portfolio in four questions, of everything and of what is chosen."""

from __future__ import annotations

from datetime import date

import pytest

from domestique.answers.portfolio.four_questions import NotInThePortfolio, answer_four_questions
from domestique.answers.portfolio.portfolio import portfolio_of
from domestique.portfolio.models import Service
from domestique.relations.models import Need

DAY = date(2026, 11, 21)
pytestmark = pytest.mark.usefixtures("demo", "db")


def ask(viewer, kind: str = "", id_: str = ""):
    return answer_four_questions(portfolio_of(viewer, DAY), kind, id_)


def ids(entries) -> list[str]:
    return [entry.id for entry in entries]


def test_headline_is_the_answer(viewer):
    answers = ask(viewer)
    assert str(answers.headline) == (
        "30 services are offered, none is being developed, 9 needs wait; "
        "3 of them for something nobody offers."
    )
    assert str(answers.reason) == (
        "Of 14 needs 9 wait, 2 are decided and on their way, 2 are fulfilled and 1 declined."
    )


def test_stages_of_needs_add_up(viewer):
    needs = ask(viewer).needs
    assert len(needs) == Need.objects.count() == 14
    assert sum(need.waits for need in needs) == 9


def test_needs_for_what_nobody_offers_are_candidates_and_nothing_more(viewer):
    answers = ask(viewer)
    assert ids(answers.candidates) == ["N02", "N04", "N14"]
    assert answers.coming == ()


def test_idea_is_being_developed_and_not_offered(viewer):
    Service.objects.create(id="S31", name_en="Ride insight", state="idea")
    answers = ask(viewer)
    assert ids(answers.coming) == ["S31"]
    assert "S31" not in ids(answers.offered)
    assert "1 is being developed" in str(answers.headline)


def test_service_filters_all_four(viewer):
    answers = ask(viewer, "service", "S02")
    assert ids(answers.needs) == ["N07", "N13"]
    assert ids(answers.offered) == ["S02"]
    assert [(use.customer.id, use.units) for use in answers.users] == [
        ("C02", 24), ("C03", 60), ("C05", 96),
    ]  # fmt: skip
    assert str(answers.headline) == (
        "Manufacturing execution has 3 customers, and 2 needs that wait point at it."
    )


def test_customer_filters_all_four(viewer):
    answers = ask(viewer, "customer", "C11")
    assert ids(answers.needs) == ["N14", "N03"]
    assert ids(answers.candidates) == ["N14"]
    assert ids(use.customer for use in answers.users) == ["C11"]
    assert len(answers.offered) == answers.users[0].customer.services


def test_need_leads_to_what_it_names_and_to_who_uses_that(viewer):
    answers = ask(viewer, "need", "N12")
    assert ids(answers.offered) == ["S05", "S18"]
    assert {"C04"} <= {use.customer.id for use in answers.users}
    assert str(ask(viewer, "need", "N14").headline) == (
        "“Nutrition log for riders” waits for something nobody offers."
    )
    assert ask(viewer, "need", "N14").users == ()


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ("N03", "waits."),
        ("N05", "decided and on its way."),
        ("N06", "fulfilled."),
        ("N11", "declined."),
    ],
)
def test_need_is_told_by_how_far_it_has_come(viewer, need, said):
    assert str(ask(viewer, "need", need).headline).endswith(said)


@pytest.mark.parametrize("kind", ["service", "customer", "need"])
def test_what_is_not_there_is_refused_by_name(viewer, kind):
    with pytest.raises(NotInThePortfolio, match=f"There is no {kind} X9, so nothing is filtered"):
        ask(viewer, kind, "X9")
