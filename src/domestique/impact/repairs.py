"""The smallest changes that repair a broken promise, each tried out on the whole plan.

Source: measurement 4.3, step 5: shorten a step, soften a need, relax the promise, add a crew. A change is tried out,
never reckoned by subtraction alone: when one chain becomes shorter another may be the longest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from domestique.impact.critical_path import find_critical_path, number_in
from domestique.impact.errors import PromiseNotBroken
from domestique.impact.physics import earliest_finishes
from domestique.impact.restoration import RestorationPlan, find_late
from domestique.impact.schedule import schedule_work
from domestique.impact.work import Minutes, Work
from domestique.quantities.sentence import LIST, Sentence, say

MOST_CREWS_ADDED = 32


class Repair:
    """A change that lets a late service keep its promise; it is said by its text and its own values."""

    text: ClassVar[Sentence]

    @property
    def sentence(self) -> Sentence:
        """Say the repair."""
        own = {name: getattr(self, name) for name in sorted(self.text.places())}
        said = {name: LIST.join(v) if isinstance(v, tuple) else v for name, v in own.items()}
        return say(self.text.text, **said)


@dataclass(frozen=True)
class ShortenStep(Repair):
    """Restore one service faster. ``keeps``: promises impossible before that are possible then."""

    text = say(
        "Restore %(service)s in %(to_minutes)s minutes instead of %(minutes)s; "
        "with all hands then in time: %(keeps)s."
    )
    service: str
    minutes: int
    to_minutes: int
    keeps: tuple[str, ...]


@dataclass(frozen=True)
class SoftenNeed(Repair):
    """Let a service start without one it needs; ``keeps`` as for a shorter step."""

    text = say(
        "Let %(service)s start without %(needs)s, if it can; "
        "with all hands then in time: %(keeps)s."
    )
    service: str
    needs: str
    keeps: tuple[str, ...]


@dataclass(frozen=True)
class RelaxPromise(Repair):
    """Promise what can be kept."""

    text = say("Promise %(service)s after %(to_minutes)s minutes instead of %(promised)s.")
    service: str
    promised: int
    to_minutes: int


@dataclass(frozen=True)
class AddCrews(Repair):
    """Work with more crews; ``keeps``: services late before that are in time then."""

    text = say("Work with %(crews)s crews; then in time: %(keeps)s.")
    crews: int
    keeps: tuple[str, ...]


def each_repair(plan: RestorationPlan, service: str) -> Iterator[Repair]:
    """Yield every single change that lets a late service keep its own promise, each tried when it is asked for.

    Where even all hands are too few: shorten one step of its critical path by what is missing, or
    soften one need on it, both judged with all hands. Otherwise the fewest crews that are enough
    (at most 32 more are tried). Always: promise when this plan has it back. Refuses a service that
    is not late as ``PromiseNotBroken``.
    """
    late = next((late for late in plan.late if late.service == service), None)
    if late is None:
        raise PromiseNotBroken(service=service)
    missing = (plan.earliest[service] or 0) - late.promised
    if missing > 0:
        yield from _shorter_steps(plan, service, missing)
        yield from _softer_needs(plan, service)
    else:
        yield from _more_crews(plan, service)
    yield RelaxPromise(service, late.promised, late.back)


def _shorter_steps(plan: RestorationPlan, service: str, missing: int) -> Iterator[ShortenStep]:
    """Shorten each step beneath by what is missing, where some of it is left and it is enough."""
    for number in _chain_to(plan, service):
        left = (plan.work.minutes[number] or 0) - missing
        if left > 0:
            shorter = _shorten_step(plan, number, left)
            if service in shorter.keeps:
                yield shorter


def _softer_needs(plan: RestorationPlan, service: str) -> Iterator[SoftenNeed]:
    """Soften each need of the chain beneath, where that is enough."""
    chain = _chain_to(plan, service)
    for need, number in pairwise(chain):
        keeps = _kept_promises(plan, _finishes_without(plan.work, number, need))
        if service in keeps:
            yield SoftenNeed(plan.work.ids[number], plan.work.ids[need], keeps)


def _finishes_without(work: Work, number: int, need: int) -> Minutes:
    """Reckon again without one need; what then no longer falls is back at once."""
    needs = [*work.needs]
    needs[number] = [other for other in needs[number] if other != need]
    falls = [*work.is_lost]
    for at in work.order:
        falls[at] = falls[at] or any(falls[under] for under in needs[at])
    minutes = [told if down else 0 for told, down in zip(work.minutes, falls, strict=True)]
    return earliest_finishes(replace(work, needs=needs), minutes)


def _more_crews(plan: RestorationPlan, service: str) -> Iterator[AddCrews]:
    crews = plan.crews or len(plan.affected)
    was_late = [late.service for late in plan.late]
    for more in range(crews + 1, min(len(plan.affected), crews + MOST_CREWS_ADDED) + 1):
        late = find_late(plan.work, schedule_work(plan.work, plan.physics, more))
        still_late = {late.service for late in late}
        if service not in still_late:
            yield AddCrews(more, tuple(other for other in was_late if other not in still_late))
            return


def _chain_to(plan: RestorationPlan, service: str) -> list[int]:
    """Return the critical path as far as the service itself."""
    path = find_critical_path(plan, service)
    steps = [step.service for step in path.steps] if path else []
    return [number_in(plan.work, step) for step in steps[: steps.index(service) + 1]]


def _shorten_step(plan: RestorationPlan, number: int, to_minutes: int) -> ShortenStep:
    """Try out restoring one service in so many minutes, with all hands."""
    durations = [*plan.work.minutes]
    durations[number] = to_minutes
    keeps = _kept_promises(plan, earliest_finishes(plan.work, durations))
    return ShortenStep(plan.work.ids[number], plan.work.minutes[number] or 0, to_minutes, keeps)


def _impossible_promises(plan: RestorationPlan) -> list[int]:
    """Return the services whose own promise is sooner than their earliest finish."""
    ends = zip(plan.physics.earliest, plan.work.promised, strict=True)
    return [
        n for n, (end, by) in enumerate(ends) if end is not None and by is not None and end > by
    ]


def _kept_promises(plan: RestorationPlan, finishes: Minutes) -> tuple[str, ...]:
    """Return the impossible promises of the plan that these finishes would keep."""
    work = plan.work
    return tuple(
        work.ids[number]
        for number in _impossible_promises(plan)
        if (finishes[number] or 0) <= (work.promised[number] or 0)
    )
