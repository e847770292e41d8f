"""Anything in the demo is found by a few letters, accents or not, and only what one may see."""

from __future__ import annotations

import pytest

from domestique.answers.search.search import search
from domestique.answers.search.search_words import fold
from domestique.answers.search.searchable import shelves
from domestique.records.viewer import Viewer


def anywhere(_route: str) -> bool:
    return True


def found(viewer: Viewer, question: str) -> dict[str, list[str]]:
    return {
        group.kind: [hit.entry.title for hit in group.hits]
        for group in search(viewer, question, anywhere)
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
        ("S03", "services", "Web shop"),
        ("webbutik", "services", "Web shop"),
        ("verkkokauppa", "services", "Web shop"),
        ("retail", "customers", "Retail & E-commerce"),
        ("samira", "customers", "Retail & E-commerce"),
        ("astrid lindgard", "people", "Astrid Lindgård"),
        ("nyström", "people", "Ebba Nyström"),
        ("nordkarna", "suppliers", "Nordkärna Software AB"),
        ("U111", "units", "Web shop"),
        ("I3", "outages", "stock feed stuck, Sunday evening peak"),
        ("bikes on sundays", "pulses", "Sunday evening again. I sell bikes on Sundays."),
        ("badge gate", "needs", "One badge for gate and lunch"),
        ("black week", "customer_activities", "Black week campaign"),
        ("O11", "orderers", "Elif Demir"),
    ],
)
def test_everything_is_found_by_its_id_its_names_and_its_words(
    demo, db, viewer, question, kind, title
):
    assert title in found(viewer, question)[kind]


def test_each_kind_of_the_demo_has_something_to_find(demo, db, viewer):
    found = {shelf.kind: shelf.entries for shelf in shelves(viewer)}
    assert len(found) > 28
    in_figures_only = {"agreement_lines"}
    assert {kind for kind, entries in found.items() if not entries} == in_figures_only


def test_person_is_found_once_with_all_her_roles(demo, db, viewer):
    (group,) = [one for one in search(viewer, "Noor Rahimi", anywhere) if one.kind == "people"]
    (hit,) = group.hits
    assert [str(note) for note in hit.entry.notes] == [
        "owns 6 services",
        "in Team Grön (green)",
        "in Team Gul (yellow)",
    ]


@pytest.mark.parametrize("question", ["", "   ", "…", "&"])
def test_nothing_asked_finds_nothing(demo, db, viewer, question):
    assert search(viewer, question, anywhere) == []


def test_who_sees_one_customer_finds_no_other(demo, db):
    mira = Viewer("Mira Falk", customers=frozenset({"C01"}))
    everyones = found(mira, "retail")
    assert "customers" not in everyones
    assert "pulses" not in found(mira, "bikes on sundays")
    assert found(mira, "C01")["customers"] == ["Race Bikes"]
