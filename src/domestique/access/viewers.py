"""Who is looking, in this request or this command: whoever the entrance let in, else the keeper at this computer."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar

from domestique.quantities.person_id import Names, told_by_name
from domestique.records.viewer import Viewer

UNNAMED = "local user"
_present: ContextVar[Viewer | None] = ContextVar("domestique.present_viewer", default=None)


def present_viewer() -> Viewer:
    """Return who is looking: whoever the middleware or the command line let in, else the keeper at this computer."""
    return _present.get() or local_keeper()


@contextmanager
def looking(viewer: Viewer, names: Names | None = None) -> Iterator[None]:
    """Let somebody look, and people be told by these names if any are given, for as long as the block lasts."""
    token = _present.set(viewer)
    try:
        with told_by_name(names) if names else nullcontext():
            yield
    finally:
        _present.reset(token)


def local_keeper() -> Viewer:
    """Return who keeps the picture alone, without log-in, under the name this computer knows her by; the guards advise her."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = UNNAMED
    return Viewer(
        person, is_advised=True
    )  # a name: whoever has no record yet gets one by what she does
