"""Who is looking, in this request or this command: whoever the entrance let in, else the keeper at this computer."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from domestique.records.viewer import Viewer

UNNAMED = "local user"
_present: ContextVar[Viewer | None] = ContextVar("domestique.present_viewer", default=None)


def present_viewer() -> Viewer:
    """Return who is looking: whoever the middleware or the command line let in, else the keeper at this computer."""
    return _present.get() or local_keeper()


@contextmanager
def looking(viewer: Viewer) -> Iterator[None]:
    """Let somebody look for as long as the block lasts."""
    token = _present.set(viewer)
    try:
        yield
    finally:
        _present.reset(token)


def local_keeper() -> Viewer:
    """Return who keeps the picture alone, without log-in, under the name this computer knows her by; the guards advise her."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = UNNAMED
    return Viewer(person=person, is_advised=True)
