"""Server time of pages on a large organisation, beside an empty page of the same site, and how many SQL queries each makes."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from domestique.site.wsgi import tidy_up_rarely

ROUNDS = 7
EMPTY = "/there-is-no-such-page/"
PAGES = (
    ("Today", "/"),
    ("customers, 50 rows", "/customers/"),
    ("customer", "/customers/C001/"),
    ("services, 50 rows", "/services/"),
    ("service", "/services/S05000/"),
    ("list of services, 20 rows", "/lists/services/?rows=20"),
    ("list of services, 50 rows", "/lists/services/?rows=50"),
    ("edit form", "/edit/services/S05000/"),
    ("record", "/records/services/S05000/"),
    ("search", "/find/?q=S0500"),
    ("catalogue, 50 rows", "/catalogue/"),
    ("portfolio", "/portfolio/"),
    ("promises", "/promises/"),
    ("matrix", "/matrix/"),
    ("levels", "/levels/"),
    ("money", "/money/"),
    ("bill", "/money/bills/C001/"),
    ("bill, all its lines", "/money/bills/C001/?all=lines"),
    ("a customer's own catalogue", "/catalogue/for/C001/"),
    ("findings", "/findings/"),
    ("map of a service", "/services/S05000/map/"),
    ("impact of a hub", "/services/S00000/impact/"),
    ("restoration of a hub", "/restoration/?lost=S00000&crews=4"),
)


def run() -> list[tuple[str, str, str, str]]:
    """Ask for every page several times in this process; Django must be set up on a loaded database."""
    tidy_up_rarely()
    client = Client()
    empty = _seconds(client, EMPTY)
    rows = []
    for name, address in PAGES:
        with CaptureQueriesContext(connection) as queries:
            first = _once(client, address)
        asked = len(queries)
        warm = _seconds(client, address)
        rows.append(
            (
                f"page: {name}",
                f"{warm * 1000:.0f} ms ({asked} SQL queries; first time {first * 1000:.0f} ms)",
                f"an empty page: {empty * 1000:.1f} ms",
                f"{warm / empty:.0f} x",
            )
        )
    return rows


def _seconds(client: Client, address: str) -> float:
    return median(_once(client, address) for _ in range(ROUNDS))


def _once(client: Client, address: str) -> float:
    began = perf_counter()
    answer = client.get(address)
    seconds = perf_counter() - began
    assert answer.status_code == (404 if address == EMPTY else 200), (address, answer.status_code)
    return seconds
