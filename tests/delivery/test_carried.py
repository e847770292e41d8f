"""What an outage of one service may have done to what stands on it, where the log says nothing of that."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from level_cases import level, outage

from domestique.delivery.carried import carried_away

# S1 and S2 need T1 hard, S3 needs S2; T1 needs the hall H.
NEEDS = {"S1": ["T1"], "S2": ["T1"], "S3": ["S2"], "T1": ["H"]}
EVERY = ("H", "T1", "S1", "S2", "S3")


def away(id_: str, service: str, hours: str = "08-09", root: str | None = None, up: str = ""):
    first, last = hours.split("-")
    one = outage(id_, f"2026-04-09 {first}:00", f"2026-04-09 {last}:00", root=root)
    return replace(one, service=service, not_felt_by=frozenset(up.split()))


def carried(*outages):
    log = {}
    for one in outages:
        log.setdefault(one.service, []).append(one)
    found = carried_away(EVERY, NEEDS, log)
    return {service: " ".join(one.id for one in ones) for service, ones in found.items()}


def test_whatever_stands_on_it_is_in_doubt_through_what_is_in_doubt():
    assert carried(away("I1", "T1")) == {"S1": "I1", "S2": "I1", "S3": "I1"}
    assert carried(away("I1", "H")) == dict.fromkeys(("T1", "S1", "S2", "S3"), "I1")


def test_an_outage_of_its_own_then_answers_and_so_does_being_up():
    assert carried(away("I1", "T1"), away("I2", "S2")) == {"S1": "I1", "S3": "I2"}
    assert carried(away("I1", "T1", up="S2")) == {"S1": "I1"}
    assert carried(away("I1", "T1"), away("I2", "S1", "09-10")) == {
        "S1": "I1",
        "S2": "I1",
        "S3": "I1",
    }


def test_where_an_outage_elsewhere_began_is_in_doubt_and_nothing_else_for_it():
    assert carried(away("I1", "S1", root="T1")) == {"T1": "I1"}
    assert carried(away("I1", "S1", root="T1"), away("I2", "T1", up="S2")) == {}
    assert carried(away("I1", "S1", root="T1", up="T1")) == {}


def test_needs_that_go_round_in_a_circle_come_to_an_end():
    log = {"A": [replace(away("I1", "A"), service="A")]}
    found = carried_away(("A", "B"), {"A": ["B"], "B": ["A"]}, log)
    assert [one.id for one in found.get("B", ())] in ([], ["I1"])


def test_only_what_takes_agreed_service_time_makes_a_level_not_sure():
    saturday = outage("I1", "2026-04-18 09:00", "2026-04-18 12:00")
    monday = outage("I2", "2026-04-20 09:00", "2026-04-20 09:01")
    found = level()
    assert replace(found, doubts=()).state == "met"
    assert (level(carried=(saturday,)).state, level(carried=(saturday,)).availability) == ("met", 1)
    unsure = level(carried=(monday,))
    assert (unsure.state, unsure.is_met, unsure.availability) == ("not sure", None, None)
    long = outage("I3", "2026-04-21 09:00", "2026-04-21 15:00")
    missed = level(long, carried=(monday,))
    assert (missed.state, missed.availability is None) == ("missed", False)


@given(
    st.lists(st.tuples(st.sampled_from(EVERY), st.integers(0, 5), st.integers(1, 3)), max_size=8)
)
def test_doubt_is_only_where_no_outage_of_its_own_is_on_record_then(rows):
    outages = [
        away(f"I{n}", service, f"{8 + begins:02}-{8 + begins + lasts:02}")
        for n, (service, begins, lasts) in enumerate(rows)
    ]
    log = {}
    for one in outages:
        log.setdefault(one.service, []).append(one)
    for service, ones in carried_away(EVERY, NEEDS, log).items():
        for one in ones:
            own = log.get(service, ())
            assert not any(mine.start < one.end and one.start < mine.end for mine in own)
