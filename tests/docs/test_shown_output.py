"""What the documentation shows is what the product prints: somebody follows its pages and types what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from openpyxl import load_workbook

from asking import ask

DOCS = Path(__file__).resolve().parents[2] / "docs"
LEFT_OUT = "…"
PARTS = re.compile(
    r"Sheet `(?P<sheet>\w+)`:\n\n(?P<rows>(?:\|.*\n)+)"
    r"|`(?P<file>[\w/]+\.csv)`:\n\n```csv\n(?P<content>.*?)```"
    r"|```console\n(?P<block>.*?)```",
    re.DOTALL,
)


def fill_in(workbook: Path, sheet: str, rows: list[str]) -> None:
    """Fill a sheet with the rows of a Markdown table, heading and rule left out."""
    book = load_workbook(workbook)
    book[sheet].delete_rows(2, book[sheet].max_row)
    for row in rows[2:]:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        book[sheet].append([int(cell) if cell.isdigit() else cell for cell in cells])
    book.save(workbook)


def write(file: Path, content: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")


def type_commands(block: str) -> None:
    """Type each command of a block, and compare what it prints with what the block shows."""
    for typed in re.split(r"^\$ domestique ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = typed.partition("\n")
        printed = [
            line.rstrip() for line in ask(*shlex.split(command)).output.rstrip().splitlines()
        ]
        assert fits(shown.rstrip().splitlines(), printed), "\n".join([command, *printed])


def fits(shown: list[str], printed: list[str]) -> bool:
    """Whether what is shown is what was printed; a line with an ellipsis stands for any lines."""
    pattern = "\n".join(".*" if line == LEFT_OUT else re.escape(line) for line in shown)
    return re.fullmatch(pattern, "\n".join(printed), re.DOTALL) is not None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "page", ["tutorial.md", "demo.md", "how-to/a-week-of-a-customer-manager.md"]
)
def test_commands_print_what_is_shown(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.chdir(tmp_path)
    for part in PARTS.finditer((DOCS / page).read_text(encoding="utf-8")):
        if part["sheet"]:
            fill_in(tmp_path / "start.xlsx", part["sheet"], part["rows"].splitlines())
        elif part["file"]:
            write(tmp_path / part["file"], part["content"])
        else:
            type_commands(part["block"])


def test_notebook_prints_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / "how-to" / "use-from-a-notebook.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```\n\n```\n(.*?)```", text, re.DOTALL)
    for example, shown in examples:
        exec(example, {})  # noqa: S102 - our own page
        assert capsys.readouterr().out == shown
    assert len(examples) == 2


def test_ellipsis_stands_for_lines_and_for_nothing_else() -> None:
    assert fits(["a", LEFT_OUT, "d"], ["a", "b", "c", "d"])
    assert not fits(["a", "d"], ["a", "b", "c", "d"])
    assert not fits(["a", LEFT_OUT, "d"], ["a", "b", "c"])
