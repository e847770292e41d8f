"""A word of a closed list is written once, where the list is."""

from __future__ import annotations

import ast
from pathlib import Path

import domestique

HOUSE = Path(domestique.__file__).parent
AS_PEOPLE_WRITE = {"relations/needs/need_state.py", "answers/parts/part_figures.py"}
"""What reads how far a need has come out of a text, and the examples of parts."""


def words_of_lists() -> set[str]:
    """Return the words of all lists that can be nothing else, for they are more than one word each."""
    lists = (ast.parse(path.read_text()) for path in HOUSE.rglob("choices.py"))
    texts = (
        node.value for tree in lists for node in ast.walk(tree) if isinstance(node, ast.Constant)
    )
    return {
        text
        for text in texts
        if isinstance(text, str) and 0 < text.count(" ") < 3 and text[0].islower()
    }


def written_out(path: Path, words: set[str]) -> list[str]:
    """Return the words a module writes out, but for those it says to people and those of its own lists."""
    tree = ast.parse(path.read_text())
    said = {
        id(text)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "_"))
        or (isinstance(node, ast.ClassDef) and "Enum" in " ".join(map(ast.unparse, node.bases)))
        for text in ast.walk(node)
    }
    return [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in words and id(node) not in said
    ]


def test_no_status_is_a_loose_string():
    words = words_of_lists()
    assert {"in force", "stepped down", "our guess", "handed over"} <= words
    modules = (path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
    others = [path for path in modules if path.name != "choices.py"]
    loose = [
        one
        for path in others
        if path.relative_to(HOUSE).as_posix() not in AS_PEOPLE_WRITE
        for one in written_out(path, words)
    ]
    assert loose == []
