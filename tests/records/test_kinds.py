"""What kinds of record declare of themselves: whose business a row is, from whom its words are kept, where it stands."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

import cast
from domestique.records import tables as all_tables
from domestique.records.kind import Business, Words
from domestique.records.tables import TABLES, Table, in_order, table_named
from domestique.records.whose import unsaid

# Written by hand, as a second opinion: whoever drops a declaration is told here.
HERS = {
    "pulses": ("words", "contemplating", "would_turn"),
    "value_scores": ("words",),
    "alternatives": ("alternative", "reason", "would_turn", "learned"),
    "complaints": ("complaint", "cause", "answer"),
    "needs": ("need", "note"),
    "need_steps": ("note",),
    "preparations": ("outcome", "now"),
    "requirements": ("requirement", "reason", "measure", "evidence"),
    "escalations": ("question", "tried"),
    "decisions": ("question", "decision"),
    "contacts": ("gist", "follow_up"),
    "promises": ("promise", "reason"),
    "meetings": ("gist",),
    "meeting_items": ("text",),
    "inbox": ("text", "answer"),
    "customer_activities": ("what", "effect"),
    "goals": ("goal",),
    "agreement_lines": ("content",),
    "amendments": ("content",),
    "mandates": ("note",),
    "customers": ("note",),
}
HEARD = {"pulses", "value_scores", "alternatives", "contacts"}
THE_ORGANISATIONS = {
    "organisation", "units", "teams", "people", "roles_in_it", "team_members", "suppliers", "calendar_days",
    "services", "supplier_contracts", "dependencies", "packages", "outages", "maintenance_windows", "log_complete",
    "restoration_wish", "exchange_rates", "prices", "costs", "cost_shares",
}  # fmt: skip


def saying(name: str, **differs: object) -> Table:
    """Return a table whose kind declares something else."""
    table = table_named(name)
    said = replace(table.model.declared, **differs)
    return replace(table, model=type(name, (), {"declared": said}))


def test_customers_words_are_those_listed_by_hand():
    kept = {name: {*words} for name, words in cast.WORDS.items()}
    assert {name: {*HERS.get(name, ())} <= words for name, words in kept.items()} == dict.fromkeys(
        HERS, True
    )


def test_moods_scores_and_alternatives_are_heard_only_and_answers_the_keepers():
    kept = {words: {t.name for t in TABLES if t.model.declared.words is words} for words in Words}
    assert kept[Words.HEARD] == HEARD
    assert kept[Words.KEEPERS] == {"survey_answers"}


def test_what_is_the_organisations_is_listed_by_hand():
    theirs = {t.name for t in TABLES if t.model.declared.whose is Business.THE_ORGANISATIONS}
    assert theirs == THE_ORGANISATIONS


@pytest.mark.parametrize(
    ("name", "differs", "told"),
    [
        ("units", {"whose": None}, "units does not say whose business"),
        ("inbox", {"whose": None}, "inbox does not say whose business"),
        ("needs", {"whose": Business.THE_ORGANISATIONS}, "though a link says it"),
        ("inbox", {"whose": Business.THE_ORGANISATIONS}, "though they may name customers"),
        ("options", {"whose": Business.THE_ORGANISATIONS}, "though they may name customers"),
        ("needs", {"words": None}, "needs does not say from whom its words are kept"),
        ("improvements", {"words": None}, "does not say from whom its words are kept"),
    ],
)
def test_a_kind_that_leaves_it_open_is_told_so(name, differs, told):
    assert any(told in said for said in unsaid(saying(name, **differs)))


def test_a_kind_that_leaves_it_open_does_not_start(monkeypatch):
    apps.get_app_config("records").ready()
    monkeypatch.setattr(all_tables, "TABLES", (*TABLES, saying("pulses", words=None)))
    with pytest.raises(ImproperlyConfigured, match="pulses does not say from whom"):
        apps.get_app_config("records").ready()


def test_a_record_that_declares_nothing_does_not_start(monkeypatch):
    monkeypatch.delattr(table_named("needs").model, "declared")
    with pytest.raises(ImproperlyConfigured, match=r"say nothing.*Need"):
        all_tables.kinds_declared()


def test_tables_stand_after_the_table_they_name_and_the_next_ones_follow():
    def kind(table: str, after: str = "", module: str = "a") -> type:
        return type(
            table, (), {"declared": SimpleNamespace(table=table, after=after), "__module__": module}
        )

    kinds = [
        kind("b1", "a2", "b"),
        kind("b2", module="b"),
        kind("a1"),
        kind("a2"),
        kind("a3", "b1"),
        kind("a4"),
    ]
    assert [one.declared.table for one in in_order(kinds)] == ["a1", "a2", "b1", "a3", "a4", "b2"]
    assert len(TABLES) == len(all_tables.kinds_declared())
