"""Reciprocal allocation, 100,000 services and 1,000,000 shares, against one plain SciPy BiCGSTAB.

Run with ``python bench/allocation.py``. Each side has a process of its own, so that its peak
memory is its own. The plain side gets the same system as ready arrays and solves it in double
precision, one vector a pool. Ours ends with every service's cost in minor units, exact to the
ledger: once from the same arrays, once from the records. All load SciPy before the clock starts, and
the best of three rounds counts.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

SUPPORTING, CUSTOMER_FACING, SHARES_EACH = 80_000, 20_000, 12.5
POOLS = ("hardware", "labour", "software")
ROUNDS = 3

Answer = TypeVar("Answer")


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


def time_records() -> dict[str, float]:
    """Allocate from records to rounded cost."""
    from domestique.costing.allocation import allocate_cost
    from domestique.costing.equations import sparse as _loaded  # noqa: F401 - before the clock
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
    seconds, allocation = best_of(lambda: allocate_cost(network))
    borne = sum(cost.full_cost for cost in allocation.services.values())
    borne += sum(left.amount for left in allocation.unallocated)
    return {"seconds": seconds, "peak": peak_memory(), "missing": allocation.total - borne}


def time_arrays() -> dict[str, float]:
    """Share out the plain side's arrays to rounded cost."""
    import numpy as np
    from scipy import sparse

    from domestique.costing.equations.sparse import share_out

    count = SUPPORTING + CUSTOMER_FACING
    shares = np.array(draw_shares())
    costs = np.array([[draw_cost(i, pool) for pool in range(3)] for i in range(count)])

    def share() -> list[list[int]]:
        entries = (shares[:, 2] / 1000, (shares[:, 1], shares[:, 0]))
        inflow = sparse.csr_matrix(entries, shape=(count, SUPPORTING))
        totals = costs.sum(axis=0).tolist()
        return share_out(inflow, costs.astype(float), np.zeros(SUPPORTING), totals)[1]

    seconds, rows = best_of(share)
    return {
        "seconds": seconds,
        "peak": peak_memory(),
        "missing": int(costs.sum()) - sum(map(sum, rows)),
    }


def time_plain() -> dict[str, float]:
    """Solve the same system once a pool with SciPy's BiCGSTAB, arrays given."""
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import bicgstab

    shares = np.array(draw_shares())
    costs = np.array([[draw_cost(i, pool) for pool in range(3)] for i in range(SUPPORTING)])

    def solve() -> None:
        inside = shares[shares[:, 1] < SUPPORTING]
        entries = (inside[:, 2] / 1000, (inside[:, 1], inside[:, 0]))
        matrix = sparse.identity(SUPPORTING, format="csr") - sparse.csr_matrix(
            entries, shape=(SUPPORTING, SUPPORTING)
        )
        for pool in range(3):
            _, failed = bicgstab(matrix, costs[:, pool].astype(float), rtol=1e-12)
            if failed:
                sys.exit("The plain solve did not converge.")

    seconds, _ = best_of(solve)
    return {"seconds": seconds, "peak": peak_memory()}


def best_of(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Return the seconds of the best round, and what it came to."""
    rounds = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        answer = work()
        rounds.append(time.perf_counter() - before)
    return min(rounds), answer


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
    records, arrays, plain = measure("records"), measure("arrays"), measure("plain")
    return [
        (
            "reciprocal allocation, 100,000 services, 1,000,000 shares, 3 pools, from equal arrays",
            f"{arrays['seconds']:.2f} s",
            f"plain BiCGSTAB: {plain['seconds']:.2f} s",
            f"{arrays['seconds'] / plain['seconds']:.1f} x",
        ),
        (
            "the same, from records to exact minor units",
            f"{records['seconds']:.2f} s",
            f"plain BiCGSTAB on ready arrays: {plain['seconds']:.2f} s",
            f"{records['seconds'] / plain['seconds']:.1f} x",
        ),
        (
            "the same: peak memory of the process, input included",
            f"{records['peak']:.0f} MB",
            f"plain: {plain['peak']:.0f} MB",
            f"{records['peak'] / plain['peak']:.1f} x",
        ),
        (
            "the same: minor units missing from the ledger",
            f"{arrays['missing']:.0f} and {records['missing']:.0f}",
            "plain: not rounded to minor units",
            "-",
        ),
    ]


if __name__ == "__main__":
    if sys.argv[1:]:
        sides = {"records": time_records, "arrays": time_arrays, "plain": time_plain}
        print(json.dumps(sides[sys.argv[1]]()))
    else:
        for row in run():
            print(" | ".join(row))
