"""Ask the command line, as a person or as a machine."""

from __future__ import annotations

import json
from typing import Any

from click.testing import Result
from typer.testing import CliRunner

from domestique.site.commands import application


def ask(*arguments: str) -> Result:
    """Run a command and return what it printed and its exit status."""
    return CliRunner().invoke(application, arguments, catch_exceptions=False)


def answer(*arguments: str) -> Any:
    """Run a command with ``--json`` and return its answer; it must succeed."""
    result = ask(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
