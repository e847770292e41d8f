"""The needs as a board by step, and what is the same ask from several customers (S1-14, S1-30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from domestique.answers.needs.need_stands import NeedCard, stands_of
from domestique.parties.queries import day_for
from domestique.portfolio.queries import goals_visible_to, services_to_choose
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.relations.choices import Step
from domestique.relations.needs.need_steps import ENDS, likeness

ALIKE = 0.6
MOST_COMPARED = 300
MOST_CARDS = 40
COLUMNS = (
    ("captured", say("Captured"), frozenset({"", Step.CAPTURED})),
    ("understood", say("Understood"), frozenset({Step.UNDERSTOOD})),
    ("investigated", say("Investigated"), frozenset({Step.INVESTIGATED})),
    ("prepared", say("Prepared"), frozenset({Step.PREPARED})),
    ("decided", say("Decided"), frozenset({Step.DECIDED})),
    (
        "delivery",
        say("With delivery"),
        frozenset({Step.HANDED_OVER, Step.TAKEN_OVER, Step.RETURNED}),
    ),
    ("ended", say("Ended"), ENDS),
)


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the board: what stands there, cut to what fits."""

    name: str
    title: Sentence
    cards: tuple[NeedCard, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many there is no room for."""
        return self.total - len(self.cards)


@dataclass(frozen=True, slots=True)
class Needs:
    """The page."""

    headline: Sentence
    columns: tuple[BoardColumn, ...]
    cards: tuple[NeedCard, ...]
    same: tuple[tuple[tuple[NeedCard, ...], int], ...]
    customers: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]
    goals: tuple[tuple[str, str], ...]


def needs_page(viewer: Viewer, clock: date, customer: str = "") -> Needs:
    """Return all needs, or those of one customer, in a fixed number of queries."""
    day = day_for(viewer, clock)
    stands = stands_of(viewer, day)
    every = [one for one in stands.cards.values() if customer in ("", one.need.customer_id)]
    alone = [one for one in every if not one.need.merged_into_id]
    return Needs(
        headline=_headline(alone),
        columns=tuple(_column(name, title, steps, alone) for name, title, steps in COLUMNS),
        cards=tuple(alone),
        same=_same(alone),
        customers=tuple((one.id, one.name) for one in stands.customers.values()),
        services=services_to_choose(viewer),
        goals=tuple(goals_visible_to(viewer).values_list("id", "goal")),
    )


def _column(
    name: str, title: Sentence, steps: frozenset[str], cards: Sequence[NeedCard]
) -> BoardColumn:
    found = [one for one in cards if one.step in steps]
    oldest = sorted(
        found, key=lambda one: (one.since or date.max, one.need.id), reverse=name == "ended"
    )
    return BoardColumn(name, title, tuple(oldest[:MOST_CARDS]), len(found))


def _headline(cards: Sequence[NeedCard]) -> Sentence:
    open_ones = [one for one in cards if one.step not in ENDS]
    if not cards:
        return say("No need is on record.")
    if not open_ones:
        return say("No need waits.")
    deciding = sum(1 for one in open_ones if one.step == Step.PREPARED)
    return say(
        "%(open)s, %(deciding)s.",
        open=say_counted(
            "%(count)s need is on its way", "%(count)s needs are on their way", len(open_ones)
        ),
        deciding=say_counted(
            "%(count)s is prepared for a decision",
            "%(count)s are prepared for a decision",
            deciding,
        ),
    )


def _same(cards: Sequence[NeedCard]) -> tuple[tuple[tuple[NeedCard, ...], int], ...]:
    """Return the asks that are alike among the newest open ones, the oldest of each first, and of how many customers."""
    open_ones = [one for one in cards if one.step not in ENDS][-MOST_COMPARED:]
    groups: dict[str, list[NeedCard]] = {}
    home: dict[str, str] = {}
    for one, other in combinations(open_ones, 2):
        if likeness(one.need.need, other.need.need) >= ALIKE and other.need.id not in home:
            first = home.setdefault(one.need.id, one.need.id)
            home[other.need.id] = first
            groups.setdefault(first, [one]).append(other)
    return tuple(
        (tuple(group), len({name for one in group for name in one.asked_by}))
        for group in groups.values()
    )
