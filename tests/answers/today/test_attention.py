"""Who needs somebody, why, and who comes first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.answers.today.attention import Cause, Situation, reasons_for, urgency
from domestique.quantities.sentence import say
from domestique.satisfaction.pulse import CustomerMood, FeltPulse, Mood


def mood(face: Mood, *, days: int = 9, contemplating: str = "", at_stake: Decimal | None = None):
    pulse = FeltPulse(
        "C1", date(2026, 11, 12), face, contemplating=contemplating, at_stake=at_stake
    )
    is_fresh = days <= 90
    shown = face if is_fresh else Mood.UNKNOWN
    return CustomerMood("C1", True, shown, (pulse,) if is_fresh else (), pulse, days, say("told"))


def causes(situation: Situation) -> list[Cause]:
    return [reason.cause for reason in reasons_for(situation)]


def texts(situation: Situation) -> list[str]:
    return [str(reason.text) for reason in reasons_for(situation)]


def test_satisfied_customer_needs_nobody():
    assert reasons_for(Situation(mood(Mood.POSITIVE))) == ()


def test_negative_comes_before_everything_else():
    unhappy = mood(Mood.NEGATIVE, contemplating="a SaaS web shop")
    assert causes(Situation(unhappy, ended_on=date(2026, 6, 30))) == [
        Cause.NEGATIVE,
        Cause.AGREEMENT_ENDED,
        Cause.LOOKING_ELSEWHERE,
    ]


def test_silence_is_counted_in_days():
    assert texts(Situation(mood(Mood.POSITIVE, days=193))) == ["silent for 193 days"]


def test_missed_level_is_hers_only_where_she_uses_a_quarter():
    missed = [("Web shop", Fraction(3, 4)), ("E-mail", Fraction(1, 10)), ("Print", None)]
    assert texts(Situation(None, missed=missed)) == ["missed level on Web shop"]


def test_exactly_a_quarter_is_enough():
    assert causes(Situation(None, missed=[("Web shop", Fraction(1, 4))])) == [Cause.LEVEL_MISSED]


def test_plan_above_budget_is_told_in_thousands():
    situation = Situation(None, above_budget=Decimal(304_432), currency="SEK")
    assert texts(situation) == ["plan above the IT budget by 304 kSEK"]


def test_unaccepted_role_matters_only_when_served():
    assert causes(Situation(None, status="identified")) == [Cause.NOT_ACCEPTED]
    assert causes(Situation(None, status="identified", is_served=False)) == []


def test_gravest_reason_sorts_first_then_money_then_id():
    negative = reasons_for(Situation(mood(Mood.NEGATIVE)))
    silent = reasons_for(Situation(mood(Mood.POSITIVE, days=100)))
    order = sorted(
        [(silent, None, "C1"), (negative, Decimal(5), "C2"), (negative, Decimal(9), "C3")],
        key=lambda one: urgency(*one),
    )
    assert [customer for _, _, customer in order] == ["C3", "C2", "C1"]
