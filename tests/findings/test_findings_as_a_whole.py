"""All findings together: in order of rule and row, looked up by row and customer, cut to what a page has room for."""

from __future__ import annotations

import pytest

from domestique.findings.finding import Finding, Names, Sketch
from domestique.findings.findings import Findings, piled
from domestique.findings.grouped import FindingKind, group_by_rule
from domestique.quantities.sentence import say


def finding(rule: str, subject: str, customer: str = "", owner: str = "", table: str = "services"):
    return Finding(rule, table, subject, say("%(s)s.", s=subject), say("Ask."), customer, owner)


def words_of(names: Names, service: str):
    return say("%(s)s is late.", s=names.service(service)), say("Ask %(s)s.", s=service)


B, A = finding("R16", "S2", "C04", "Noor"), finding("R16", "S1", "C01", "ebba")
HERS = finding("R03", "C04", "C04", table="customers")
SKETCH = Sketch("R24", "services", "S3", words_of, ("S3",), "C04", "Noor")
FOUND = Findings(
    [*piled([B, A]), *piled([SKETCH, HERS])], Names({"S3": "Web shop"}, {"S3": "Web shop"})
)


def subjects(found) -> list[str]:
    return [one.subject for one in found]


def test_they_come_by_rule_and_then_by_row():
    assert [(one.rule, one.subject) for one in FOUND] == [
        ("R03", "C04"), ("R16", "S1"), ("R16", "S2"), ("R24", "S3"),
    ]  # fmt: skip
    assert len(FOUND) == 4
    assert subjects(FOUND[1:3]) == ["S1", "S2"]
    assert [FOUND[place].subject for place in (0, 1, 2, 3, -1)] == ["C04", "S1", "S2", "S3", "S3"]
    with pytest.raises(IndexError):
        FOUND[4]
    assert len(Findings([], Names())) == 0


def test_piles_of_one_rule_are_put_together():
    both = Findings([*piled([B]), *piled([A])], Names())
    assert subjects(both.of("R16")) == ["S1", "S2"]
    assert subjects(both.of("R99")) == []
    assert list(both.by_rule()) == ["R16"]


def test_a_sketch_is_put_into_words_by_name():
    (told,) = FOUND.of("R24")
    assert (str(told.text), str(told.advice), told.subject) == (
        "Web shop is late.",
        "Ask Web shop.",
        "S3",
    )
    assert Names().service("S9") == "S9"


def test_a_row_has_what_is_about_it_and_a_customer_what_touches_her():
    assert subjects(FOUND.about("services", "S1")) == ["S1"]
    assert subjects(FOUND.about("customers", "C04")) == ["C04", "S2", "S3"]
    assert subjects(FOUND.about("services", "S9")) == []
    assert subjects(FOUND.only(lambda one: one.customer == "C01")) == ["S1"]


def test_a_page_shows_a_hundred_of_a_rule_and_says_how_many_more():
    many = FindingKind("R16", "x", [A] * 103)
    assert (len(many.shown), many.rest) == (100, 3)
    assert FindingKind("R16", "x", [A]).rest == 0


def test_groups_are_in_the_order_of_the_rules():
    assert [one.rule for one in group_by_rule(FOUND)] == ["R03", "R16", "R24"]
