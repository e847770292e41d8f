"""Restoration: what is lost, what comes back when, and which promises nobody can keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from domestique.answers.restoration.season import Season, say_season, season_of
from domestique.impact.queries import Crews, restoration_plan, structure_visible_to, wished_ranks
from domestique.impact.repairs import each_repair
from domestique.impact.restoration import RestorationPlan, RestoreStep
from domestique.impact.wish import ConflictKind
from domestique.portfolio.choices import LifeCycle, ServiceKind
from domestique.portfolio.queries import dependencies_visible_to, service_names, services_visible_to
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.briefly import clock_time

MOST_BARS = 40
MOST_REPAIRS = 5
MOST_CONFLICTS = 8
MOST_MOVED = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One service on its way back: minutes from the loss, its wish and its own promise."""

    service: str
    name: str
    start: int
    end: int
    crew: int
    wave: int
    wish: int | None
    promised: int | None
    is_wished: bool
    is_assumed: bool

    @property
    def is_late(self) -> bool:
        """Whether it is back after its own promise."""
        return self.promised is not None and self.end > self.promised


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A promise that cannot be kept even with all hands, and by how many minutes.

    Where ``is_own`` is false the service could keep its own promise, but not what stands on it.
    """

    service: str
    name: str
    minutes: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Exercise:
    """The answer to a loss."""

    lost: tuple[str, ...]
    crews: int | None
    headline: Sentence
    reason: Sentence
    bars: tuple[Bar, ...]
    late: tuple[Bar, ...]
    shortfalls: tuple[Shortfall, ...]
    conflicts: tuple[Sentence, ...]
    repairs: tuple[Sentence, ...]
    not_known: tuple[tuple[str, str], ...]
    lost_names: tuple[str, ...] = ()
    season: Sentence | None = None
    moved: tuple[Sentence, ...] = ()


def choosable_services(viewer: Viewer, most: int = 400) -> list[tuple[str, str, bool]]:
    """Return what can be chosen as lost, with its name and whether it only carries others; such stand first."""
    services = services_visible_to(viewer).exclude(state=LifeCycle.RETIRED).order_by("-kind", "id")
    names = service_names(viewer)
    return [
        (id_, names.get(id_, id_), kind == ServiceKind.SUPPORTING)
        for id_, kind in services.values_list("id", "kind")[:most]
    ]


def largest_loss(viewer: Viewer) -> str | None:
    """Return the id of the service whose loss takes most others with it, ``None`` without any services."""
    structure = structure_visible_to(viewer)
    if not structure.ids:
        return None
    carried = [len(above) for above in structure.hard_dependants]
    roots = [n for n, beneath in enumerate(structure.hard_needs) if not beneath and carried[n]]
    best = max(roots or range(len(structure.ids)), key=lambda n: (carried[n], -n))
    return structure.ids[best]


@while_unchanged
def exercise(
    viewer: Viewer, lost: tuple[str, ...], crews: int | None, during: str = ""
) -> Exercise:
    """Plan the way back and say what it means, as if ``during`` a customer's activity.

    Refusals of ``impact``, and of an activity that is not there, pass through.
    """
    season = season_of(viewer, during)
    first = season.services if season else ()
    plan = restoration_plan(viewer, lost, Crews(crews), first)
    names = service_names(viewer)
    wishes = wished_ranks(first)
    promised = dict(zip(plan.affected, plan.work.promised, strict=True))
    bars = tuple(_bar(step, names, wishes, promised) for step in plan.steps)
    shortfalls = _shortfalls(plan, names, promised)
    own = [one for one in shortfalls if one.is_own]
    return Exercise(
        lost=plan.lost,
        crews=plan.crews,
        headline=_headline(
            plan, names, len(own), has_needs=dependencies_visible_to(viewer).exists()
        ),
        reason=_reason(plan, own),
        bars=bars,
        late=tuple(bar for bar in bars if bar.is_late),
        shortfalls=shortfalls,
        conflicts=tuple(_conflicts(plan, names)),
        repairs=tuple(_repairs(plan, names)),
        not_known=tuple((id_, names.get(id_, id_)) for id_ in plan.not_known),
        lost_names=tuple(names.get(id_, id_) for id_ in plan.lost),
        season=say_season(season, names) if season else None,
        moved=_moved(viewer, plan, season, names) if season else (),
    )


def _moved(
    viewer: Viewer, plan: RestorationPlan, season: Season, names: Mapping[str, str]
) -> tuple[Sentence, ...]:
    """Say what a season changes against the usual wish: its own services first, then who waits longest for them."""
    usual = restoration_plan(viewer, plan.lost, Crews(plan.crews))
    before = {step.service: step.end for step in usual.steps}
    later = {step.service: step.end - before[step.service] for step in plan.steps}
    own = [id_ for id_ in season.services if id_ in later]
    others = sorted(
        (id_ for id_ in later if later[id_] and id_ not in own), key=lambda id_: (-later[id_], id_)
    )
    return tuple(
        _moved_by(names.get(id_, id_), later[id_])
        for id_ in [*own, *others][: max(MOST_MOVED, len(own))]
    )


def _moved_by(name: str, minutes: int) -> Sentence:
    if not minutes:
        return say("%(service)s is back no sooner than usually.", service=name)
    text = (
        "%(service)s is back %(time)s later than usually."
        if minutes > 0
        else "%(service)s is back %(time)s sooner than usually."
    )
    return say(text, service=name, time=clock_time(abs(minutes)))


def _bar(
    step: RestoreStep,
    names: Mapping[str, str],
    wishes: Mapping[str, int],
    promised: Mapping[str, int | None],
) -> Bar:
    return Bar(
        step.service,
        names.get(step.service, step.service),
        step.start,
        step.end,
        step.crew,
        step.wave,
        wishes.get(step.service),
        promised[step.service],
        step.service in wishes,
        step.is_assumed,
    )


def _shortfalls(
    plan: RestorationPlan, names: Mapping[str, str], promised: Mapping[str, int | None]
) -> tuple[Shortfall, ...]:
    """Return what nobody can keep: own promises first, then what they ask of the services beneath."""
    earliest = plan.earliest
    found = []
    for one in plan.impossible:
        own, back = promised[one.service], earliest[one.service]
        is_own = own is not None and back is not None and back > own
        name = names.get(one.service, one.service)
        found.append(Shortfall(one.service, name, -one.slack_minutes, is_own))
    return tuple(sorted(found, key=lambda one: (not one.is_own, -one.minutes, one.service)))


def _headline(
    plan: RestorationPlan, names: Mapping[str, str], broken: int, *, has_needs: bool
) -> Sentence:
    what = ", ".join(names.get(id_, id_) for id_ in plan.lost[:3])
    if len(plan.lost) > 3:
        what += " …"
    if not has_needs:
        return say(
            "We do not know what falls with %(lost)s: no dependencies are loaded.", lost=what
        )
    if plan.not_known and not plan.steps:
        return say("We do not know when %(lost)s can be back.", lost=what)
    if broken:
        return say_counted(
            "If %(lost)s is lost, %(count)s promise cannot be kept by anyone.",
            "If %(lost)s is lost, %(count)s promises cannot be kept by anyone.",
            broken,
            lost=what,
        )
    if plan.late:
        return say_counted(
            "If %(lost)s is lost, %(count)s service is back too late.",
            "If %(lost)s is lost, %(count)s services are back too late.",
            len(plan.late),
            lost=what,
        )
    if all(minutes is None for minutes in plan.work.promised):
        return say("If %(lost)s is lost, nobody has promised when anything is back.", lost=what)
    return say("If %(lost)s is lost, every promise can be kept.", lost=what)


def _reason(plan: RestorationPlan, own: Sequence[Shortfall]) -> Sentence:
    if plan.finish_minutes is None:
        return say_counted(
            "Of %(count)s service it is not known how long restoring takes, so the end is not known.",
            "Of %(count)s services it is not known when they can be back, so the end is not known.",
            len(plan.not_known),
        )

    def told(singular: str, plural: str) -> Sentence:
        finish = clock_time(plan.finish_minutes or 0)
        crews = say_counted("%(count)s crew", "%(count)s crews", plan.crews or 0)
        return say_counted(singular, plural, len(plan.affected), finish=finish, crews=crews)

    if plan.crews is None:
        return told(
            "With as many crews as can be used the one service is back after %(finish)s hours.",
            "With as many crews as can be used all %(count)s services are back after %(finish)s hours.",
        )
    if own:
        return told(
            "With %(crews)s the one service is back after %(finish)s hours; it would be late "
            "with any number of crews: physics, not people.",
            "With %(crews)s all %(count)s services are back after %(finish)s hours. What cannot "
            "be kept would be late with any number of crews: physics, not people.",
        )
    return told(
        "With %(crews)s the one service is back after %(finish)s hours.",
        "With %(crews)s all %(count)s services are back after %(finish)s hours.",
    )


def _conflicts(plan: RestorationPlan, names: Mapping[str, str]) -> list[Sentence]:
    """Return wish against physics with names; what is only not ranked is left to the list."""
    kept = [one for one in plan.conflicts if one.kind is not ConflictKind.NOT_RANKED]
    wishes = [one for one in kept if one.kind is not ConflictKind.NOT_PROMISED]
    told = [*wishes, *kept][: min(MOST_CONFLICTS, len(kept))]
    return [one.sentence.naming(names) for one in told]


def _repairs(plan: RestorationPlan, names: Mapping[str, str]) -> list[Sentence]:
    """Return the smallest repairs of the promise that fails most."""
    if not plan.late:
        return []
    worst = max(plan.late, key=lambda one: (one.back - one.promised, one.service))
    found = islice(each_repair(plan, worst.service), MOST_REPAIRS)
    return [repair.sentence.naming(names) for repair in found]
