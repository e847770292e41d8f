"""The register of improvements: for whom, which value, which problem, how big, and whether it was felt (S1-27, S3-22)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from domestique.improvement.choices import ImprovementState
from domestique.improvement.models import Improvement
from domestique.improvement.queries import effects_of, improvements_visible_to
from domestique.improvement.register import Effect, MeasuredEffect, measured_effect
from domestique.parties.queries import customers_visible_to
from domestique.portfolio.queries import service_names
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.telling.chips import Chip

STATE_CHIPS = {
    ImprovementState.PROPOSED: Chip("plain", say("proposed")),
    ImprovementState.PLANNED: Chip("plain", say("planned")),
    ImprovementState.STARTED: Chip("near", say("started")),
    ImprovementState.DONE: Chip("met", say("done")),
    ImprovementState.STOPPED: Chip("plain", say("stopped")),
}
SPLIT = Chip("plain", say("split"))
FELT, NOT_FELT = Chip("met", say("felt")), Chip("missed", say("not felt"))
NOT_ASKED = Chip("unknown", say("not asked"))
ORDER = (
    ImprovementState.STARTED,
    ImprovementState.PLANNED,
    ImprovementState.PROPOSED,
    ImprovementState.DONE,
    ImprovementState.STOPPED,
)


@dataclass(frozen=True, slots=True)
class Noticed:
    """A customer an improvement was for, and whether she noticed."""

    id: str
    name: str
    chip: Chip


@dataclass(frozen=True, slots=True)
class ImprovementLine:
    """One improvement; ``asks`` is what it needs from somebody, ``parts`` what it was split into."""

    improvement: Improvement
    effect: Effect
    chip: Chip
    customers: tuple[Noticed, ...]
    services: tuple[tuple[str, str], ...]
    parts: tuple[Improvement, ...]
    whole: Improvement | None
    asks: Sentence | None


@dataclass(frozen=True, slots=True)
class ImprovementsPage:
    """The register: what is ahead, what is done and felt, and the rest."""

    headline: Sentence
    reason: Sentence
    ahead: tuple[ImprovementLine, ...]
    done: tuple[ImprovementLine, ...]
    stopped: tuple[ImprovementLine, ...]


def improvements_page(viewer: Viewer, clock: date) -> ImprovementsPage:  # noqa: ARG001 - as every page
    """Return the register this viewer may see, in a fixed number of queries."""
    lines = improvement_lines(viewer)
    ahead = tuple(sorted((one for one in lines if not one.effect.is_over), key=_order))
    done = sorted((one for one in lines if one.effect.is_done), key=_done_on, reverse=True)
    k17 = measured_effect(one.effect for one in lines)
    return ImprovementsPage(
        headline=_headline(ahead, k17),
        reason=_reason(k17),
        ahead=ahead,
        done=tuple(done),
        stopped=tuple(one for one in lines if one.effect.state == ImprovementState.STOPPED),
    )


def improvement_lines(viewer: Viewer) -> tuple[ImprovementLine, ...]:
    """Return every improvement this viewer may see, in three queries."""
    every = improvements_visible_to(viewer)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    called = service_names(viewer)
    effects = effects_of(every)
    by_id = {one.id: one for one in every}
    return tuple(
        ImprovementLine(
            one,
            effect,
            SPLIT if effect.is_split else STATE_CHIPS[ImprovementState(one.state)],
            tuple(Noticed(id_, names[id_], chip) for id_, chip in _noticed(effect) if id_ in names),
            tuple((id_, called.get(id_, id_)) for id_ in one.services),
            tuple(part for part in every if part.part_of_id == one.id),
            by_id.get(one.part_of_id or ""),
            asks_of(effect),
        )
        for one in every
        for effect in (effects[one.id],)
    )


def improvement_line(viewer: Viewer, id_: str) -> ImprovementLine | None:
    """Return one improvement; ``None`` if there is none such that this viewer may see."""
    return next((one for one in improvement_lines(viewer) if one.improvement.id == id_), None)


def _noticed(effect: Effect) -> Iterator[tuple[str, Chip]]:
    """Yield for whom it was, and whether she noticed."""
    yield from zip(effect.felt_by, repeat(FELT))
    yield from zip(effect.not_felt_by, repeat(NOT_FELT))
    yield from zip(effect.not_asked, repeat(NOT_ASKED))


def asks_of(effect: Effect) -> Sentence | None:
    """Say what an improvement needs: to be split, to be measured, or somebody to ask whether it is felt."""
    if effect.is_too_big:
        return say_counted(
            "%(count)s week is too big for one step: split it.",
            "%(count)s weeks are too big for one step: split it.",
            effect.weeks or 0,
        )
    if not effect.is_done or effect.is_split:
        return None
    if not effect.is_measured:
        return say("Done, and nobody has measured what came of it.")
    if effect.not_asked and len(effect.not_asked) == len(effect.customers):
        return say("Done, and nobody has asked whether it is felt.")
    return None


def _order(line: ImprovementLine) -> tuple[int, str]:
    return (ORDER.index(ImprovementState(line.improvement.state)), line.improvement.id)


def _done_on(line: ImprovementLine) -> tuple[date, str]:
    return (line.improvement.done_on or date.min, line.improvement.id)


def _headline(ahead: Sequence[ImprovementLine], k17: MeasuredEffect) -> Sentence:
    if not ahead and not k17.completed:
        return say("Nothing is being improved yet.")
    return say_counted(
        "%(done)s improvements are done, %(felt)s of them felt; %(count)s is ahead.",
        "%(done)s improvements are done, %(felt)s of them felt; %(count)s are ahead.",
        len(ahead),
        done=k17.completed,
        felt=k17.felt,
    )


def _reason(k17: MeasuredEffect) -> Sentence:
    if not k17.completed:
        return say("None is done yet, so no effect is known.")
    return say(
        "The effect of %(measured)s of %(done)s is measured: read before and after.",
        measured=k17.measured,
        done=k17.completed,
    )
