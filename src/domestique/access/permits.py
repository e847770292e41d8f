"""What a page or a command needs of who opens it, said where it stands. One that does not say is for the keeper only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from domestique.access.errors import NotForHer, OnlyForKeeper
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

Permit: TypeAlias = "Ability | str"
Opened = TypeVar("Opened", bound=Callable[..., Any])

WITHOUT_LOG_IN = "without log-in"
"""Open before anybody has said who she is."""
ANY_PERSON = "any person"
"""Open to everybody who has."""
KEEPER_ONLY = "keeper only"
"""What concerns the installation and not the picture."""


def permit(needed: Permit) -> Callable[[Opened], Opened]:
    """Say what is needed; whose customers somebody finds behind it is asked by the query, which takes the viewer."""

    def mark(opened: Opened) -> Opened:
        """Note it at the view or command itself, where the entrance looks."""
        vars(opened)["permit"] = needed
        return opened

    return mark


def permit_of(opened: object) -> Permit | None:
    """Return what a view or a command says it needs."""
    found: Permit | None = getattr(opened, "permit", None)
    return found


def insist_on_permit(viewer: Viewer, needed: Permit | None) -> None:
    """Refuse a page or a command that is not open to who asks for it."""
    if viewer.abilities is None or needed == ANY_PERSON:
        return
    if needed in (None, KEEPER_ONLY):
        raise OnlyForKeeper(person=viewer.person)
    if not viewer.may(Ability(needed)):
        raise NotForHer(viewer.person, Ability(needed))
