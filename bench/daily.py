"""The daily life of a made-up organisation: what is promised, how it is felt, what is asked for, and what broke."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

Rows = Iterable[Sequence[object]]
LINES_EACH, PULSES_EACH, NEEDS_EACH = 10, 3, 5


def tables_of(
    rng: random.Random, services: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Give name, header and rows of every table, from which customer uses which service."""
    used: dict[str, list[str]] = defaultdict(list)
    for customer, service in pairs:
        used[customer].append(service)
    yield (
        "agreements",
        ("id", "customer", "status", "from", "to"),
        (
            (f"A{customer[1:]}", customer, "in force", "2026-01-01", "2026-12-31")
            for customer in used
        ),
    )
    yield (
        "agreement_lines",
        ("agreement", "service", "availability_target", "planned_units"),
        (
            (f"A{customer[1:]}", service, "99.8", 12)
            for customer, found in used.items()
            for service in found[:LINES_EACH]
        ),
    )
    yield (
        "pulses",
        ("customer", "date", "face", "person", "words", "at_stake", "whose"),
        (_pulse(rng, customer, month) for customer in used for month in range(8, 8 + PULSES_EACH)),
    )
    yield (
        "needs",
        ("id", "customer", "need", "state", "services"),
        (
            (
                f"N{customer[1:]}-{number}",
                customer,
                f"Something better with {found[number % len(found)]}",
                "captured",
                found[number % len(found)],
            )
            for customer, found in used.items()
            for number in range(NEEDS_EACH)
        ),
    )
    yield "outages", ("id", "service", "starts", "ends", "affected_users"), (
        (f"I{number}", service, f"2026-{9 + number % 2:02}-{1 + number % 28:02} 10:00",
         f"2026-{9 + number % 2:02}-{1 + number % 28:02} {10 + number % 9:02}:30", number % 50)
        for number, service in enumerate(rng.sample(list(services), len(services) // 10))
    )  # fmt: skip


def _pulse(rng: random.Random, customer: str, month: int) -> Sequence[object]:
    face = rng.choice(("positive", "neutral", "negative"))
    day = f"2026-{month:02}-{rng.randrange(1, 29):02}"
    return (customer, day, face, f"Head of {customer}", "As last time", 0, "hers")
