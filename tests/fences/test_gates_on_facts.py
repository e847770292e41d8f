"""Every fact that a gate holds, in every way in, by ten people and the keeper: taken or refused as one table says.

Whoever may not is told who can, and leaves nothing behind. Facts stand in ``gated_*.py``, one file for each part.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import gated_roles
import gated_services
import gated_words
import pytest
from django.db import transaction
from gated import KEEPER, WAYS, Fact, is_open, who_may
from test_every_verb import states

from cast import CAST, MAY
from domestique.records.ability import Ability

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
FACTS: tuple[Fact, ...] = (*gated_roles.FACTS, *gated_words.FACTS, *gated_services.FACTS)
CELLS = [(fact, way) for fact in FACTS for way in WAYS if is_open(fact, way)]
FOR_ALL = ("button", "form", "command")
"""Tried by all ten; files and lists by all who may change records, since to nobody else their addresses open."""
TOLD = ("form", "file")
"""Where the whole refusal is read; the other ways tell the same one."""


def tried(letter: str, way: str, fact: Fact) -> tuple[bool, str]:
    """Let somebody try; tell whether anything was saved and what was said, and take it back."""
    with transaction.atomic():
        fact.given()
        before = states()
        said = WAYS[way](letter, fact)
        is_done = states() != before
        transaction.set_rollback(True)
    return is_done, said


@pytest.mark.parametrize(("fact", "way"), CELLS, ids=str)
def test_fact_is_taken_from_those_who_may_and_nobody_else(fact, way):
    let = ""
    for letter in CAST if way in FOR_ALL else MAY[Ability.CHANGE_RECORDS]:
        is_done, said = tried(letter, way, fact)
        let += letter if is_done else ""
        if not is_done and way in TOLD and letter in MAY[Ability.CHANGE_RECORDS]:
            assert fact.says in said, (letter, said[:3000])
    assert let == who_may(fact, way, MAY)


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_the_keeper_records_what_happened_elsewhere(fact):
    for way in ("form", "file", "command"):
        is_done, said = tried(KEEPER, way, fact)
        assert is_done, said[:3000]


def test_the_page_of_guards_is_current():
    script = Path(__file__).parents[2] / "docs" / "generate_guards.py"
    spec = importlib.util.spec_from_file_location("generate_guards", script)
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    assert found.is_current(), "run python docs/generate_guards.py"
