"""The product as it is served: list pages a second for four clients, and how long until a list is seen in a browser.

A real server in processes of its own, asked over the loopback of this computer. The clients are on
the same processors and take their share of them. Beside everything stands the empty page of the
same site, asked for in the same way.
"""

from __future__ import annotations

import http.client
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from real_browser import DESKTOP, find_chromium, launched, served

CLIENTS, SECONDS, LOADS = 4, 6.0, 9
EMPTY = "/there-is-no-such-page/"
LIST = "/lists/services/?rows={rows}&page={page}"
LAST_PAGE = 200
PEERS_A_SECOND, PEERS_VISIBLE = "12-14", "356-670 ms"


def run(database: Path) -> list[tuple[str, str, str, str]]:
    """Serve a loaded database and return rows of what was measured."""
    with served(database) as server:
        empty = _a_second(server, EMPTY)
        rows = [_throughput(server, rows, empty) for rows in (20, 50)]
        chromium = find_chromium()
        return [*rows, _seen(server, chromium)] if chromium else rows


def _throughput(server: str, rows: int, empty: float) -> tuple[str, str, str, str]:
    ours = _a_second(server, LIST.replace("{rows}", str(rows)))
    return (
        f"served: lists of {rows} rows, {CLIENTS} clients",
        f"{ours:.0f} pages a second",
        f"an empty page: {empty:.0f} a second; peers {PEERS_A_SECOND}",
        f"{empty / ours:.1f} x",
    )


def _a_second(server: str, address: str) -> float:
    """Return how many pages a second all clients get together, each page of the list in turn."""
    numbers = count()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(lambda _: _ask(server, address, numbers, 1.0), range(CLIENTS)))
        began = perf_counter()
        got = sum(clients.map(lambda _: _ask(server, address, numbers, SECONDS), range(CLIENTS)))
        return got / (perf_counter() - began)


def _ask(server: str, address: str, numbers: count[int], seconds: float) -> int:
    """Ask for page after page over one connection, compressed, and return how many came whole."""
    connection = http.client.HTTPConnection(server.removeprefix("http://"))
    until, got = perf_counter() + seconds, 0
    while perf_counter() < until:
        page = next(numbers) % LAST_PAGE + 1
        connection.request("GET", address.format(page=page), headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == (404 if address == EMPTY else 200), (address, answer.status)
        got += 1
    connection.close()
    return got


def _seen(server: str, chromium: str) -> tuple[str, str, str, str]:
    """Measure from asking until the first row is drawn; the empty page until its headline is."""
    with launched(chromium) as browser:
        page = browser.new_context(viewport=DESKTOP).new_page()

        def until(address: str, what: str) -> float:
            began = perf_counter()
            page.goto(server + address, wait_until="commit")
            page.locator(what).first.wait_for(state="visible")
            return perf_counter() - began

        def usually(address: str, what: str) -> float:
            return median(until(address.format(rows=50, page=1 + n), what) for n in range(LOADS))

        ours, empty = usually(LIST, "main tbody tr"), usually(EMPTY, "main h1")
    return (
        "served: until a list of 50 rows is seen in a browser",
        f"{ours * 1000:.0f} ms (median of {LOADS})",
        f"an empty page: {empty * 1000:.0f} ms; peers {PEERS_VISIBLE}",
        f"{ours / empty:.1f} x",
    )


if __name__ == "__main__":
    for row in run(Path(sys.argv[1])):
        print(" | ".join(row))
