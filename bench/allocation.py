"""Reciprocal allocation, 100,000 services and 1,000,000 shares, against one plain SciPy BiCGSTAB.

Run with ``python bench/allocation.py``. Each side has a process of its own, so that its peak
memory is its own. The plain side gets the same system as ready arrays and solves it in double
precision, one vector a pool; ours starts from the records and ends with every service's cost in
minor units, exact to the ledger.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

SUPPORTING, CUSTOMER_FACING, SHARES_EACH = 80_000, 20_000, 12.5
POOLS = ("hardware", "labour", "software")


def draw_shares() -> list[tuple[int, int, int]]:
    """Draw (giver, receiver, per mille): every giver passes on all it costs, in 12 or 13 shares."""
    chance = random.Random(1923)
    shares = []
    for giver in range(SUPPORTING):
        count = int(SHARES_EACH) + giver % 2
        cuts = [0, *sorted(chance.sample(range(1, 1000), count - 1)), 1000]
        receivers = chance.sample(range(SUPPORTING + CUSTOMER_FACING), count)
        parts = [after - before for before, after in pairwise(cuts)]
        shares += [
            (giver, receiver if receiver != giver else SUPPORTING, part)
            for receiver, part in zip(receivers, parts, strict=True)
        ]
    return shares


def draw_cost(service: int, pool: int) -> int:
    """Return a cost in minor units that both sides agree on."""
    return 1_000_000 + (service * 7919 + pool * 104_729) % 90_000_000


def time_ours() -> dict[str, float]:
    """Allocate from records to rounded cost."""
    from domestique.costing.allocation import allocate_cost
    from domestique.costing.network import CostNetwork, CostShare, DirectCost

    count = SUPPORTING + CUSTOMER_FACING
    names = [f"S{number:06d}" for number in range(count)]
    network = CostNetwork(
        customer_facing=frozenset(names[SUPPORTING:]),
        supporting=frozenset(names[:SUPPORTING]),
        costs=[
            DirectCost(name, pool, draw_cost(number, place))
            for number, name in enumerate(names)
            for place, pool in enumerate(POOLS)
        ],
        shares=[
            CostShare(names[giver], names[receiver], Decimal(part).scaleb(-1))
            for giver, receiver, part in draw_shares()
        ],
    )
    before = time.perf_counter()
    allocation = allocate_cost(network)
    seconds = time.perf_counter() - before
    borne = sum(cost.full_cost for cost in allocation.services.values())
    borne += sum(left.amount for left in allocation.unallocated)
    return {"seconds": seconds, "peak": peak_memory(), "missing": allocation.total - borne}


def time_plain() -> dict[str, float]:
    """Solve the same system once a pool with SciPy's BiCGSTAB, arrays given."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import bicgstab

    shares = np.array(draw_shares())
    costs = np.array([[draw_cost(i, pool) for pool in range(3)] for i in range(SUPPORTING)])
    before = time.perf_counter()
    inside = shares[shares[:, 1] < SUPPORTING]
    entries = (inside[:, 2] / 1000, (inside[:, 1], inside[:, 0]))
    matrix = sparse.identity(SUPPORTING, format="csr") - sparse.csr_matrix(
        entries, shape=(SUPPORTING, SUPPORTING)
    )
    for pool in range(3):
        _, failed = bicgstab(matrix, costs[:, pool].astype(float), rtol=1e-12)
        if failed:
            sys.exit("The plain solve did not converge.")
    return {"seconds": time.perf_counter() - before, "peak": peak_memory()}


def peak_memory() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(side: str) -> dict[str, float]:
    """Run one side in a fresh process."""
    command = [sys.executable, str(Path(__file__)), side]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(answer.stdout)
    return measured


def run() -> list[tuple[str, str, str, str]]:
    """Return rows (what, ours, compared with, ratio), both sides measured in this run."""
    ours, plain = measure("ours"), measure("plain")
    return [
        (
            "reciprocal allocation, 100,000 services, 1,000,000 shares, 3 pools",
            f"{ours['seconds']:.2f} s",
            f"plain BiCGSTAB on ready arrays: {plain['seconds']:.2f} s",
            f"{ours['seconds'] / plain['seconds']:.1f} x",
        ),
        (
            "the same: peak memory of the process, input included",
            f"{ours['peak']:.0f} MB",
            f"plain: {plain['peak']:.0f} MB",
            f"{ours['peak'] / plain['peak']:.1f} x",
        ),
        (
            "the same: minor units missing from the ledger",
            f"{ours['missing']:.0f}",
            "plain: not rounded to minor units",
            "-",
        ),
    ]


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps({"ours": time_ours, "plain": time_plain}[sys.argv[1]]()))
    else:
        for row in run():
            print(" | ".join(row))
