"""No rule reads a fact out of what somebody wrote: states are codes, and what a text says of them is asked nowhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import domestique
from domestique.records.columns import Kind
from domestique.records.tables import TABLES

HOUSE = Path(domestique.__file__).parent
# Told apart by what a rule does with them: a name is looked up, and what is called text holds any words there are.
ANY_WORDS = {"name", "text", "title"}
TEXTS = {
    column.field for table in TABLES for column in table.columns if column.kind is Kind.TEXT
} - ANY_WORDS | {"why"}
OTHER_THINGS = {"place", "value", "words", "email"}
"""Fields whose names are usual for what is no field of a record, where they stand alone."""
ALIKE = {"lower", "casefold", "strip"}
LOOKS_INTO = {"startswith", "endswith", "find", "index", "count"}
SEARCHES = {"search", "match", "fullmatch", "findall", "finditer"}
ON_PURPOSE = {
    "relations/needs/need_state.py": "what notes said before there was a column proposes it, once",
    "relations/needs/escalating.py": "the form of a question is asked, not what it says",
    "relations/guard_queries.py": "a reason names the ground of a change by its id",
    "exchange/foreign/translating.py": "the words of a mapping file are a list",
    "exchange/past.py": "what the program itself wrote before the file's name",
}


def is_a_text(node: ast.expr) -> bool:
    """Whether an expression is a text that people write: a field, or what was taken from one under its name."""
    while (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ALIKE
    ):
        node = node.func.value
    named = (
        node.attr
        if isinstance(node, ast.Attribute)
        else node.id
        if isinstance(node, ast.Name)
        else ""
    )
    return named in TEXTS and not (isinstance(node, ast.Name) and named in OTHER_THINGS)


def looked_into(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield every place that looks for something inside a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for how, where in zip(node.ops, node.comparators, strict=True):
                if isinstance(how, (ast.In, ast.NotIn)) and is_a_text(where):
                    yield node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in LOOKS_INTO and is_a_text(node.func.value):
                yield node
            if node.func.attr in SEARCHES and any(is_a_text(one) for one in node.args):
                yield node


def places(module: Path) -> list[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [f"line {one.lineno}: {ast.unparse(one)}" for one in looked_into(tree)]


def test_no_rule_looks_for_words_in_a_text():
    found = {
        str(module.relative_to(HOUSE)): places(module)
        for module in HOUSE.rglob("*.py")
        if "migrations" not in module.parts
    }
    assert {name: where for name, where in found.items() if where and name not in ON_PURPOSE} == {}
    assert [name for name in ON_PURPOSE if not found[name]] == []


@pytest.mark.parametrize(
    "line",
    [
        '"wait" in need.decider.lower()',
        'need.decider.startswith("customer")',
        'any(word in note.casefold() for word in ("new service",))',
        're.findall("R[0-9]+", row.note)',
    ],
)
def test_a_rule_that_does_is_found(line):
    assert list(looked_into(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["need.decider in DECIDERS", 'need.decider == "customer"', "name.startswith('_')"]
)
def test_a_rule_that_goes_by_codes_is_not(line):
    assert not list(looked_into(ast.parse(line)))
