"""Each rule that finds something is named once, so that it can be asked for, searched for and read."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from domestique.findings import rules
from domestique.findings.finding import RULES

NUMBER = re.compile(r"R[0-9]{2}|K[0-9]{2}|S[0-9]-[0-9]{2}")
PLACE = Path(rules.__file__).parent


def rules_that_find() -> set[str]:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in PLACE.glob("*.py")]
    constants = [one for tree in trees for one in ast.walk(tree) if isinstance(one, ast.Constant)]
    return {
        str(one.value)
        for one in constants
        if isinstance(one.value, str) and NUMBER.fullmatch(one.value)
    }


def test_every_rule_that_finds_something_has_a_title_and_no_title_stands_alone():
    assert rules_that_find() == {*RULES}
