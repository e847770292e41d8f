"""A made-up organisation of the size asked for, as a folder of tables. The same seed makes the same tables."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.daily import tables_of


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    services: int = 10_000
    customers: int = 200
    dependencies: int = 30_000
    consumption: int = 100_000
    has_daily_life: bool = False


def write_organisation(folder: Path, size: Size) -> int:
    """Write the tables and return how many rows they have together."""
    rng = random.Random(2026)
    folder.mkdir(parents=True, exist_ok=True)
    services = [f"S{number:05}" for number in range(size.services)]
    customers = [f"C{number:03}" for number in range(size.customers)]
    pairs = _pairs(rng, services, customers, size.consumption // 11)
    daily = tables_of(rng, services, pairs) if size.has_daily_life else ()
    return sum(_write(folder, *table) for table in daily) + sum(
        (
            _write(folder, "customers", ("id", "unit", "person", "status"), _customers(customers)),
            _write(folder, "services", SERVICE_COLUMNS, _services(services)),
            _write(
                folder,
                "dependencies",
                ("service", "needs", "kind"),
                _dependencies(rng, services, size),
            ),
            _write(
                folder,
                "planned_consumption",
                ("customer", "service", "year", "units"),
                _plans(pairs),
            ),
            _write(
                folder,
                "actual_consumption",
                ("customer", "service", "month", "units"),
                _uses(pairs),
            ),
            _write(
                folder, "prices", ("service", "from", "to", "unit_price"), _prices(rng, services)
            ),
        )
    )


SERVICE_COLUMNS = (
    "id", "name_en", "kind", "unit", "unit_kind", "impact_level", "rto_minutes", "restore_minutes",
    "service_hours", "availability_target", "owner", "state",
)  # fmt: skip


def _customers(customers: Sequence[str]) -> Iterable[Sequence[object]]:
    return ((id_, f"U{id_[1:]}", f"Head of {id_}", "accepted") for id_ in customers)


def _services(services: Sequence[str]) -> Iterable[Sequence[object]]:
    for number, id_ in enumerate(services):
        kind = "supporting" if number < len(services) // 4 else "customer-facing"
        yield (
            id_,
            f"Service {id_}",
            kind,
            "user",
            "stock",
            number % 4 + 1,
            240,
            30,
            "24x7",
            "99.5",
            f"Owner {number % 97}",
            "live",
        )


def _dependencies(
    rng: random.Random, services: Sequence[str], size: Size
) -> Iterable[Sequence[object]]:
    """Every need is an earlier service, so that nothing goes round in a circle; a tenth are soft."""
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < size.dependencies:
        above = rng.randrange(1, size.services)
        pairs.add((above, rng.randrange(above)))
    return (
        (services[a], services[b], "soft" if (a + b) % 10 == 0 else "hard")
        for a, b in sorted(pairs)
    )


def _plans(pairs: Sequence[tuple[str, str]]) -> Iterable[Sequence[object]]:
    return ((customer, service, 2026, 12) for customer, service in pairs)


def _uses(pairs: Sequence[tuple[str, str]]) -> Iterable[Sequence[object]]:
    return (
        (customer, service, f"2026-{month:02}", 10 + month % 5)
        for customer, service in pairs
        for month in range(1, 11)
    )


def _prices(rng: random.Random, services: Sequence[str]) -> Iterable[Sequence[object]]:
    return (
        (id_, "2026-01-01", "2026-12-31", rng.randrange(100, 90_000))
        for id_ in services[len(services) // 4 :]
    )


def _pairs(
    rng: random.Random, services: Sequence[str], customers: Sequence[str], count: int
) -> list[tuple[str, str]]:
    offered = services[len(services) // 4 :]
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < count:
        pairs.add((rng.choice(customers), rng.choice(offered)))
    return sorted(pairs)


def _write(
    folder: Path, table: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> int:
    written = list(rows)
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(written)
    return len(written)
