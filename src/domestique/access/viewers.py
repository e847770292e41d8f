"""Who is looking. Until people log in there is one viewer: the person at this computer, who sees everything."""

from __future__ import annotations

import getpass

from domestique.parties.viewer import Viewer

UNNAMED = "local user"


def local_user() -> Viewer:
    """Return the one local user, under the name this computer knows her by."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = UNNAMED
    return Viewer(person=person)
