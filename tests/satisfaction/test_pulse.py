"""Satisfaction now: worked examples of R19 and R20, and the demo's golden results."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import domestique
from domestique.quantities.figure import Grade, Source
from domestique.satisfaction.pulse import (
    AskedCustomer,
    FeltPulse,
    Mood,
    Satisfaction,
    satisfaction_on,
    unasked_contemplations,
)

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"
TODAY = date(2026, 11, 21)
SAMIRA = AskedCustomer("C04", is_accepted=True)


def satisfaction(
    *pulses: FeltPulse, customers: tuple[AskedCustomer, ...] = (SAMIRA,), on: date = TODAY
) -> Satisfaction:
    return satisfaction_on(on, customers, pulses, stale_after_days=90, currency="SEK")


def pulse(
    face: Mood, days_ago: int, person: str = "Samira", at_stake: int | None = None
) -> FeltPulse:
    money = None if at_stake is None else Decimal(at_stake)
    return FeltPulse("C04", TODAY - timedelta(days=days_ago), face, person, at_stake=money)


def demo(table: str) -> list[dict[str, str]]:
    with (DEMO / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def demo_satisfaction(on: date = TODAY) -> Satisfaction:
    customers = tuple(
        AskedCustomer(row["id"], row["status"] == "accepted") for row in demo("customers")
    )
    pulses = [
        FeltPulse(
            row["customer"],
            date.fromisoformat(row["date"]),
            Mood(row["face"]),
            row["person"],
            row["words"],
            row["contemplating"],
            Decimal(row["at_stake"]) if row["at_stake"] else None,
        )
        for row in demo("pulses")
    ]
    return satisfaction(*pulses, customers=customers, on=on)


def test_newest_pulse_of_a_person_replaces_the_older_whatever_the_order() -> None:
    newer, older = pulse(Mood.NEGATIVE, 11), pulse(Mood.POSITIVE, 40)
    for rows in ((newer, older), (older, newer)):
        (samira,) = satisfaction(*rows).accepted
        assert (samira.mood, samira.age_days, samira.voices) == (Mood.NEGATIVE, 11, (newer,))


def test_pulse_goes_stale_the_day_after_the_limit() -> None:
    assert satisfaction(pulse(Mood.POSITIVE, 90)).count(Mood.POSITIVE) == 1
    stale = satisfaction(pulse(Mood.POSITIVE, 91))
    assert (stale.count(Mood.POSITIVE), stale.count(Mood.UNKNOWN)) == (0, 1)
    assert str(stale.accepted[0].what) == (
        "C04 last said anything on 2026-08-22, too long ago: not known."
    )


def test_pulse_after_the_day_asked_about_is_ignored() -> None:
    (samira,) = satisfaction(pulse(Mood.POSITIVE, -1)).accepted
    assert (samira.mood, samira.newest, samira.age_days) == (Mood.UNKNOWN, None, None)
    assert str(samira.what) == "C04 has no pulse on record: not known."


def test_two_persons_who_differ_make_a_mixed_customer_with_both_voices() -> None:
    now = satisfaction(pulse(Mood.NEGATIVE, 5), pulse(Mood.POSITIVE, 9, "Elif"))
    assert [voice.person for voice in now.accepted[0].voices] == ["Samira", "Elif"]
    assert (now.count(Mood.MIXED), now.satisfied.value) == (1, 0)
    assert now.satisfied.lines[0].sources == (
        Source("pulses", "C04 2026-11-16 Samira"),
        Source("pulses", "C04 2026-11-12 Elif"),
    )


def test_two_persons_who_agree_make_one_satisfied_customer() -> None:
    now = satisfaction(pulse(Mood.POSITIVE, 5), pulse(Mood.POSITIVE, 9, "Elif"))
    assert (now.satisfied.value, now.satisfied.observations) == (1, 2)


def test_stale_voice_does_not_make_a_customer_mixed() -> None:
    now = satisfaction(pulse(Mood.POSITIVE, 5), pulse(Mood.NEGATIVE, 200, "Elif"))
    assert now.accepted[0].mood is Mood.POSITIVE


def test_money_at_stake_is_what_the_newest_fresh_pulse_says() -> None:
    now = satisfaction(pulse(Mood.NEGATIVE, 5, at_stake=700), pulse(Mood.NEGATIVE, 9, "Elif", 900))
    assert (now.at_stake.value, now.at_stake.unit) == (Decimal(700), "SEK")


def test_same_money_told_by_two_persons_on_one_day_counts_once() -> None:
    now = satisfaction(pulse(Mood.NEGATIVE, 5, at_stake=700), pulse(Mood.NEGATIVE, 5, "Elif", 900))
    assert now.at_stake.value == Decimal(900)


def test_money_nobody_has_told_is_not_zero() -> None:
    assert satisfaction(pulse(Mood.NEGATIVE, 5)).at_stake.value is None
    assert satisfaction(pulse(Mood.NEGATIVE, 91, at_stake=700)).at_stake.value is None
    assert satisfaction(pulse(Mood.POSITIVE, 5, at_stake=0)).at_stake.value == 0


def test_nobody_known_gives_no_figure() -> None:
    now = satisfaction()
    assert (now.satisfied.value, now.satisfied.grade) == (None, Grade.GUESSED)
    assert str(now.headline) == "0 of 1 satisfied, 0 in between, 0 not, 1 not known."
    assert (now.worst, now.best) == (0, 1)


def test_no_accepted_customer_has_no_bounds() -> None:
    now = satisfaction(
        pulse(Mood.POSITIVE, 5), customers=(AskedCustomer("C04", is_accepted=False),)
    )
    assert (now.worst, now.best, now.satisfied.value) == (None, None, None)
    assert str(now.headline) == "Nobody has accepted the role of customer yet."
    assert [customer.mood for customer in now.apart] == [Mood.POSITIVE]


def test_bounds_follow_the_vector_of_measurement() -> None:
    customers = tuple(AskedCustomer(f"C{i}", is_accepted=True) for i in range(12))
    faces = [Mood.POSITIVE] * 7 + [Mood.NEUTRAL, Mood.NEGATIVE]
    pulses = [FeltPulse(f"C{i}", TODAY, face) for i, face in enumerate(faces)]
    now = satisfaction(*pulses, customers=customers)
    assert (now.worst, now.best) == (Fraction(7, 12), Fraction(10, 12))
    assert str(now.headline) == "7 of 12 satisfied, 1 in between, 1 not, 3 not known."


def test_neutral_or_negative_pulse_asks_for_contemplation() -> None:
    said = FeltPulse("C04", TODAY, Mood.NEUTRAL, "Elif", contemplating="nothing")
    now = satisfaction(pulse(Mood.NEGATIVE, 5), said)
    (unasked,) = unasked_contemplations(now.accepted)
    assert (unasked.customer, unasked.pulse.person) == ("C04", "Samira")
    assert str(unasked.what) == (
        "C04 was not positive on 2026-11-16, and nobody has asked what the customer contemplates."
    )


def test_positive_or_stale_pulse_asks_for_nothing() -> None:
    assert unasked_contemplations(satisfaction(pulse(Mood.POSITIVE, 5)).accepted) == []
    assert unasked_contemplations(satisfaction(pulse(Mood.NEGATIVE, 91)).accepted) == []


def test_demo_has_four_of_ten_satisfied_and_one_not_known() -> None:
    now = demo_satisfaction()
    assert str(now.headline) == "4 of 10 satisfied, 3 in between, 2 not, 1 not known."
    assert {mood: [c.customer for c in now.accepted if c.mood is mood] for mood in Mood} == {
        Mood.POSITIVE: ["C01", "C03", "C05", "C07"],
        Mood.NEUTRAL: ["C02", "C06", "C12"],
        Mood.NEGATIVE: ["C04", "C10"],
        Mood.MIXED: [],
        Mood.UNKNOWN: ["C08"],
    }
    assert [(c.customer, c.mood) for c in now.apart] == [
        ("C09", Mood.UNKNOWN),
        ("C11", Mood.POSITIVE),
    ]


def test_demo_headline_figure_opens_its_rows() -> None:
    figure = demo_satisfaction().satisfied
    assert (figure.value, figure.completeness, figure.grade) == (4, Fraction(9, 10), Grade.ROUTINE)
    assert figure.lines[0].sources == (Source("pulses", "C01 2026-11-03 Astrid Lindgård"),)
    assert sum(line.amount or 0 for line in figure.lines) == figure.value
    assert [line.amount for line in figure.lines].count(None) == 1


def test_demo_money_at_stake_sums_to_the_golden_figure() -> None:
    now = demo_satisfaction()
    assert now.at_stake.value == Decimal(6_670_000)
    assert now.at_stake.value == sum(Decimal(row["at_stake"]) for row in demo("pulses"))
    assert (now.worst, now.best) == (Fraction(4, 10), Fraction(5, 10))


def test_demo_asks_for_no_contemplation() -> None:
    now = demo_satisfaction()
    assert unasked_contemplations((*now.accepted, *now.apart)) == []


ROWS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(-5, 130),
        st.sampled_from([Mood.POSITIVE, Mood.NEUTRAL, Mood.NEGATIVE]),
        st.sampled_from(["Ann", "Bo"]),
    ),
    max_size=12,
)


@given(ROWS, st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_counts_sum_to_the_accepted_customers_and_only_fresh_positive_ones_are_satisfied(
    rows: list[tuple[int, int, Mood, str]], accepted: int
) -> None:
    customers = tuple(AskedCustomer(str(i), is_accepted=i < accepted) for i in range(5))
    pulses = [
        FeltPulse(str(c), TODAY - timedelta(days=age), face, who) for c, age, face, who in rows
    ]
    now = satisfaction(*pulses, customers=customers)
    assert sum(now.count(mood) for mood in Mood) == accepted
    is_positive = {str(c) for c, age, face, _ in rows if 0 <= age <= 90 and face is Mood.POSITIVE}
    assert {c.customer for c in now.accepted if c.mood is Mood.POSITIVE} <= is_positive
    assert now.worst is not None
    assert now.best is not None
    assert now.best - now.worst == Fraction(now.count(Mood.UNKNOWN), accepted)


def said(day: date, face: Mood, words: str = "", at_stake: int | None = None, **also: object):
    money = None if at_stake is None else Decimal(at_stake)
    person = str(also.pop("person", "Johan"))
    return FeltPulse("C04", day, face, person, contemplating=words, at_stake=money, **also)  # type: ignore[arg-type]


def test_a_bare_face_never_erases_what_is_contemplated_and_at_stake() -> None:
    """The vector of measurement 1.3, with an orderer's face beside."""
    (mood,) = satisfaction(
        said(date(2026, 10, 20), Mood.NEUTRAL, "a platform of her own", 900_000),
        said(date(2026, 11, 21), Mood.NEUTRAL),
        said(date(2026, 11, 21), Mood.NEGATIVE, person="Mira", is_orderers=True),
    ).accepted
    assert (mood.mood, mood.at_stake, mood.age_days) == (Mood.NEUTRAL, 900_000, 0)
    assert (mood.voices[0].contemplating, mood.voices[0].stated_on) == (
        "a platform of her own",
        date(2026, 10, 20),
    )
    assert [(one.person, one.face) for one in mood.beside] == [("Mira", Mood.NEGATIVE)]


