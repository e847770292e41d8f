"""Blast radius and restoration, side by side with the textbook way, in one run.

A random layered structure of 10,000 services and about 30,000 hard needs, with a hub whose loss
takes exactly 4,000 services with it. The textbook way is what one writes over an adjacency
dictionary: one breadth-first search a service for the reason it falls, and a ready list sorted anew
at each step. Both sides start from the same rows and must agree, or the run fails.
"""

from __future__ import annotations

import random
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from domestique.impact.blast import affected_by
from domestique.impact.restoration import plan_restoration
from domestique.impact.structure import ServiceNeed, build_structure
from domestique.impact.work import Restorable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SERVICES = 10_000
AFFECTED = 4_000
NEEDS_EACH = 3
LAYERS = 20
CREWS = 4
HUB = "N00000"

Result = TypeVar("Result")
Needs = dict[str, list[str]]


def build_rows(seed: int = 2) -> tuple[list[ServiceNeed], dict[str, Restorable]]:
    """Build the rows: numbers below ``AFFECTED`` stand on the hub, the others do not."""
    chance = random.Random(seed)
    rows = []
    for number in range(SERVICES):
        beneath = _possible_needs(number)
        chosen = set(chance.sample(beneath, min(NEEDS_EACH, len(beneath))))
        if 0 < number < AFFECTED:
            first = max(0, number - AFFECTED // LAYERS)
            chosen = {*sorted(chosen)[: NEEDS_EACH - 1], chance.randrange(first, number)}
        rows += [ServiceNeed(_name(number), _name(need), is_hard=True) for need in sorted(chosen)]
    services = {
        _name(number): Restorable(
            restore_minutes=chance.randrange(5, 95, 5),
            promised_minutes=chance.choice([None, 240, 480, 1440]),
            rank=chance.choice([None, number + 1]),
        )
        for number in range(SERVICES)
    }
    return rows, services


def run() -> list[tuple[str, str, str, str]]:
    """Measure and return rows of (what, ours, compared with, ratio); each the best of two."""
    rows, services = build_rows()
    blast_time, blast = _best_of(lambda: affected_by(build_structure(services, rows), [HUB]))
    plan_time, plan = _best_of(
        lambda: plan_restoration(build_structure(services, rows), services, [HUB], crews=CREWS),
    )
    reason_time, reasons = _best_of(lambda: textbook_reasons(rows, services, HUB))
    textbook_time, ends = _best_of(lambda: textbook_plan(rows, services, reasons))
    if set(reasons) != set(blast.affected) or ends != {
        step.service: step.end for step in plan.steps
    }:
        message = "the two ways do not agree, so their times mean nothing"
        raise RuntimeError(message)
    size = f"{SERVICES:,} services, {len(rows):,} needs, {len(reasons):,} affected"
    return [
        _row(f"blast radius with reasons: {size}", blast_time, "one search a service", reason_time),
        _row(
            f"restoration plan, {CREWS} crews: {size}",
            plan_time,
            "ready list sorted at each step, affected given",
            textbook_time,
        ),
    ]


def textbook_reasons(
    rows: Sequence[ServiceNeed], services: Mapping[str, Restorable], lost: str
) -> dict[str, list[str]]:
    """For each service search its needs breadth first until the lost one is met."""
    needs = _adjacency(rows, services)
    paths = {service: _search(needs, service, lost) for service in services}
    return {service: path for service, path in paths.items() if path}


def textbook_plan(
    rows: Sequence[ServiceNeed], services: Mapping[str, Restorable], affected: Mapping[str, object]
) -> dict[str, int]:
    """List-schedule by the book: each time sort what is ready, each time look through it all."""
    needs = {
        service: [need for need in beneath if need in affected]
        for service, beneath in _adjacency(rows, services).items()
        if service in affected
    }
    urgency = _textbook_urgency(needs, services)
    ends: dict[str, int] = {}
    running: list[tuple[int, str]] = []
    waiting = set(needs)
    now = 0
    while waiting or running:
        done = {service for service, end in ends.items() if end <= now}
        ready = sorted(
            (service for service in waiting if all(need in done for need in needs[service])),
            key=lambda service: urgency[service],
        )
        for service in ready[: CREWS - len(running)]:
            waiting.remove(service)
            ends[service] = now + _minutes(services, service)
            running.append((ends[service], service))
        now = min(running)[0]
        running = [turn for turn in running if turn[0] > now]
    return ends


def _textbook_urgency(
    needs: Needs, services: Mapping[str, Restorable]
) -> dict[str, tuple[float, float, str]]:
    """Pass rank and promise down, dependants first (a dependant always has the higher name)."""
    never = float("inf")
    ranks = {service: services[service].rank or never for service in needs}
    latest = {service: services[service].promised_minutes or never for service in needs}
    for service in sorted(needs, reverse=True):
        begin_by = latest[service] - _minutes(services, service)
        for need in needs[service]:
            ranks[need] = min(ranks[need], ranks[service])
            latest[need] = min(latest[need], begin_by)
    return {
        service: (ranks[service], latest[service] - _minutes(services, service), service)
        for service in needs
    }


def _search(needs: Needs, service: str, lost: str) -> list[str]:
    before: dict[str, str | None] = {service: None}
    queue = deque([service])
    while queue:
        here = queue.popleft()
        if here == lost:
            path = [here]
            while (step := before[path[-1]]) is not None:
                path.append(step)
            return path[::-1]
        for need in needs[here]:
            if need not in before:
                before[need] = here
                queue.append(need)
    return []


def _possible_needs(number: int) -> range:
    """Return what a service may need: a few layers beneath, on its own side of the structure."""
    width = SERVICES // LAYERS
    lowest = AFFECTED if number >= AFFECTED else 0
    return range(max(lowest, number - 4 * width), max(lowest, number))


def _adjacency(rows: Sequence[ServiceNeed], services: Mapping[str, Restorable]) -> Needs:
    needs: Needs = {service: [] for service in services}
    for row in rows:
        needs[row.service].append(row.needs)
    return needs


def _minutes(services: Mapping[str, Restorable], service: str) -> int:
    return services[service].restore_minutes or 0


def _name(number: int) -> str:
    return f"N{number:05}"


def _best_of(work: Callable[[], Result]) -> tuple[float, Result]:
    taken = []
    for _ in range(2):
        start = perf_counter()
        result = work()
        taken.append(perf_counter() - start)
    return min(taken), result


def _row(what: str, ours: float, textbook: str, theirs: float) -> tuple[str, str, str, str]:
    return (
        what,
        f"{ours * 1000:.0f} ms",
        f"{textbook}: {theirs * 1000:.0f} ms",
        f"{theirs / ours:.0f} times faster",
    )


if __name__ == "__main__":
    for row in run():
        print(" | ".join(row))
