"""As whom a command is run, and whether it is open to her."""

from __future__ import annotations

import os
from datetime import date

from domestique.access.errors import NotForHer, OnlyForKeeper
from domestique.access.permits import ANY_PERSON, KEEPER_ONLY, Permit
from domestique.access.queries import standing_on
from domestique.access.viewers import local_keeper
from domestique.parties.queries import organisation_of, today_of
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer


def person_named(name: str = "") -> Viewer:
    """Return who runs the command: the person ``--as`` or DOMESTIQUE_AS names, else the keeper at this computer.

    Refuses a name nobody in the picture has.
    """
    person = " ".join((name or os.environ.get("DOMESTIQUE_AS", "")).split())
    if not person:
        return local_keeper()
    keeper = local_keeper()
    on = today_of(organisation_of(keeper), date.today())  # noqa: DTZ011 - the day it is where the person sits
    return standing_on(person, on).viewer


def insist_on_permit(viewer: Viewer, needed: Permit | None) -> None:
    """Refuse a command that is not open to who runs it."""
    if viewer.abilities is None or needed == ANY_PERSON:
        return
    if needed in (None, KEEPER_ONLY):
        raise OnlyForKeeper(person=viewer.person)
    if not viewer.may(Ability(needed)):
        raise NotForHer(viewer.person, Ability(needed))
