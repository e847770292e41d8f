"""Which nodes of a directed graph can all reach each other."""

from collections.abc import Sequence

from domestique.quantities.gathering import gathered


def strong_groups(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the strongly connected groups of nodes numbered from 0, each and all in order of their numbers."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    starts, ends = zip(*edges, strict=True) if edges else ((), ())
    graph = coo_array(([1] * len(edges), (starts, ends)), shape=(count, count))
    labels = connected_components(graph, connection="strong")[1]
    return list(gathered((label, node) for node, label in enumerate(labels)).values())
