"""Which database is used: a URL, a file, or the file in the user's own data folder."""

from pathlib import Path
from typing import Any

import dj_database_url
from platformdirs import user_data_path

KEPT_SECONDS = 60
"""How long a server keeps a connection: to open one takes longer than most questions."""

SQLITE_OPTIONS: dict[str, Any] = {
    # A write transaction takes its place in the queue when it begins, so that it never fails half-way as locked.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
}


def database_settings(chosen: str) -> dict[str, Any]:
    """Return Django's settings for a database given as ``postgresql://…``, ``sqlite:///…`` or a file's path.

    An empty choice is ``domestique.sqlite3`` in the user's data folder.
    """
    if chosen.startswith(("postgres://", "postgresql://")):
        return dict(dj_database_url.parse(chosen, conn_max_age=KEPT_SECONDS))
    path = chosen.removeprefix("sqlite:///")
    file = Path(path).expanduser() if path else default_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file.resolve()),
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": KEPT_SECONDS,
    }


def default_file() -> Path:
    """Return the database file in the user's data folder."""
    return user_data_path("domestique") / "domestique.sqlite3"


def beside(database: dict[str, Any], what: str) -> Path:
    """Return the place of what is kept beside a database; of one on a server it is in the user's data folder."""
    is_file = "sqlite3" in database["ENGINE"]
    return Path(f"{database['NAME']}.{what}") if is_file else user_data_path("domestique") / what
