"""Checks of values against each other: in one row, and over all rows of a table after the load."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from domestique.exchange.checks.after import StandingValues, after_load
from domestique.exchange.files.cells import Problem
from domestique.exchange.nearest import nearest
from domestique.exchange.reading.readers import Value
from domestique.exchange.rows import Incoming, Outcome
from domestique.exchange.written import as_text
from domestique.impact.cycles import hard_cycles
from domestique.portfolio.choices import DependencyKind, ServiceKind
from domestique.quantities.gathering import gathered
from domestique.quantities.sentence import Sentence, say
from domestique.records.tables import table_named
from domestique.relations.needs.need_state import (
    WAITS,
    WRITTEN,
    contradiction_in,
    word_not_understood,
)

HUNDRED_PERCENT = Decimal(100)
# What comes first, by table; both may be the same day or moment.
_IN_ORDER = {
    "agreements": ("from", "to"),
    "calendar_days": ("opens", "closes"),
    "maintenance_windows": ("starts", "ends"),
    "outages": ("starts", "ends"),
    "prices": ("from", "to"),
    "supplier_contracts": ("from", "to"),
}
_NOT_IN_ORDER = say(
    "“%(last)s” (%(last_value)s) is before “%(first)s” (%(first_value)s); it must not be earlier."
)
_MORE_THAN_WHOLE = say(
    "“%(first)s” (%(first_value)s) is more than “%(last)s” (%(last_value)s), which it is a part of."
)


def check_rows(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Yield what contradicts itself within one row, whatever part of it stood before."""
    for incoming in incomings:
        name = incoming.table.name
        if name in _IN_ORDER:
            yield from _compare_in_row(incoming, _IN_ORDER[name], _NOT_IN_ORDER)
        if name == "units":
            yield from _compare_in_row(incoming, ("it_budget", "budget"), _MORE_THAN_WHOLE)
        if name == "dependencies":
            yield from _needs_itself(incoming)
        if name == "needs":
            yield from _states_not_understood(incoming)


