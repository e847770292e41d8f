"""The wish in a season: what a campaign, a race or a closing of the books leans on comes back first.

Source: demo A (impact exceptions: level 1 in black week), requirement S5-08 (levels per time).
"""

from collections.abc import Collection, Mapping


def rank_in_season(ranks: Mapping[str, int], first: Collection[str]) -> dict[str, int]:
    """Return the wish with the services of a season before all others, each part in its usual order.

    A service of the season that nobody ranked stands after those of the season that are ranked, by id.
    Without a season the wish stays as it is.
    """
    if not first:
        return dict(ranks)
    last = max(ranks.values(), default=0) + 1
    season = sorted(set(first), key=lambda service: (ranks.get(service, last), service))
    others = sorted(ranks.keys() - set(first), key=lambda service: (ranks[service], service))
    return {service: rank for rank, service in enumerate([*season, *others], start=1)}
