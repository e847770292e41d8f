"""Why a service is back no sooner: the chain of steps that decides it, and its explanation.

The chain leads from the first step through the service to the one whose promise it inherits, so
that the minutes of its steps less that promise are exactly the minutes the plan falls short (the
negative slack of measurement 4.3).
"""

from dataclasses import dataclass
from fractions import Fraction

from domestique.impact.blast import NOWHERE
from domestique.impact.errors import ServiceNotAffected
from domestique.impact.restoration import RestorationPlan
from domestique.impact.work import Work
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class PathStep:
    """One service on the chain and the minutes it takes."""

    service: str
    minutes: int
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """The steps that decide when a service, and the promise pressing on it (its own or one above it), can be met."""

    service: str
    steps: tuple[PathStep, ...]
    promised_minutes: int | None

    @property
    def minutes(self) -> int:
        """Length of the chain."""
        return sum(step.minutes for step in self.steps)


def find_critical_path(plan: RestorationPlan, service: str) -> CriticalPath | None:
    """Return the chain that decides a service's slack; ``None`` when its finish is not known.

    A service outside the plan is refused as ``ServiceNotAffected``.
    """
    number = number_in(plan.work, service)
    if plan.physics.earliest[number] is None:
        return None
    latest = plan.physics.latest
    numbers = _chain_beneath(plan, number)
    while latest.over[numbers[-1]] != NOWHERE:
        numbers.append(latest.over[numbers[-1]])
    return CriticalPath(
        service=service,
        steps=tuple(_step(plan.work, at) for at in numbers),
        promised_minutes=plan.work.promised[numbers[-1]],
    )


def explain_earliest(plan: RestorationPlan, service: str) -> Figure:
    """Explain the earliest finish of a service with unlimited crews, in minutes from the loss.

    The lines are the chain beneath it, each with its row of ``services`` and of ``dependencies``
    (service and needed service). When the finish is not known, they name what is missing. Told
    durations are estimates (C), assumed ones guesses (D).
    """
    work = plan.work
    number = number_in(work, service)
    beneath = sorted(_all_beneath(work, number))
    told = [at for at in beneath if work.minutes[at] is not None and not work.is_assumed[at]]
    value = plan.physics.earliest[number]
    return Figure(
        value=value,
        unit="min",
        period="",
        observations=len(told),
        completeness=Fraction(len(told), len(beneath)),
        grade=Grade.ESTIMATED if len(told) == len(beneath) else Grade.GUESSED,
        formula=say("Each step begins when the last of what it needs is back."),
        lines=_missing_lines(work, beneath) if value is None else _path_lines(plan, number),
    )


def number_in(work: Work, service: str) -> int:
    """Return the number of a service in the work, or refuse it as ``ServiceNotAffected``."""
    number = work.number_of(service)
    if number is None:
        raise ServiceNotAffected(service=service)
    return number


def _chain_beneath(plan: RestorationPlan, number: int) -> list[int]:
    """Follow the need that is back last, the first id among equals, down to the first step."""
    earliest = plan.physics.earliest
    chain = [number]
    while needs := plan.work.needs[chain[-1]]:
        chain.append(min(needs, key=lambda need: (-(earliest[need] or 0), need)))
    return chain[::-1]


def _all_beneath(work: Work, number: int) -> set[int]:
    found, todo = {number}, [number]
    while todo:
        more = set(work.needs[todo.pop()]) - found
        found |= more
        todo += more
    return found


def _step(work: Work, number: int) -> PathStep:
    return PathStep(work.ids[number], work.minutes[number] or 0, work.is_assumed[number])


def _missing_lines(work: Work, beneath: list[int]) -> tuple[Line, ...]:
    missing = (work.ids[number] for number in beneath if work.minutes[number] is None)
    return tuple(
        Line(
            what=say("How long it takes to restore %(service)s is not known.", service=service),
            unit="min",
            sources=(Source("services", service),),
        )
        for service in missing
    )


def _path_lines(plan: RestorationPlan, number: int) -> tuple[Line, ...]:
    steps = [_step(plan.work, at) for at in _chain_beneath(plan, number)]
    befores = [None, *(step.service for step in steps)]
    return tuple(_line(step, before) for step, before in zip(steps, befores, strict=False))


def _line(step: PathStep, before: str | None) -> Line:
    sources = [Source("services", step.service)]
    if before is not None:
        sources.append(Source("dependencies", f"{step.service} {before}"))
    return Line(_say_step(step, before), step.minutes, "min", tuple(sources))


def _say_step(step: PathStep, before: str | None) -> Sentence:
    if before is None:
        return say(
            "%(service)s is assumed to take so long from the loss."
            if step.is_assumed
            else "%(service)s takes so long from the loss.",
            service=step.service,
        )
    return say(
        "%(service)s is assumed to take so long once %(before)s is back."
        if step.is_assumed
        else "%(service)s takes so long once %(before)s is back.",
        service=step.service,
        before=before,
    )
