"""Who keeps the picture: entered as a role like any other, so that everything she may see follows from the picture."""

from __future__ import annotations

from domestique.parties.choices import ItRole
from domestique.parties.models import Person, RoleInIt
from domestique.records.saving import changing, enter
from domestique.records.viewer import Viewer

WHY = "Made keeper of the picture"


def make_keeper(viewer: Viewer, name: str) -> None:
    """Enter a person as keeper of the picture, if she is not yet; that is how an empty database begins."""
    with changing():
        if not Person.objects.filter(name=name).exists():
            enter(Person(name=name), viewer, WHY)
        if not RoleInIt.objects.filter(person=name, role=ItRole.KEEPER).exists():
            enter(RoleInIt(person=name, role=ItRole.KEEPER), viewer, WHY)
