"""What a guard is: a pure rule that says who may enter or change one kind of record, however it comes in.

Guards are declared where their room starts (``apps.py``), in the highest room whose facts they need, and asked at the
door (``records.door``). The keeper of the picture passes every guard; what a step itself demands (its state, its
name) stays with the verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from domestique.quantities.errors import Refusal
from domestique.quantities.sentence import say
from domestique.records.ability import WHO_CAN, Ability
from domestique.records.refusals import KeeperSets, MayNotEnter, OthersGiveRoles
from domestique.records.viewer import Viewer

Row: TypeAlias = Mapping[str, Any]
"""A record as plain values, by the attribute that holds each: ``customer_id``, ``status``."""


@dataclass(frozen=True, slots=True)
class GuardedStep:
    """One record as it stands, ``None`` if it is new, and as it is to be."""

    before: Row | None
    after: Row


Rule: TypeAlias = Callable[[Viewer, "Row | None", Row, Any], "Refusal | None"]
"""A pure rule: the viewer, the record before and after, the facts; the refusal names who can."""


KeepersRule: TypeAlias = Callable[[Viewer, "Row | None", Row, str, Any], "Refusal | None"]
"""A pure rule for whoever keeps the picture: she, the record before and after, the reason given, the facts."""


def no_facts(_: object) -> None:
    """Fetch nothing."""


def nobody_else(viewer: Viewer, guard: Guard, _row: Row, _facts: object) -> Refusal:
    """Refuse who has none of the abilities, naming those who have."""
    return may_not(viewer, guard.may[-1])


@dataclass(frozen=True, slots=True)
class Grounded:
    """A kind whose changes may need a ground on record (R14).

    ``rule`` yields the services whose promises a change moves without one, each with the refusal, from the ``facts``.
    Where it ``insists``, that is refused to whoever does not keep the picture; else, and to the keeper, it is listed.
    """

    rule: Callable[[Viewer, Row | None, Row, Any], Iterable[tuple[str, Refusal]]]
    facts: Callable[[Any], Any]
    insists: bool = True


class Passed(NamedTuple):
    """What was saved all the same: the refusal it would have met, and the service changed without a ground, if it is that."""

    refusal: Refusal
    service: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """One fact that a rule holds, as ``docs/guards.md`` tells it, in English: who may, what it takes, what stands then."""

    fact: str
    who: str
    needs: str = ""
    frozen: str = ""


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may enter or change one kind of record.

    ``may``: any of these abilities lets somebody touch the kind at all; where there are none, the rule says all.
    ``rule`` says the rest from the ``facts``, fetched once for an act or a load (``records.act.Act``), in a constant
    number of queries. ``lacking`` says the refusal of who has none of the abilities. ``opens`` tells when a record of
    another customer follows from what is open to her. ``keepers`` holds whoever keeps the picture as well, except
    in a load of files. ``stays`` says of a record as it stands why it is not taken out, whoever asks, and how it is
    corrected instead. ``gates`` tell what the rules hold.
    """

    may: tuple[Ability, ...]
    rule: Rule | None = None
    facts: Callable[[Any], Any] = no_facts
    lacking: Callable[[Viewer, Guard, Row, Any], Refusal] = nobody_else
    opens: Callable[[Viewer, Row | None, Row, Any], bool] | None = None
    stays: Callable[[Viewer, Row, Any], Refusal | None] | None = None
    gates: tuple[Gate, ...] = ()
    keepers: KeepersRule | None = None


def touched(before: Row | None, after: Row, names: Iterable[str] = ()) -> list[str]:
    """Return which of some fields get another value than stands there; of a new record, those that say something."""
    wanted: Sequence[str] = [*names] or [one for one in after if one not in {"version", "id"}]
    if before is None:
        return [name for name in wanted if after[name] not in (None, "", [])]
    return [name for name in wanted if after[name] != before[name]]


def touches_only(before: Row | None, after: Row, names: Iterable[str]) -> bool:
    """Whether a record that stands changes in nothing but some fields."""
    return before is not None and not {*touched(before, after)} - {*names}


def may_not(viewer: Viewer, ability: Ability) -> Refusal:
    """Refuse what takes an ability, naming who has it."""
    refusal = OthersGiveRoles if ability is Ability.GIVE_ROLES else MayNotEnter
    return refusal(person=viewer.person, ability=say(ability.value), who=WHO_CAN[ability])


def keepers_own(*gates: Gate) -> Guard:
    """Guard a kind that only whoever keeps the picture enters."""
    return Guard((), keeper_sets, gates=gates)


def keeper_sets(viewer: Viewer, *_: object) -> Refusal:
    """It is entered by whoever keeps the picture."""
    return KeeperSets(person=viewer.person)
