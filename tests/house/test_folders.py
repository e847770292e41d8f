"""The house stays easy to find one's way in: no folder is a hall, and no module's name says nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import domestique

HOUSE = Path(domestique.__file__).parent
MODULES = [path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts]
MOST_MODULES = 20
SAY_NOTHING = {"base", "common", "core", "helpers", "manager", "misc", "services", "tools", "utils"}


def test_no_folder_is_a_hall():
    counts = Counter(path.parent.relative_to(HOUSE).as_posix() for path in MODULES)
    assert len(counts) > 50
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_no_module_has_a_name_that_says_nothing():
    assert [path for path in MODULES if path.stem in SAY_NOTHING] == []


def test_every_answer_says_which_question_it_answers():
    folders = [
        folder for folder in (HOUSE / "answers").iterdir() if (folder / "__init__.py").exists()
    ]
    assert len(folders) > 25
    said = {folder.name: (folder / "__init__.py").read_text() for folder in folders}
    assert [name for name, text in said.items() if not text.startswith('"""')] == []
