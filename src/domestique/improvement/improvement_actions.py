"""What is done with an improvement: raised, changed, split, finished, and asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domestique.improvement import errors
from domestique.improvement.choices import ImprovementState
from domestique.improvement.models import Improvement
from domestique.improvement.queries import effects_of, improvement_visible_to
from domestique.improvement.register import why_not_asked, why_not_split
from domestique.quantities.errors import refuse
from domestique.quantities.sentence import say
from domestique.records.saving import as_typed, change, changing, enter, next_id
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Idea:
    """What is made better: the three lines that stand above everything else, its size and its measure."""

    title: str
    customers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    value: str = ""
    problem: str = ""
    weeks: int | None = None
    owner: str = ""
    measure: str = ""
    before: str = ""
    target: str = ""


def raise_improvement(viewer: Viewer, today: date, idea: Idea) -> Improvement:
    """Enter an improvement. Refuses ``ImprovementIncomplete`` without title, customer, value and problem."""
    values = _values(idea)
    with changing():
        new = Improvement(
            id=next_id(Improvement, "IM"), raised_on=today, raised_by=viewer.person, **values
        )
        return enter(new, viewer, "Raised an improvement")


def change_improvement(viewer: Viewer, id_: str, version: int, idea: Idea) -> Improvement:
    """Write it down anew. Refuses as ``raise_improvement`` does, and ``ChangedMeanwhile``."""
    values = _values(idea)
    with changing():
        standing = _seen(viewer, id_, version)
        return change(standing, viewer, "Changed the improvement", **values)


def move_on(
    viewer: Viewer, id_: str, version: int, today: date, *, state: str, after: str
) -> Improvement:
    """Note how far it has come and, when it is done, what is measured now. Refuses ``StateNotKnown``."""
    if state not in ImprovementState.values:
        raise errors.StateNotKnown(state=state, states=ImprovementState.values)
    with changing():
        standing = _seen(viewer, id_, version)
        is_done = state == ImprovementState.DONE
        done_on = (standing.done_on or today) if is_done else None
        return change(
            standing,
            viewer,
            "Said how far it is",
            state=state,
            after=after.strip(),
            done_on=done_on,
        )


def split(
    viewer: Viewer, id_: str, version: int, today: date, parts: Sequence[tuple[str, int]]
) -> list[Improvement]:
    """Split one that is too big into parts, each a small step of its own; it is stopped in their favour.

    Refuses ``PartsMissing`` and ``StillTooBig``.
    """
    refuse(why_not_split([weeks for _, weeks in parts]))
    with changing():
        whole = _seen(viewer, id_, version)
        made = [
            enter(
                Improvement(
                    id=next_id(Improvement, "IM"),
                    raised_on=today,
                    raised_by=viewer.person,
                    title=title,
                    weeks=weeks,
                    part_of_id=whole.id,
                    **{name: getattr(whole, name) for name in _CARRIED},
                ),
                viewer,
                "Split from a larger one",
            )
            for title, weeks in parts
        ]
        change(whole, viewer, "Split into small steps", state=ImprovementState.STOPPED.value)
        return made


def read_parts(text: str) -> list[tuple[str, int]]:
    """Read the lines of a split, ``Order the scanners, 2`` each. Refuses ``PartNotUnderstood``."""
    parts = []
    for line in filter(None, map(str.strip, text.splitlines())):
        title, _, weeks = line.rpartition(",")
        weeks = weeks.strip()
        if not title.strip() or not (weeks.isascii() and weeks.isdigit() and len(weeks) < 4):
            raise errors.PartNotUnderstood(line=line)
        parts.append((title.strip(), int(weeks)))
    return parts


def tell_felt(
    viewer: Viewer, id_: str, version: int, *, customer: str, is_felt: bool | None
) -> Improvement:
    """Note whether a customer it was for noticed it; ``None`` takes that back. Refuses ``NotOneOfItsCustomers``."""
    with changing():
        standing = _seen(viewer, id_, version)
        effect = effects_of([standing])[standing.id]
        refuse(why_not_asked(customer, effect, standing.title))
        return change(
            standing,
            viewer,
            "Asked whether it is felt",
            felt_by=_with(standing.felt_by, customer, holds=is_felt is True),
            not_felt_by=_with(standing.not_felt_by, customer, holds=is_felt is False),
        )


_CARRIED = (
    "customers",
    "services",
    "value",
    "problem",
    "owner",
    "measure",
    "before",
    "target",
)


def _with(customers: Sequence[str], customer: str, *, holds: bool) -> list[str]:
    others = [one for one in customers if one != customer]
    return [*others, customer] if holds else others


def _seen(viewer: Viewer, id_: str, version: int) -> Improvement:
    standing = improvement_visible_to(viewer, id_)
    standing.version = version
    return standing


def _values(idea: Idea) -> dict[str, Any]:
    must = (
        (say("What is made better"), idea.title),
        (say("Which customer"), " ".join(idea.customers)),
        (say("Which value"), idea.value),
        (say("Which problem"), idea.problem),
    )
    for field, text in must:
        if not text.strip():
            raise errors.ImprovementIncomplete(field=field)
    return as_typed(idea)
