"""Solve large cost networks with sparse arrays: a hundred thousand services in seconds.

Double precision holds an amount far below a minor unit; the iteration goes on until what is still
on its way does so too, and rounding ignores what is smaller than a millionth of a minor unit, so
that equal amounts stay equal and the answer is the exact one.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from scipy import sparse

from domestique.costing.equations.solution import Solution, Vector, arrange, sum_pools
from domestique.costing.errors import AllocationDoesNotSettle
from domestique.costing.pool_rounding import round_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from domestique.costing.network import Flows

    Floats: TypeAlias = NDArray[np.float64]

# Rounds of plain iteration before a Krylov method takes over.
FIXED_POINT_ROUNDS = 120
# Parts of a minor unit that rounding looks at: what is smaller is noise.
MILLIONTHS = 10**6
# An error in minor units, over all services together, that is not worth removing, and one that is
# never accepted.
NEGLIGIBLE = 1e-7
TOLERABLE = 0.1


class PassedOn(Mapping[str, "Sequence[Fraction]"]):
    """What each giver passes on per pool; made fractions when it is asked for, as few ever are."""

    def __init__(self, givers: Sequence[str], amounts: Floats) -> None:
        """Keep the amounts, a row for each giver."""
        self._rows = dict(zip(givers, amounts, strict=True))

    def __getitem__(self, giver: str) -> Sequence[Fraction]:
        """Return what a giver passes on."""
        return [Fraction(amount) for amount in self._rows[giver].tolist()]

    def __iter__(self) -> Iterator[str]:
        """Go through the givers."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the givers."""
        return len(self._rows)


def solve_sparsely(flows: Flows, direct: Mapping[str, Vector], pools: int) -> Solution:
    """Solve the flows in double precision, refined until the error is far below one minor unit."""
    names = (*flows.supporting, *flows.customer_facing)
    nothing = (0,) * pools
    amounts = np.array([direct.get(name, nothing) for name in names], dtype=np.float64)
    amounts = amounts.reshape(len(names), pools)
    stays = np.array([float(flows.stays.get(name, 0)) for name in flows.supporting])
    totals = sum_pools(direct, pools)
    passed_on, rows = share_out(_inflow(flows), amounts, stays, totals)
    return arrange(flows, PassedOn(flows.supporting, passed_on), rows)


def share_out(
    inflow: Any,  # noqa: ANN401 - SciPy has no types
    amounts: Floats,
    stays: Floats,
    totals: Sequence[int],
) -> tuple[Floats, list[list[int]]]:
    """Return what each giver passes on, and in minor units what ends with whom.

    ``inflow`` has a row for each receiver, the givers first, and a column for each giver: the parts
    it passes on. ``amounts`` are the direct costs, a column a pool, ``stays`` the part that stays
    with each giver, ``totals`` the ledger's total of each pool. Cost ends with the receivers that
    are no givers, then with the givers where a part stays.
    """
    size = len(stays)
    passed_on = settle(inflow[:size], amounts[:size])
    borne = amounts[size:] + inflow[size:] @ passed_on
    ends = np.concatenate([borne, (stays[:, None] * passed_on)[stays > 0]])
    return passed_on, round_table(_in_millionths(ends), MILLIONTHS, totals)


def _inflow(flows: Flows) -> Any:  # noqa: ANN401 - SciPy has no types
    """Return the sparse matrix of parts: a row for each receiver, a column for each giver."""
    names = (*flows.supporting, *flows.customer_facing)
    place = {name: index for index, name in enumerate(names)}.__getitem__
    kept, count = flows.kept, len(flows.kept)
    givers = np.fromiter(map(place, map(attrgetter("giver"), kept)), np.int32, count)
    receivers = np.fromiter(map(place, map(attrgetter("receiver"), kept)), np.int32, count)
    percents = np.fromiter(map(float, map(attrgetter("percent"), kept)), np.float64, count)
    whole = np.array([float(flows.whole[name]) for name in flows.supporting])
    shape = (len(names), len(flows.supporting))
    return sparse.csr_matrix((percents / whole[givers], (receivers, givers)), shape=shape)


def settle(inside: Any, amounts: Floats) -> Floats:  # noqa: ANN401 - SciPy has no types
    """Solve ``x = amounts + inside·x``: by repeated substitution, or refined where that is slow.

    What is still on its way (the residual) can change the amounts borne by no more than its own
    sum, however often it circles, so that sum is the error. Raises ``AllocationDoesNotSettle``
    where the error cannot be brought below a tenth of a minor unit.
    """
    if not amounts.size:
        return amounts
    settled = _substitute(inside, amounts)
    if _error(inside, amounts, settled) > _limit(settled):
        settled = _refine(inside, amounts, settled)
    error = _error(inside, amounts, settled)
    if not error <= TOLERABLE:
        raise AllocationDoesNotSettle(error=f"{error:.3g}")
    return settled


def _limit(settled: Floats) -> float:
    """Return the error worth removing: negligible, or what double precision cannot hold anyway."""
    return max(NEGLIGIBLE, 4 * float(np.finfo(np.float64).eps * np.abs(settled).sum()))


def _error(inside: Any, amounts: Floats, settled: Floats) -> float:  # noqa: ANN401
    return float(np.abs(amounts + inside @ settled - settled).sum())


def _substitute(inside: Any, amounts: Floats) -> Floats:  # noqa: ANN401
    """Substitute until nothing worth counting is still on its way, or for so many rounds."""
    settled = amounts
    for _ in range(FIXED_POINT_ROUNDS):
        before, settled = settled, amounts + inside @ settled
        if float(np.abs(settled - before).sum()) <= _limit(settled):
            break
    return settled


def _refine(inside: Any, amounts: Floats, settled: Floats) -> Floats:  # noqa: ANN401
    """Correct by BiCGSTAB while that helps, by factors where it does not."""
    matrix = (sparse.identity(inside.shape[0], format="csr") - inside).tocsc()
    error = _error(inside, amounts, settled)
    for correct in (_bicgstab, _bicgstab, _bicgstab, _factors, _factors):
        better = settled + correct(matrix, amounts + inside @ settled - settled)
        left = _error(inside, amounts, better)
        if left < error:
            settled, error = better, left
        if error <= _limit(settled):
            break
    return settled


def _bicgstab(matrix: Any, residual: Floats) -> Floats:  # noqa: ANN401
    from scipy.sparse.linalg import bicgstab

    solved = [bicgstab(matrix, column, rtol=1e-9, maxiter=500)[0] for column in residual.T]
    return np.column_stack(solved)


def _factors(matrix: Any, residual: Floats) -> Floats:  # noqa: ANN401
    from scipy.sparse.linalg import splu

    try:
        solved: Floats = splu(matrix).solve(residual)
    except RuntimeError:  # singular in double precision: there is no better correction than none
        return np.zeros_like(residual)
    return solved


def _in_millionths(amounts: Floats) -> list[list[int]]:
    floors = np.floor(amounts)
    beyond = np.rint((amounts - floors) * MILLIONTHS)
    return [
        [int(floor) * MILLIONTHS + int(rest) for floor, rest in zip(*row, strict=True)]
        for row in zip(floors.tolist(), beyond.tolist(), strict=True)
    ]
