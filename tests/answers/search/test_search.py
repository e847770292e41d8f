"""Anything in the demo is found by a few letters, accents or not, and only what one may see."""

from __future__ import annotations

import pytest

from domestique.answers.search.search import search
from domestique.answers.search.search_entry import Kind
from domestique.answers.search.search_words import fold
from domestique.answers.search.searchable import everything
from domestique.records.viewer import Viewer


def found(viewer: Viewer, question: str) -> dict[Kind, list[str]]:
    return {
        group.kind: [hit.entry.title for hit in group.hits] for group in search(viewer, question)
    }


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Förråd Åre", "forrad are"),
        ("R&D and  Design", "r d and design"),
        ("Straße Łódź København", "strasse lodz kobenhavn"),
        ("„Hej!“", "hej"),
        ("S-03_a", "s 03 a"),
        ("…", ""),
    ],
)
def test_letters_alone_count(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("question", "kind", "title"),
    [
        ("S03", Kind.SERVICE, "Web shop"),
        ("webbutik", Kind.SERVICE, "Web shop"),
        ("verkkokauppa", Kind.SERVICE, "Web shop"),
        ("retail", Kind.CUSTOMER, "Retail & E-commerce"),
        ("samira", Kind.CUSTOMER, "Retail & E-commerce"),
        ("astrid lindgard", Kind.PERSON, "Astrid Lindgård"),
        ("nyström", Kind.PERSON, "Ebba Nyström"),
        ("nordkarna", Kind.SUPPLIER, "Nordkärna Software AB"),
        ("U111", Kind.UNIT, "Web shop"),
        ("I3", Kind.OUTAGE, "stock feed stuck, Sunday evening peak"),
        ("bikes on sundays", Kind.PULSE, "Sunday evening again. I sell bikes on Sundays."),
        ("badge gate", Kind.NEED, "One badge for gate and lunch"),
        ("black week", Kind.ACTIVITY, "Black week campaign"),
        ("O11", Kind.ORDERER, "Elif Demir"),
    ],
)
def test_everything_is_found_by_its_id_its_names_and_its_words(
    demo, db, viewer, question, kind, title
):
    assert title in found(viewer, question)[kind]


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_of_the_demo_has_something_to_find(demo, db, viewer, kind):
    assert any(entry.kind is kind for entry in everything(viewer))


def test_person_is_found_once_with_all_her_roles(demo, db, viewer):
    (group,) = [one for one in search(viewer, "Noor Rahimi") if one.kind is Kind.PERSON]
    (hit,) = group.hits
    assert [str(note) for note in hit.entry.notes] == [
        "owns 6 services",
        "in Team Grön (green)",
        "in Team Gul (yellow)",
    ]


@pytest.mark.parametrize("question", ["", "   ", "…", "&"])
def test_nothing_asked_finds_nothing(demo, db, viewer, question):
    assert search(viewer, question) == []


def test_who_sees_one_customer_finds_no_other(demo, db):
    mira = Viewer("Mira Falk", customers=frozenset({"C01"}))
    everyones = found(mira, "retail")
    assert Kind.CUSTOMER not in everyones
    assert Kind.PULSE not in found(mira, "bikes on sundays")
    assert found(mira, "C01")[Kind.CUSTOMER] == ["Race Bikes"]
