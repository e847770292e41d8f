"""How long a command takes to start, and the first one on an empty database, against a bare start.

Run with ``python -m bench.start``. The bare start sets Django up with the apps of others that we use
and runs a Typer application of one command with one option, which says nothing. Each is a process of
its own; they take turns, and the best of five rounds counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROUNDS = 5
BARE = """
import django, typer
from django.conf import settings
settings.configure(
    INSTALLED_APPS=["django.contrib.sessions", "django.contrib.staticfiles", "simple_history", "csp"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    STATIC_URL="static/",
)
django.setup()
application = typer.Typer(add_completion=False)
@application.command()
def nothing(as_json: bool = typer.Option(False, "--json")) -> None:
    "Say nothing."
application()
"""


def run(scratch: Path) -> list[tuple[str, str, str, str]]:
    """Return rows (what, ours, compared with, ratio), all measured in this run."""
    ours = [sys.executable, "-m", "domestique", "--db", str(scratch / "empty.sqlite3")]
    bare = [sys.executable, "-c", BARE]
    first, told, helped, nothing, bare_help = [], [], [], [], []
    for _ in range(ROUNDS):
        for file in scratch.glob("empty.sqlite3*"):
            file.unlink()
        first.append(_seconds([*ours, "findings"]))
        nothing.append(_seconds(bare))
        told.append(_seconds([*ours, "findings"]))
        bare_help.append(_seconds([*bare, "--help"]))
        helped.append(_seconds([*ours, "--help"]))
    return [
        _row("a command starts: --help", min(helped), "bare --help", min(bare_help)),
        _row("a command starts: findings, nothing loaded", min(told), "bare", min(nothing)),
        _row("the first command on an empty database", min(first), "bare", min(nothing)),
    ]


def _seconds(command: list[str]) -> float:
    # Compiled by the first round, as an installed product is.
    settings = {**os.environ, "DOMESTIQUE_AS": "", "PYTHONDONTWRITEBYTECODE": ""}
    began = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=settings)
    return perf_counter() - began


def _row(what: str, ours: float, than: str, theirs: float) -> tuple[str, str, str, str]:
    start = f"{than} start of Django and Typer: {theirs:.2f} s"
    return what, f"{ours:.2f} s", start, f"{ours / theirs:.1f} x"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="domestique-bench-") as folder:
        for row in run(Path(folder)):
            print(" | ".join(row))
