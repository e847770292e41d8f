"""``domestique forget``: for who changed the database past the product, so that no page shows what stood there before."""

from __future__ import annotations

import typer
from django.utils.translation import gettext as _

from domestique.access.permits import KEEPER_ONLY, permit
from domestique.access.viewers import present_viewer
from domestique.records.memory.freshness import order_to_forget
from domestique.records.memory.stored import forget_stored


@permit(KEEPER_ONLY)
def forget() -> None:
    """Let every running server forget what it remembers, after the database was changed by hand."""
    order_to_forget(present_viewer().person)
    forget_stored()
    typer.echo(_("Every server reckons anew from the next page on."))
