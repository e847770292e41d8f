"""The door: everything that saves asks here, once, whether this person may.

A verb comes through ``records.saving``; a form, a bulk edit and a file through ``exchange.guarding``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps

from domestique.quantities.errors import Refusal
from domestique.quantities.person_id import PersonId
from domestique.records.ability import Ability
from domestique.records.act import Act, Kind
from domestique.records.guard import Grounded, Guard, Passed, Row
from domestique.records.guarded_room import WAITING
from domestique.records.models import Record
from domestique.records.others import business_of_others
from domestique.records.viewer import Viewer

Verdict = Callable[["Row | None", Row], "Refusal | None"]
Listing = Callable[["Row | None", Row], "Iterable[Passed]"]
GUARDS: dict[Kind, Guard] = {}
GROUNDS: dict[Kind, Grounded] = {}


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges the rows of one kind in one act: why a row may not become so, and what is listed although it may.

    ``before`` is ``None`` for a new row.
    """

    refusal: Verdict
    passed: Listing


class KindWithoutGuard(Exception):  # noqa: N818 - named as what is wrong
    """A kind of record nobody guards: it would be open to whoever finds a way to write it."""


Naming = Callable[[Collection[str], Viewer, str], Mapping[str, PersonId]]
"""Tells whom each text means, for a viewer and with a reason; who is new is entered."""
_NAMING: list[Naming] = []


def set_naming(naming: Naming) -> None:
    """Declare who knows people, when it starts."""
    _NAMING[:] = [naming]


def whom_they_mean(texts: Collection[str], viewer: Viewer, why: str) -> Mapping[str, PersonId]:
    """Return whom each text means; who is new is entered. Refuses a name that several have."""
    if WAITING:
        insist_on_guards()
    return _NAMING[0](texts, viewer, why)


def set_guards(guards: Mapping[Kind, Guard]) -> None:
    """Declare the guards of a room's kinds, when it starts."""
    GUARDS.update(guards)


def guard_as_records(*kinds: Kind, **options: Any) -> None:
    """Declare kinds which whoever may change records may enter, and nobody else; ``options`` are a guard's."""
    set_guards(dict.fromkeys(kinds, Guard((Ability.CHANGE_RECORDS,), **options)))


def set_grounds(grounds: Mapping[Kind, Grounded]) -> None:
    """Declare which kinds need a ground for some of their changes, in the room that knows what a ground is."""
    GROUNDS.update(grounds)


def insist_on_guards() -> None:
    """Let the rooms declare their guards, once. Raises ``KindWithoutGuard`` if a kind of record has none.

    A server asks when it starts, everything else before it writes: so a kind nobody guards is never written.
    """
    while WAITING:
        WAITING.pop()()
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Record)]
    bare = sorted(kind.__name__ for kind in kinds if kind not in GUARDS)
    if bare:
        message = f"no guard is declared for {', '.join(bare)}; declare one in apps.py of its room"
        raise KindWithoutGuard(message)


def guard_of(kind: Kind) -> Guard:
    """Return who may enter the records of a kind."""
    if WAITING:
        insist_on_guards()
    return GUARDS[kind]


def why_stays(kind: Kind, act: Act) -> Refusal | None:
    """Return why one of the records of a kind in an act, as they stand, is never taken out; asked of the keeper too."""
    guard = guard_of(kind)
    if guard.stays is None:
        return None
    facts = guard.facts(act)
    found = (guard.stays(act.viewer, step.after, facts) for step in act.steps(kind))
    return next(filter(None, found), None)


def judge_of(kind: Kind, act: Act) -> Judge | None:
    """Fetch what the guard of a kind needs for an act, and return who judges its rows; ``None`` lets all pass."""
    viewer, guard, grounded = act.viewer, guard_of(kind), GROUNDS.get(kind)
    others, is_keeper = business_of_others(kind, act), viewer.abilities is None
    is_let = not guard.may or any(viewer.may(ability) for ability in guard.may)
    advice = _advice_of(guard, act)
    keepers = None if act.is_load or advice else guard.keepers
    if not (others or grounded or advice or (keepers if is_keeper else guard.rule or not is_let)):
        return None
    facts = None if is_keeper and not (grounded or keepers) else guard.facts(act)
    grounds = facts if not grounded or grounded.facts is guard.facts else grounded.facts(act)

    def groundless(before: Row | None, after: Row) -> Iterable[Passed]:
        found = grounded.rule(viewer, before, after, grounds) if grounded else ()
        return (Passed(refusal, service) for service, refusal in found)

    def of_keeper(before: Row | None, after: Row) -> Refusal | None:
        refusal = others.refusal(before, after) if others else None
        return refusal or (keepers(viewer, before, after, act.why, facts) if keepers else None)

    def of_others(before: Row | None, after: Row) -> Refusal | None:
        if not is_let:
            return guard.lacking(viewer, guard, after, facts)
        refusal = others.refusal(before, after) if others else None
        if refusal and not (guard.opens and guard.opens(viewer, before, after, facts)):
            return refusal
        refusal = guard.rule(viewer, before, after, facts) if guard.rule else None
        if refusal or not (grounded and grounded.insists):
            return refusal
        return next((one.refusal for one in groundless(before, after)), None)

    def passed(before: Row | None, after: Row) -> Iterable[Passed]:
        found = [*groundless(before, after)]
        refusal = advice(before, after) if advice and not found else None
        return [Passed(refusal)] if refusal else found

    return Judge(of_keeper if is_keeper else of_others, passed)


def _advice_of(guard: Guard, act: Act) -> Verdict | None:
    """Return what a guard says of somebody who may do everything but what takes a person by name.

    It is asked where one who keeps the picture alone is advised, except in a load of files, and where somebody acts as
    another: then of who sits there.
    """
    viewer, rule = act.viewer, guard.rule
    is_asked = bool(viewer.hand) or (viewer.is_advised and not act.is_load)
    if rule is None or not is_asked:
        return None
    anybody = Viewer(viewer.hand or viewer.person, abilities=frozenset(Ability))
    facts = guard.facts(replace(act, viewer=anybody))

    def advice(before: Row | None, after: Row) -> Refusal | None:
        refusal = rule(anybody, before, after, facts)
        return None if refusal and refusal.keeper_may else refusal

    return advice
