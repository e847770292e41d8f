"""The key that log-ins are signed with, kept beside the database."""

import os
import secrets
from pathlib import Path
from typing import Any

from domestique.site.database import beside


def kept_key(database: dict[str, Any]) -> str:
    """Return the key that outlives a run: from the file beside the database, which the first run writes.

    A database on a server has its key in the user's data folder. Where no file can be written, the key lasts a run.
    """
    place = beside(database, "key")
    try:
        return place.read_text(encoding="ascii") if place.exists() else _new_key(place)
    except OSError:
        return secrets.token_urlsafe(50)


def _new_key(place: Path) -> str:
    """Write a new key whole, for its owner's eyes only; whoever came first in the same moment wins."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, place)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return place.read_text(encoding="ascii")
