"""Agreed against actual over a year: which promises to which customers were kept, and what broke the others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domestique.agreements.promised import Pair, Term
from domestique.agreements.queries import promised_terms_of
from domestique.answers.promises.grid_words import headline_of_grid, reasons_of
from domestique.answers.promises.promise_in_month import StandingInMonth, standings_of
from domestique.answers.promises.what_broke import Culprit, culprits_of
from domestique.consumption.queries import units_in_use
from domestique.delivery.level import LevelState
from domestique.delivery.queries import closed_months_of_levels, running_month
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.queries import service_names
from domestique.quantities.errors import Refusal
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.telling.months import months_up_to

STATES = {
    "missed": LevelState.MISSED,
    "near": LevelState.NEAR,
    "met": LevelState.MET,
    "unsure": LevelState.NOT_SURE,
    "unknown": LevelState.NOT_KNOWN,
}


class CustomerNotInGrid(Refusal):
    """A customer that is not there, or not for this viewer."""

    text = say("There is no customer %(id)s; choose one of the list.")


class StateNotUnderstood(Refusal):
    """A word that is not a state of a promise."""

    text = say("“%(word)s” is not a state; ask for missed, near, met, unsure or unknown.")


@dataclass(frozen=True, slots=True)
class GridAsked:
    """What a reader wants to see: the months up to one, and whose promises. Empty is all of them.

    ``service`` are words in the id or the name. With ``is_turned`` the rows are grouped by service.
    """

    last: Month | None = None
    customer: str = ""
    service: str = ""
    state: str = ""
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class MonthTally:
    """How the promises of one group stand in the newest month shown.

    ``judged`` are those kept or missed, ``so_far`` those the month is not over for; one whose
    service had no service time in the month is in no count.
    """

    is_agreed: bool
    has_promises: bool
    judged: int
    missed: int
    near: int
    not_known: int
    so_far: int
    not_sure: int

    @property
    def summary(self) -> Sentence:
        """The tally in words."""
        if not self.is_agreed:
            return say("no agreement in force")
        if not self.has_promises:
            return say("no level promised")
        if self.missed:
            return say_counted(
                "%(missed)s of %(count)s promise not kept",
                "%(missed)s of %(count)s promises not kept",
                self.judged + self.so_far + self.not_known + self.not_sure,
                missed=self.missed,
            )
        if self.so_far:
            return say("none broken so far")
        if self.judged:
            if self.not_sure or self.not_known:
                return say_counted(
                    "the one known promise kept", "all %(count)s known promises kept", self.judged
                )
            return say_counted("the one promise kept", "all %(count)s promises kept", self.judged)
        if self.not_sure:
            return say("not sure")
        return say("not known") if self.not_known else say("not applicable")


@dataclass(frozen=True, slots=True)
class GridPicture:
    """Every promise asked for, in the order to look at them; the cells are made ready a page at a time.

    ``groups`` counts by customer, or by service when turned. ``customers`` are all there are, to
    choose from.
    """

    months: tuple[Month, ...]
    choices: tuple[Month, ...]
    customers: Mapping[str, str]
    services: Mapping[str, str]
    standings: tuple[StandingInMonth, ...]
    groups: Mapping[str, MonthTally]
    culprits: tuple[Culprit, ...]
    headline: Sentence
    reasons: tuple[Sentence, ...]

    @property
    def month(self) -> Month | None:
        """The newest month shown, which the headline is about."""
        return self.months[-1] if self.months else None


@while_unchanged
def grid_picture(viewer: Viewer, clock: date, asked: GridAsked) -> GridPicture:
    """Return how all promises stand in the newest closed month, or in the month asked for.

    Refusals: ``CustomerNotInGrid``, ``StateNotUnderstood``.
    """
    customers = {one.id: one.name for one in customers_visible_to(viewer)}
    _insist(asked, customers)
    closed, running = closed_months_of_levels(viewer, clock), running_month(viewer, clock)
    last = asked.last or next(iter(closed), None)
    services, terms = service_names(viewer), promised_terms_of(viewer)
    months = months_up_to(last) if last else ()
    pairs = _pairs_asked(viewer, clock, (asked, months), terms, (customers, services))
    found = standings_of(viewer, months[-1:], clock, pairs, terms) if last else {}
    groups = _tallies(found.values(), is_turned=asked.is_turned)
    wanted = STATES.get(asked.state)
    shown = [one for one in found.values() if wanted is None or one.state is wanted]
    shown.sort(key=lambda one: _place(one, groups, is_turned=asked.is_turned))
    return GridPicture(
        months,
        (*([running] if running else []), *closed),
        customers,
        {service: services[service] for _, service in pairs if service in services},
        tuple(shown),
        groups,
        culprits_of(viewer, found.values(), services),
        headline_of_grid(found.values(), last),
        tuple(reasons_of(found.values(), last)),
    )


def _insist(asked: GridAsked, customers: Mapping[str, str]) -> None:
    if asked.customer and asked.customer not in customers:
        raise CustomerNotInGrid(id=asked.customer)
    if asked.state and asked.state not in STATES:
        raise StateNotUnderstood(word=asked.state)


def _pairs_asked(
    viewer: Viewer,
    clock: date,
    wanted: tuple[GridAsked, tuple[Month, ...]],
    terms: Mapping[Pair, tuple[Term, ...]],
    names: tuple[Mapping[str, str], Mapping[str, str]],
) -> list[Pair]:
    """Return who was promised, or uses, what in the months: as far as it was asked for."""
    asked, months = wanted
    promised = {
        pair
        for pair, own in terms.items()
        if months and any(term.holds_between(months[0], months[-1]) for term in own)
    }
    used, _ = units_in_use(viewer, day_for(viewer, clock))
    customers, services = names
    words = asked.service.casefold().split()
    return [
        (customer, service)
        for customer, service in sorted(promised | used.keys())
        if customer in customers
        and asked.customer in ("", customer)
        and all(word in f"{service} {services.get(service, '')}".casefold() for word in words)
    ]


def _tallies(standings: Iterable[StandingInMonth], *, is_turned: bool) -> dict[str, MonthTally]:
    states: dict[str, Counter[LevelState]] = {}
    agreed: set[str] = set()
    for one in standings:
        group = one.service if is_turned else one.customer
        own = states.setdefault(group, Counter())
        if one.is_promised:
            agreed.add(group)
        if one.is_counted:
            own[one.state] += 1
    return {
        id_: MonthTally(
            is_agreed=id_ in agreed,
            has_promises=bool(own),
            judged=own[LevelState.MISSED] + own[LevelState.NEAR] + own[LevelState.MET],
            missed=own[LevelState.MISSED],
            near=own[LevelState.NEAR],
            not_known=own[LevelState.NOT_KNOWN],
            so_far=own[LevelState.SO_FAR],
            not_sure=own[LevelState.NOT_SURE],
        )
        for id_, own in states.items()
    }


def _place(
    one: StandingInMonth, groups: Mapping[str, MonthTally], *, is_turned: bool
) -> tuple[object, ...]:
    group = one.service if is_turned else one.customer
    tally = groups[group]
    return (-tally.missed, -tally.near, group, one.urgency)
