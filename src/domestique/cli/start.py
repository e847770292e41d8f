"""Start: choose the database, set Django up, bring the tables up to date, run the command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django
from filelock import FileLock

SETTINGS = "domestique.site.settings"
SETTING_UP = 5_270_014  # any number of our own: the name of the lock on a server database


def main(arguments: list[str] | None = None) -> None:
    """Run the ``domestique`` command. ``--db`` may stand anywhere among the arguments."""
    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    reader.add_argument("--db")
    known, rest = reader.parse_known_args(sys.argv[1:] if arguments is None else arguments)
    if known.db:
        os.environ["DOMESTIQUE_DATABASE"] = known.db
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    from domestique.cli.application import application

    application(args=rest)


def prepare_database() -> None:
    """Create the tables of a new database, or bring those of an older version up to date; one process at a time."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with _alone():
            call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other processes from setting the same database up at the same time."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with FileLock(f"{connection.settings_dict['NAME']}.lock"):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SETTING_UP])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [SETTING_UP])
