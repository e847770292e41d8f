"""Solve who bears what: ``x = d + Sᵀ·x`` for the supporting services, then what reaches the others.

Source: measurement 3.2. One equation serves all three methods, for a method only decides which
shares are in S. Up to ``EXACT_LIMIT`` supporting services it is solved exactly, in whole numbers;
above that in ``sparse_solving``, to far below one minor unit. Both are rounded by
``pool_rounding``.
"""

from __future__ import annotations

from collections.abc import Mapping

from domestique.costing.equations.exact import solve_exactly
from domestique.costing.equations.solution import Solution, Vector
from domestique.costing.network import Flows

EXACT_LIMIT = 64


def solve_flows(flows: Flows, direct: Mapping[str, Vector], pools: int) -> Solution:
    """Solve the flows for so many pools: exactly, or sparsely where services are many."""
    if len(flows.supporting) <= EXACT_LIMIT:
        return solve_exactly(flows, direct, pools)
    from domestique.costing.equations.sparse import solve_sparsely

    return solve_sparsely(flows, direct, pools)
