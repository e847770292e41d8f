"""The door: everything that saves asks here, once, whether this person may.

A verb comes through ``records.saving``; a form, a bulk edit and a file through ``exchange.guarding``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps

from domestique.quantities.errors import Refusal
from domestique.records.ability import Ability
from domestique.records.act import Act, Kind
from domestique.records.guard import Guard, Row
from domestique.records.models import Record
from domestique.records.others import Closed, business_of_others

Judge = Callable[["Row | None", Row], "Refusal | None"]


GUARDS: dict[Kind, Guard] = {}


class KindWithoutGuard(Exception):  # noqa: N818 - named as what is wrong
    """A kind of record nobody guards: it would be open to whoever finds a way to write it."""


def set_guards(guards: Mapping[Kind, Guard]) -> None:
    """Declare the guards of a room's kinds, when it starts."""
    GUARDS.update(guards)


def guard_as_records(*kinds: Kind, **options: Any) -> None:
    """Declare kinds which whoever may change records may enter, and nobody else; ``options`` are a guard's."""
    set_guards(dict.fromkeys(kinds, Guard((Ability.CHANGE_RECORDS,), **options)))


def insist_on_guards() -> None:
    """Raise ``KindWithoutGuard`` if a kind of record has none; asked when the product starts."""
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Record)]
    bare = sorted(kind.__name__ for kind in kinds if kind not in GUARDS)
    if bare:
        message = f"no guard is declared for {', '.join(bare)}; declare one in apps.py of its room"
        raise KindWithoutGuard(message)


def why_stays(kind: Kind, act: Act) -> Refusal | None:
    """Return why one of the records of a kind in an act, as they stand, is never taken out; asked of the keeper too."""
    guard = GUARDS[kind]
    if guard.stays is None:
        return None
    facts = guard.facts(act)
    found = (guard.stays(act.viewer, step.after, facts) for step in act.steps(kind))
    return next(filter(None, found), None)


def judge_of(kind: Kind, act: Act) -> Judge | None:
    """Fetch what the guard of a kind needs for an act, and return it ready to judge rows; ``None`` lets all pass."""
    viewer, guard = act.viewer, GUARDS[kind]
    others = business_of_others(kind, act)
    if viewer.abilities is None:
        return _judge_of_keeper(guard, act, others)
    is_let = not guard.may or any(viewer.may(ability) for ability in guard.may)
    if is_let and not others and guard.rule is None:
        return None
    facts = guard.facts(act)

    def judge(before: Row | None, after: Row) -> Refusal | None:
        """Return why the row may not become so, or ``None``; ``before`` is ``None`` for a new one."""
        if not is_let:
            return guard.lacking(viewer, guard, after, facts)
        refusal = others.refusal(before, after) if others else None
        if refusal and not (guard.opens and guard.opens(viewer, before, after, facts)):
            return refusal
        return guard.rule(viewer, before, after, facts) if guard.rule else None

    return judge


def _judge_of_keeper(guard: Guard, act: Act, others: Closed | None) -> Judge | None:
    """Whoever keeps the picture passes the rule of a kind, and is held by what is said for her."""
    keepers = None if act.is_load else guard.keepers
    if keepers is None:
        return others.refusal if others else None

    facts = guard.facts(act)

    def judge(before: Row | None, after: Row) -> Refusal | None:
        return (others and others.refusal(before, after)) or keepers(
            act.viewer, before, after, act.why, facts
        )

    return judge
