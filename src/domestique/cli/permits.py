"""Which ability every command needs, and as whom it is run. A command that is not listed is for the keeper only."""

from __future__ import annotations

import os
from datetime import date

from domestique.access.errors import NotForHer, OnlyForKeeper
from domestique.access.queries import standing_on
from domestique.access.viewers import local_keeper
from domestique.parties.queries import organisation_of, today_of
from domestique.records.ability import Ability
from domestique.records.viewer import Viewer

ANY_PERSON = None
KEEPER_ONLY = frozenset({"demo", "serve", "user"})
"""What concerns the installation and not the picture."""

PERMITS: dict[str, Ability | None] = {
    "load": Ability.LOAD,
    "export": Ability.SEE_RECORDS,
    "template": ANY_PERSON,
    "levels": Ability.SEE_SERVICES,
    "costs": Ability.SEE_MONEY,
    "bill": Ability.SEE_OWN,
    "restore": Ability.SEE_SERVICES,
    "satisfaction": Ability.SEE_PICTURE,
    "customers": Ability.SEE_PICTURE,
    "findings": Ability.SEE_PICTURE,
    "history": Ability.SEE_RECORDS,
    "catalogue": Ability.SEE_CATALOGUE,
    "walk-in": Ability.SEE_PICTURE,
    "own-page": Ability.SEE_OWN,
    "run-sheet": Ability.SEE_SERVICES,
    "steering": Ability.SEE_STEERING,
    "roles": Ability.SEE_PICTURE,
    "survey": Ability.WORK_WITH_CUSTOMERS,
    "who": ANY_PERSON,
    "inbox": Ability.NOTE,
    "needs": Ability.SEE_OWN,
    "packs": Ability.SEE_PICTURE,
    "calendar": Ability.SEE_PICTURE,
}


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


def insist_on_permit(viewer: Viewer, command: str) -> None:
    """Refuse a command that is not open to who runs it."""
    if viewer.abilities is None:
        return
    if command in KEEPER_ONLY or command not in PERMITS:
        raise OnlyForKeeper(person=viewer.person)
    ability = PERMITS[command]
    if ability is not None and not viewer.may(ability):
        raise NotForHer(viewer.person, ability)
