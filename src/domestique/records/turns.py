"""Whoever writes waits for her turn, so that ids stay apart and nobody writes over what she has not seen."""

from django.db import connection

# PostgreSQL's advisory locks are numbers; this one is ours: "dom" in ASCII.
_LOCK = 0x646F6D


def take_turn(wait_seconds: int) -> None:
    """Wait, inside a transaction, until nobody else writes; the turn ends with the transaction.

    SQLite queues writers by itself, for its transactions begin IMMEDIATE; PostgreSQL needs a lock of our own. Who waits
    longer gets the database's ``OperationalError``.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{wait_seconds}s'")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
