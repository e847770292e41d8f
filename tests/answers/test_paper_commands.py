"""``domestique walk-in``, ``own-page``, ``run-sheet`` and ``steering``: papers without a browser."""

from __future__ import annotations

import pytest

from asking import ask
from reading_pdf import pages_of

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["walk-in", "--customer", "C04"], "Retail & E-commerce is not satisfied."),
        (["own-page", "--customer", "C02"], "You get 23 services for 8.8 MSEK"),
        (["steering"], "8 decisions are needed."),
        (["run-sheet", "--lost", "T10", "--crews", "4"], "4 promises cannot be kept by anyone."),
        (["run-sheet", "--lost", "S14,S21"], "every promise can be kept."),
    ],
)
def test_paper_is_written_and_says_where(tmp_path, command, words):
    file = tmp_path / "paper.pdf"
    result = ask(*command, str(file))
    assert result.stdout.strip() == f"Written to {file}"
    assert words in pages_of(file.read_bytes())[0]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["walk-in", "--customer", "C99"], "There is no customer C99"),
        (["own-page", "--customer", "C99"], "There is no customer C99"),
        (["run-sheet", "--lost", "T99"], "There is no service T99"),
        (["run-sheet", "--lost", "T10", "--crews", "0"], "at least 1 is needed"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(tmp_path, command, sentence):
    file = tmp_path / "paper.pdf"
    result = ask(*command, str(file))
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert not file.exists()


def test_a_folder_that_is_not_there_is_said(tmp_path):
    result = ask("steering", str(tmp_path / "nowhere" / "paper.pdf"))
    assert result.exit_code == 1
    assert "cannot be written: No such file or directory." in result.stderr
