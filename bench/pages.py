"""Server time of pages on a large organisation, beside an empty page of the same site, and how many SQL queries each makes."""

from __future__ import annotations

from statistics import median
from time import perf_counter

ROUNDS = 7
EMPTY = "/there-is-no-such-page/"
PAGES = (
    ("Today", "/"),
    ("customer", "/customers/C001/"),
    ("50-row service list", "/services/"),
    ("service", "/services/S05000/"),
    ("findings", "/findings/"),
    ("restoration of a hub", "/restoration/?lost=S00000&crews=4"),
)


def run() -> list[tuple[str, str, str, str]]:
    """Ask for every page several times in this process; Django must be set up on a loaded database."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    empty = _seconds(client, EMPTY)
    rows = []
    for name, address in PAGES:
        with CaptureQueriesContext(connection) as queries:
            first = _once(client, address)
        warm = _seconds(client, address)
        rows.append(
            (
                f"page: {name}",
                f"{warm * 1000:.0f} ms ({len(queries)} SQL queries; first time {first * 1000:.0f} ms)",
                f"an empty page: {empty * 1000:.1f} ms",
                f"{warm / empty:.0f} x",
            )
        )
    return rows


def _seconds(client: object, address: str) -> float:
    return median(_once(client, address) for _ in range(ROUNDS))


def _once(client: object, address: str) -> float:
    began = perf_counter()
    client.get(address)  # type: ignore[attr-defined]
    return perf_counter() - began