def check_tables(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Yield what contradicts itself between rows, in the load and the database together."""
    names = {incoming.table.name for incoming in incomings}
    if "units" in names:
        yield from _circles_of_units(incomings)
    if "dependencies" in names:
        yield from _circles_of_needs(incomings)
    if "prices" in names:
        yield from _overlapping_prices(incomings)
    if "cost_shares" in names:
        yield from _shares_over_all(incomings)
    if names & {"cost_shares", "services"}:
        yield from _shares_of_customer_facing(incomings)


def _compare_in_row(
    incoming: Incoming, names: tuple[str, str], text: Sentence
) -> Iterator[Problem]:
    """Refuse rows where the first of two columns is more than the second, if both are known."""
    kind = incoming.table.by_name[names[0]].kind
    first_of, last_of = (incoming.value_of(name) for name in names)
    at = names[1] if incoming.position(names[1]) is not None else names[0]
    for entry in incoming.entries:
        first, last = first_of(entry), last_of(entry)
        if not _is_unknown(first, last) and first > last and entry.outcome != Outcome.UNCHANGED:
            written = {"first_value": as_text(first, kind), "last_value": as_text(last, kind)}
            reason = say(text.text, first=names[0], last=names[1], **written)
            yield incoming.refuse(entry, at, reason)


def _is_unknown(*values: Value) -> bool:
    return any(value is None or value == "" for value in values)


def _needs_itself(incoming: Incoming) -> Iterator[Problem]:
    for entry in incoming.entries:
        if entry.key is not None and entry.key[0] == entry.key[1]:
            reason = say(
                "%(service)s needs itself; name another service, or take the row away.",
                service=entry.key[0],
            )
            yield incoming.refuse(entry, "needs", reason)


def _states_not_understood(incoming: Incoming) -> Iterator[Problem]:
    """Refuse states with a word of no list, or that say yes and no; one that stands already and is not changed stays."""
    state_of = incoming.value_of("state")
    for entry in incoming.entries:
        if entry.outcome is Outcome.UNCHANGED:
            continue
        state = str(state_of(entry) or "")
        if both := contradiction_in(state):
            reason = say(
                "“%(step)s” says that the need is declined and that it is not; write what holds, or both with “->” "
                "between them if one came after the other.",
                step=both,
            )
            yield incoming.refuse(entry, "state", reason)
        elif word := word_not_understood(state):
            meant = nearest(word, (*WRITTEN, *WAITS)) or "captured"
            reason = say(
                "“%(word)s” is not how far a need has come; did you mean “%(meant)s”? Steps are %(steps)s, joined by "
                "“->” or “;”, and behind a comma stands for whom it waits.",
                word=word,
                meant=meant,
                steps=", ".join(WRITTEN),
            )
            yield incoming.refuse(entry, "state", reason)


def _circles_of_units(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    units = after_load(table_named("units"), incomings, ("id", "parent"))
    for circle, standing in _circles({unit.values: unit for unit in units if unit.values[1]}):
        reason = say(
            "These units lie within each other in a circle: %(circle)s; "
            "give one of them another parent, or none.",
            circle=circle,
        )
        yield from standing.refuse("parent", reason)


def _circles_of_needs(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    needs = after_load(table_named("dependencies"), incomings, ("service", "needs", "kind"))
    hard = {
        need.values[:2]: need
        for need in needs
        if need.values[2] == DependencyKind.HARD and need.values[0] != need.values[1]
    }
    for circle, standing in _circles(hard):
        reason = say(
            "These services need each other hard, so none can start first: %(circle)s; "
            "make one of these needs soft.",
            circle=circle,
        )
        yield from standing.refuse("needs", reason)


def _circles(edges: dict[tuple[str, str], StandingValues]) -> Iterator[tuple[str, StandingValues]]:
    """Yield each circle, written out, with the last of its edges that comes with the load."""
    for circle in hard_cycles(edges):
        around = (*circle, circle[0])
        standings = [edges[edge] for edge in pairwise(around)]
        coming = [standing for standing in standings if standing.place]
        yield " → ".join(around), (coming or standings)[-1]


def _overlapping_prices(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    prices = after_load(table_named("prices"), incomings, ("service", "from", "to"))
    for earlier, later in pairwise(sorted(prices, key=lambda price: price.values[:2])):
        service, starts, ends = earlier.values
        # A price without an end holds until the next one, so only an end can reach too far.
        if later.values[0] == service and ends is not None and later.values[1] <= ends:
            reason = say(
                "Two prices of %(service)s overlap: one holds from %(starts)s to %(ends)s, another "
                "from %(next)s; end the earlier one before the later one begins.",
                service=service,
                starts=starts,
                ends=ends,
                next=later.values[1],
            )
            yield from (later.refuse("from", reason) or earlier.refuse("to", reason))


def _shares_over_all(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    names = ("period", "from", "share_percent")
    standing = after_load(table_named("cost_shares"), incomings, names)
    shares = gathered(((share.values[0], share.values[1]), share) for share in standing)
    for (period, giver), given in shares.items():
        total = sum((share.values[2] for share in given), Decimal(0))
        coming = [share for share in given if share.place]
        if total > HUNDRED_PERCENT and coming:
            reason = say(
                "The shares of %(giver)s in %(period)s come to %(total)s %%; "
                "together they may be at most 100 %%.",
                giver=giver,
                period=period,
                total=total,
            )
            yield from coming[-1].refuse("share_percent", reason)


def _shares_of_customer_facing(incomings: Sequence[Incoming]) -> Iterator[Problem]:
    """Refuse shares of a service that customers meet: only supporting services pass cost on."""
    services = after_load(table_named("services"), incomings, ("id", "kind"))
    customer_facing = {
        service.values[0]: service
        for service in services
        if service.values[1] == ServiceKind.CUSTOMER_FACING
    }
    if not customer_facing:
        return
    givers: dict[str, StandingValues] = {}
    for share in after_load(table_named("cost_shares"), incomings, ("from",)):
        if share.values[0] in customer_facing and (share.place or share.values[0] not in givers):
            givers[share.values[0]] = share
    for giver, share in givers.items():
        reason = say(
            "%(giver)s is customer-facing and cannot pass cost on; "
            "make it supporting in services, or take its cost shares away.",
            giver=giver,
        )
        yield from (share.refuse("from", reason) or customer_facing[giver].refuse("kind", reason))
