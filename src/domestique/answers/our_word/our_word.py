"""The ledger of promises: what is open, overdue first, what was settled, and how many were kept in time (K14)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domestique.parties.queries import customers_visible_to, day_for
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.meetings.promise_state import (
    OPEN_STATES,
    GivenPromise,
    KeptPromises,
    PromiseState,
    promise_state,
    promises_kept,
)
from domestique.relations.meetings.queries import given, promises_visible_to
from domestique.relations.models import Promise
from domestique.telling.chips import Chip

MOST_SETTLED = 20
CHIPS = {
    PromiseState.LATE: Chip("missed", say("overdue")),
    PromiseState.DUE: Chip("near", say("due within a week")),
    PromiseState.OPEN: Chip("plain", say("given")),
    PromiseState.KEPT: Chip("met", say("kept")),
    PromiseState.KEPT_LATE: Chip("near", say("kept late")),
    PromiseState.TAKEN_BACK: Chip("plain", say("taken back")),
}


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise, to whom, where it stands, and when it is or was due."""

    promise: Promise
    customer: str
    state: PromiseState
    chip: Chip
    when: Sentence

    @property
    def is_open(self) -> bool:
        """Whether it can still be kept or taken back."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Ledger:
    """All open promises, the newest settled ones, and K14 by team and by customer."""

    headline: Sentence
    open: tuple[PromiseLine, ...]
    settled: tuple[PromiseLine, ...]
    by_team: tuple[tuple[str, KeptPromises], ...]
    by_customer: tuple[tuple[str, KeptPromises], ...]
    all: KeptPromises


def ledger(viewer: Viewer, clock: date) -> Ledger:
    """Return the promises to the customers this viewer may see, in three queries."""
    day = day_for(viewer, clock)
    customers = {one.id: one for one in customers_visible_to(viewer)}
    names = {id_: one.name for id_, one in customers.items()}
    lines = promise_lines(promises_visible_to(viewer), names, day)
    teams: dict[str, list[GivenPromise]] = defaultdict(list)
    for line in lines:
        customer = customers.get(line.promise.customer_id)
        if customer and customer.team:
            teams[customer.team.name].append(given(line.promise))
    own = gathered((line.customer, given(line.promise)) for line in lines)
    opened = tuple(line for line in lines if line.is_open)
    settled = sorted((line for line in lines if not line.is_open), key=_settled_on, reverse=True)
    return Ledger(
        _headline(opened),
        opened,
        tuple(settled[:MOST_SETTLED]),
        _kept_by(teams, day),
        _kept_by(own, day),
        promises_kept([given(line.promise) for line in lines], day),
    )


def promise_lines(
    promises: Iterable[Promise], names: dict[str, str], day: date
) -> tuple[PromiseLine, ...]:
    """Return promises as they stand on a day, in the order they were given."""
    found = []
    for promise in promises:
        state = promise_state(given(promise), day)
        customer = names.get(promise.customer_id, promise.customer_id)
        found.append(
            PromiseLine(promise, customer, state, CHIPS[state], _when(promise, state, day))
        )
    return tuple(found)


def _kept_by(
    groups: dict[str, list[GivenPromise]], day: date
) -> tuple[tuple[str, KeptPromises], ...]:
    """Return how many were kept in time to each customer, or by each team; never by one person."""
    found = [(name, promises_kept(promises, day)) for name, promises in sorted(groups.items())]
    return tuple((name, kept) for name, kept in found if kept.due)


def _settled_on(line: PromiseLine) -> date:
    return line.promise.kept_on or line.promise.taken_back_on or line.promise.given_on


def _when(promise: Promise, state: PromiseState, day: date) -> Sentence:
    if state is PromiseState.TAKEN_BACK:
        return say("taken back on %(day)s", day=promise.taken_back_on)
    if state in (PromiseState.KEPT, PromiseState.KEPT_LATE):
        if state is PromiseState.KEPT_LATE:
            return say("kept on %(kept)s, due on %(due)s", kept=promise.kept_on, due=promise.due_on)
        return say("kept on %(kept)s", kept=promise.kept_on)
    if promise.due_on is None:
        return say("no day was said")
    if state is PromiseState.LATE:
        return say_counted(
            "%(count)s day late, due on %(due)s",
            "%(count)s days late, due on %(due)s",
            (day - promise.due_on).days,
            due=promise.due_on,
        )
    return say("due on %(due)s", due=promise.due_on)


def _headline(opened: tuple[PromiseLine, ...]) -> Sentence:
    if not opened:
        return say("No promise is open.")
    late = sum(line.state is PromiseState.LATE for line in opened)
    if not late:
        return say_counted(
            "%(count)s promise is open, none overdue.",
            "%(count)s promises are open, none overdue.",
            len(opened),
        )
    return say_counted(
        "%(count)s promise is open, %(late)s overdue.",
        "%(count)s promises are open, %(late)s overdue.",
        len(opened),
        late=late,
    )
