"""Builders for the tests of impact: small structures by hand, the vector, the demo, random ones."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import domestique
from domestique.impact.structure import ServiceNeed, Structure, build_structure
from domestique.impact.work import Restorable

DEMO = Path(domestique.__file__).parent / "exchange" / "demo"

VECTOR_NEEDS = (
    "NET>DC STO>DC STO>NET CMP>STO DB>STO DB>CMP IAM>NET IAM>CMP "
    "ERP>DB ERP>IAM SMT>DB SMT>IAM COM>NET COM>IAM WEB>DB WEB>COM"
)
VECTOR = {
    "DC": Restorable(30),
    "NET": Restorable(60),
    "STO": Restorable(60),
    "CMP": Restorable(30),
    "DB": Restorable(45),
    "IAM": Restorable(30),
    "ERP": Restorable(90, promised_minutes=240, rank=1),
    "SMT": Restorable(30, promised_minutes=300, rank=2),
    "WEB": Restorable(60, promised_minutes=240, rank=3),
    "COM": Restorable(45, promised_minutes=480, rank=4),
}


def structure_of(needs: str, services: str = "") -> Structure:
    """Build a structure from ``A>B`` (A needs B, hard) and ``A~B`` (soft), separated by spaces."""
    rows = []
    for text in needs.split():
        service, needed = text.replace("~", ">").split(">")
        rows.append(ServiceNeed(service, needed, is_hard="~" not in text))
    named = {end for row in rows for end in (row.service, row.needs)}
    return build_structure(named | set(services.split()), rows)


def minutes(**told: int | None) -> dict[str, Restorable]:
    """Tell only how long each service takes to restore."""
    return {service: Restorable(minutes) for service, minutes in told.items()}


@cache
def demo_services() -> dict[str, Restorable]:
    """Read what the demo organisation tells of restoring its services."""
    ranks = {row["service"]: int(row["rank"]) for row in _rows("restoration_wish")}
    return {
        row["id"]: Restorable(
            restore_minutes=int(row["restore_minutes"]),
            promised_minutes=int(row["rto_minutes"]) if row["rto_minutes"] else None,
            rank=ranks.get(row["id"]),
        )
        for row in _rows("services")
    }


@cache
def demo_structure() -> Structure:
    """Read the demo organisation's structure."""
    needs = [
        ServiceNeed(row["service"], row["needs"], row["kind"] == "hard")
        for row in _rows("dependencies")
    ]
    return build_structure((row["id"] for row in _rows("services")), needs)


def _rows(table: str) -> list[dict[str, str]]:
    with (DEMO / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@st.composite
def random_needs(draw: st.DrawFn, *, may_cycle: bool = False) -> tuple[str, list[ServiceNeed]]:
    """Draw up to eight services A, B, C ... and needs; without cycles each needs earlier ones."""
    services = "ABCDEFGH"[: draw(st.integers(1, 8))]
    pairs = [(s, n) for s in services for n in services if may_cycle or n < s]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=16)) if pairs else []
    return services, [
        ServiceNeed(*pair, draw(st.sampled_from([True, True, False]))) for pair in chosen
    ]


@st.composite
def random_losses(draw: st.DrawFn) -> tuple[Structure, dict[str, Restorable], list[str]]:
    """Draw a structure without cycles, what is known of each service, and some that are lost."""
    names, needs = draw(random_needs())
    maybe = st.none() | st.integers(0, 120)
    services = {
        name: Restorable(draw(st.integers(0, 30)), draw(maybe), draw(st.none() | st.integers(1, 9)))
        for name in names
    }
    lost = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return build_structure(names, needs), services, lost
