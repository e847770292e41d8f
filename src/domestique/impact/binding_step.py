"""Which step holds everything up: what restoring one service faster would do for broken promises.

Each change is tried out on the whole plan with all hands, never by subtraction alone: when one
chain becomes shorter another may be the longest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from domestique.impact.critical_path import find_critical_path, number_in
from domestique.impact.physics import earliest_finishes
from domestique.impact.restoration import RestorationPlan
from domestique.impact.work import Minutes
from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class ShortenStep:
    """Restore one service faster. ``keeps``: promises impossible before that are possible then.

    ``minutes_won`` is how much sooner all impossible promises together could be met.
    """

    service: str
    minutes: int
    to_minutes: int
    keeps: tuple[str, ...]
    minutes_won: int

    @property
    def sentence(self) -> Sentence:
        """Say the repair."""
        enough = (
            "Restore %(service)s in %(to_minutes)s minutes instead of %(minutes)s; "
            "with all hands then in time: %(keeps)s."
        )
        too_little = (
            "Restoring %(service)s in %(to_minutes)s minutes instead of %(minutes)s brings the "
            "broken promises %(minutes_won)s minutes nearer in all, but keeps none of them yet."
        )
        return say(
            enough if self.keeps else too_little,
            service=self.service,
            minutes=self.minutes,
            to_minutes=self.to_minutes,
            keeps=", ".join(self.keeps),
            minutes_won=self.minutes_won,
        )


def find_binding_step(plan: RestorationPlan, service: str) -> ShortenStep | None:
    """Return the step of a service's critical path whose halving helps most.

    Most promises kept first, then most minutes won, then id. ``None`` when no step can be halved.
    """
    path = find_critical_path(plan, service)
    steps = [step.service for step in path.steps] if path else []
    return min(_halved(plan, steps), key=_helpfulness, default=None)


def halve_steps(plan: RestorationPlan, *, at_most: int = 20) -> tuple[ShortenStep, ...]:
    """Return what halving one step does for all impossible promises together, most helpful first.

    Tried are the steps that lie on most of their critical paths, ``at_most`` so many.
    """
    paths = (find_critical_path(plan, plan.work.ids[at]) for at in impossible_promises(plan))
    shared = Counter(step.service for path in paths if path for step in path.steps)
    steps = sorted(shared, key=lambda service: (-shared[service], service))[:at_most]
    return tuple(sorted(_halved(plan, steps), key=_helpfulness))


def _helpfulness(step: ShortenStep) -> tuple[int, int, str]:
    return -len(step.keeps), -step.minutes_won, step.service


def _halved(plan: RestorationPlan, steps: list[str]) -> Iterator[ShortenStep]:
    """Halve each step that takes more than a minute; a half minute is rounded up."""
    for service in steps:
        minutes = plan.work.minutes[number_in(plan.work, service)] or 0
        if minutes > 1:
            yield shorten_step(plan, service, (minutes + 1) // 2)


def shorten_step(plan: RestorationPlan, service: str, to_minutes: int) -> ShortenStep:
    """Try out restoring one service in so many minutes, with all hands."""
    number = number_in(plan.work, service)
    durations = [*plan.work.minutes]
    durations[number] = to_minutes
    finishes = earliest_finishes(plan.work, durations)
    return ShortenStep(
        service=service,
        minutes=plan.work.minutes[number] or 0,
        to_minutes=to_minutes,
        keeps=kept_promises(plan, finishes),
        minutes_won=sum(
            (plan.physics.earliest[at] or 0) - (finishes[at] or 0)
            for at in impossible_promises(plan)
        ),
    )


def impossible_promises(plan: RestorationPlan) -> list[int]:
    """Return the services whose own promise is sooner than their earliest finish."""
    ends = zip(plan.physics.earliest, plan.work.promised, strict=True)
    return [
        n for n, (end, by) in enumerate(ends) if end is not None and by is not None and end > by
    ]


def kept_promises(plan: RestorationPlan, finishes: Minutes) -> tuple[str, ...]:
    """Return the impossible promises of the plan that these finishes would keep."""
    work = plan.work
    return tuple(
        work.ids[number]
        for number in impossible_promises(plan)
        if (finishes[number] or 0) <= (work.promised[number] or 0)
    )
