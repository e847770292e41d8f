"""Today after something has changed, and for six viewers in turn, beside an empty page in the same process.

Run with ``python -m bench.changes DATABASE`` on a copy of a loaded database: the first service is renamed in it, and a pulse and
an outage are entered. All times are the processor's. With ``first`` after the database only the first page is measured, as
a process that starts later finds it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time

ROUNDS, EMPTY, DAY = 5, "/there-is-no-such-page/", date(2026, 10, 20)


def first() -> tuple[object, float, float]:
    """Return a client of this process, the seconds of an empty page, and those of its first page."""
    from django.test import Client

    from domestique.site.wsgi import tidy_up_rarely

    tidy_up_rarely()
    client = Client()
    _seconds(client, EMPTY)
    empty = median(_seconds(client, EMPTY) for _ in range(ROUNDS))
    return client, empty, _seconds(client, "/")


def run() -> list[tuple[str, str, str, str]]:
    """Ask for Today first, again, and after each change; Django must be set up on a loaded database."""
    from domestique.delivery.models import Outage
    from domestique.parties.models import Customer
    from domestique.portfolio.models import Service
    from domestique.satisfaction.models import Pulse

    client, empty, taken_first = first()
    service, customer = Service.objects.order_by("id")[0], Customer.objects.order_by("id")[0]

    def rename() -> None:
        service.name_en += "!"
        service.save()

    def feel(number: int) -> None:
        Pulse.objects.create(customer=customer, date=DAY, face="negative", person=f"P{number}")

    def fail(number: int) -> None:
        Outage.objects.create(
            id=f"BENCH{number}",
            service=service,
            starts=f"2026-10-20 10:{number:02}",
            ends=f"2026-10-20 11:{number:02}",
        )

    rows = [_row("first page of the first process", taken_first, empty)]
    later = [sys.executable, "-m", "bench.changes", os.environ["DOMESTIQUE_DATABASE"], "first"]
    told = subprocess.run(later, check=True, capture_output=True, text=True).stdout.split()
    rows.append(_row("first page of a process that starts later", *map(float, told)))
    rows.append(_row("the same again", _seconds(client, "/"), empty))
    changes: tuple[tuple[str, Callable[[int], None]], ...] = (
        ("after one pulse", feel),
        ("after one outage", fail),
        ("after one service got a new name", lambda _: rename()),
    )
    for what, change in changes:
        taken = []
        for number in range(3):
            change(number)
            taken.append(_seconds(client, "/"))
        rows.append(_row(what, median(taken), empty))
    return [*rows, *_in_turn(empty)]


def _in_turn(empty: float) -> list[tuple[str, str, str, str]]:
    """Let six viewers who see different customers look at Today one after the other, twice."""
    from domestique.access.viewers import looking
    from domestique.answers.today.today import today_for
    from domestique.findings.grouped import findings_seen_by
    from domestique.parties.models import Customer
    from domestique.records.viewer import Viewer

    ids = list(Customer.objects.order_by("id").values_list("id", flat=True))
    viewers = [Viewer(f"Viewer {number}", frozenset(ids[number::6])) for number in range(6)]
    rounds = []
    for _ in range(2):
        began = process_time()
        for viewer in viewers:
            with looking(viewer):
                today_for(viewer, DAY)
                findings_seen_by(viewer, DAY)
        rounds.append((process_time() - began) / len(viewers))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        _row("six viewers in turn, second round, each", rounds[1], empty),
        (
            "peak memory of the process",
            f"{peak:.0f} MB",
            "at most 1,000 MB at 10,000 services",
            "-",
        ),
    ]


def _seconds(client: object, address: str) -> float:
    began = process_time()
    client.get(address)  # type: ignore[attr-defined]
    return process_time() - began


def _row(what: str, ours: float, empty: float) -> tuple[str, str, str, str]:
    compared = f"an empty page: {empty * 1000:.1f} ms"
    return (f"Today: {what}", f"{ours * 1000:.0f} ms", compared, f"{ours / empty:.0f} x")


if __name__ == "__main__":
    os.environ["DOMESTIQUE_DATABASE"] = sys.argv[1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "domestique.site.settings"
    import django

    django.setup()
    if sys.argv[2:] == ["first"]:
        print(*reversed(first()[1:]))
    else:
        for row in run():
            print(" | ".join(row))
