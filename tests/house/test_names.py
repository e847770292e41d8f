"""A public name has one meaning in the whole house."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import domestique

HOUSE = Path(domestique.__file__).parent
SAME_THING = {"CostShare"}
"""A record, and the same as a plain value, which is used from notebooks."""
FIELDS = "records/declare.py"
FILTERS = "web/templatetags/shown.py"
SAME_DEED = {
    "accept_role", "change_password", "export", "lend_mandate", "load", "log_in", "own_page",
    "remind", "run_sheet", "step_down", "take_apart", "take_back", "withdraw",
}  # fmt: skip
"""Verbs: the action, and the page or command that takes it."""
SAME_PICTURE = {"bill_chart", "budget_chart", "customers_chart", "months_chart", "value_chart"}
"""A template's tag is called as the picture it draws."""
SAME_WORD = {"add", "move", "today"}
"""Said where it stands: a command of a group, and what is asked of a reader."""


def named(kind: type[ast.AST]) -> dict[str, set[str]]:
    """Return every module that defines a public name, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in HOUSE.rglob("*.py"):
        if "migrations" not in path.parts:
            for node in ast.parse(path.read_text()).body:
                if isinstance(node, kind) and not node.name.startswith("_"):
                    found[node.name].add(path.relative_to(HOUSE).as_posix())
    return found


def test_no_two_classes_share_a_name():
    classes = named(ast.ClassDef)
    assert len(classes) > 500
    twice = {name: where for name, where in classes.items() if len(where) > 1}
    assert {name: where for name, where in twice.items() if name not in SAME_THING} == {}
    assert set(twice) >= SAME_THING


def test_no_two_functions_share_a_name_unless_they_do_the_same():
    allowed = SAME_DEED | SAME_PICTURE | SAME_WORD
    twice = {
        name: where - {FIELDS, FILTERS}
        for name, where in named(ast.FunctionDef).items()
        if len(where - {FIELDS, FILTERS}) > 1
    }
    assert set(twice) - allowed == set(), {name: twice[name] for name in set(twice) - allowed}
    assert allowed - set(twice) == set()
