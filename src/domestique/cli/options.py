"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Explained: TypeAlias = Annotated[
    bool, typer.Option("--explain", help="Show how every figure came about, down to its rows.")
]
