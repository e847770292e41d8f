"""Named reads of what stands on what, and of the order in which it comes back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domestique.impact import restoration
from domestique.impact.models import RestorationWish
from domestique.impact.season import rank_in_season
from domestique.impact.structure import ServiceNeed, Structure, build_structure
from domestique.impact.work import Restorable
from domestique.portfolio.choices import DependencyKind, LifeCycle
from domestique.portfolio.models import Service
from domestique.portfolio.queries import edges_visible_to
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Crews:
    """Who restores: how many at a time (``None``: as many as can be used), and minutes to assume where none are known."""

    number: int | None = None
    assumed_minutes: int | None = None


@while_unchanged
def structure_visible_to(viewer: Viewer) -> Structure:
    """Return the structure of all services that are not retired, in two queries.

    A need of a service nobody has described yet is part of it too: what is known of it is only its id.
    """
    states = kept(Service).rows(("id", "state"))
    retired = {id_ for id_, state in states if state == LifeCycle.RETIRED}
    services = {id_ for id_, state in states if state != LifeCycle.RETIRED}
    needs = [
        ServiceNeed(service, needed, kind == DependencyKind.HARD)
        for service, needed, kind in edges_visible_to(viewer)
        if service not in retired and needed not in retired
    ]
    ends = {end for need in needs for end in (need.service, need.needs)}
    return build_structure(ends | services, needs)


def wished_ranks(first: Collection[str] = ()) -> dict[str, int]:
    """Return the wish, the services that count ``first`` in a season before all others."""
    ranks = dict(RestorationWish.objects.values_list("service_id", "rank"))
    return rank_in_season(ranks, first)


def restorable_services(first: Collection[str] = ()) -> dict[str, Restorable]:
    """Return what is known of restoring each service."""
    ranks = wished_ranks(first)
    known = kept(Service).rows(("id", "restore_minutes", "rto_minutes"))
    return {id_: Restorable(minutes, promised, ranks.get(id_)) for id_, minutes, promised in known}


def restoration_plan(
    viewer: Viewer,
    lost: Sequence[str],
    crews: Crews,
    first: Collection[str] = (),
) -> restoration.RestorationPlan:
    """Plan the way back after a loss, in five queries; ``first`` are the services of a season."""
    return restoration.plan_restoration(
        structure_visible_to(viewer),
        restorable_services(first),
        lost,
        crews=crews.number,
        assumed_minutes=crews.assumed_minutes,
    )


def worst_day(viewer: Viewer) -> restoration.WorstDay:
    """Tell what physics allows when everything that stands on nothing else is lost, and with it all that stands on it."""
    structure = structure_visible_to(viewer)
    foundations = [number for number, needs in enumerate(structure.hard_needs) if not needs]
    return restoration.lose_foundations(structure, restorable_services(), foundations)