def test_a_new_statement_takes_the_place_of_the_whole_old_one() -> None:
    (mood,) = satisfaction(
        said(date(2026, 10, 20), Mood.NEGATIVE, "leaving", 900_000),
        said(date(2026, 11, 1), Mood.NEUTRAL, "nothing"),
        said(date(2026, 11, 2), Mood.POSITIVE),
    ).accepted
    assert (mood.mood, mood.at_stake, mood.voices[0].contemplating) == (
        Mood.POSITIVE,
        None,
        "nothing",
    )


def test_one_persons_statement_is_not_put_into_anothers_mouth() -> None:
    (mood,) = satisfaction(
        said(date(2026, 11, 1), Mood.NEGATIVE, "leaving", 500, person="Deputy"),
        said(date(2026, 11, 20), Mood.NEUTRAL),
    ).accepted
    assert [(one.person, one.contemplating) for one in mood.voices] == [
        ("Johan", ""),
        ("Deputy", "leaving"),
    ]
    assert mood.at_stake == 500


@given(
    st.lists(st.sampled_from([m for m in Mood if m not in (Mood.MIXED, Mood.UNKNOWN)]), max_size=12)
)
def test_the_four_counts_sum_to_the_accepted_customers(faces: list[Mood]) -> None:
    pulses = [FeltPulse(f"C{i}", TODAY, face, "x") for i, face in enumerate(faces)]
    two = [FeltPulse("C0", TODAY, Mood.NEGATIVE, "y")] if faces else []
    customers = tuple(AskedCustomer(f"C{i}", is_accepted=True) for i in range(len(faces) + 1))
    now = satisfaction(*pulses, *two, customers=customers)
    parts = (
        now.count(Mood.POSITIVE),
        now.in_between,
        now.count(Mood.NEGATIVE),
        now.count(Mood.UNKNOWN),
    )
    assert sum(parts) == len(now.accepted)
