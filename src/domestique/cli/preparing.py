"""Bring the tables of the chosen database up to date, one process at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connection

MIGRATIONS = "django_migrations"
SETTING_UP = 5_270_014  # any number of our own: the name of the lock on a server database


def prepare_database() -> None:
    """Create the tables of a new database, or bring those of an older version up to date; one process at a time."""
    if not _is_prepared():
        # A database that is ready does not wait for it.
        from django.core.management import call_command

        with _alone():
            call_command("migrate", verbosity=0, interactive=False)


def _is_prepared() -> bool:
    """Whether every migration there is has been done here; their names are enough to tell, none is read in."""
    with connection.cursor() as cursor:
        if MIGRATIONS not in connection.introspection.table_names(cursor):
            return False
        cursor.execute(f"SELECT app, name FROM {MIGRATIONS}")  # noqa: S608 - a name of ours
        done = set(cursor.fetchall())
    return done >= {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in (Path(app.path) / "migrations").glob("[0-9]*.py")
    }


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other processes from setting the same database up at the same time."""
    if connection.vendor == "sqlite":
        from filelock import FileLock

        with FileLock(f"{connection.settings_dict['NAME']}.lock"):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SETTING_UP])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [SETTING_UP])
