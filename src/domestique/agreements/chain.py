"""Chain check (R16): is each promise of availability carried by what it stands on?

Weak form: every hard prerequisite promises at least as much. One without a level is looked through,
to the nearest that have one. Strict form: a customer-facing promise is at most the product of the
levels of all hard prerequisites, direct and indirect, each counted once (measurement 2.2: series,
for planning only). Outside: the supplier's contract promises at least as much, and the service is
built for what an agreement promises. All levels are in percent and compared as exact fractions.

A level that is not known is never taken as perfect: the product of the known ones is then the most
that the chain can carry. A promise above that fails surely; one below it cannot be judged and is
listed as unknown.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from itertools import compress
from typing import TYPE_CHECKING

from domestique.quantities.rounding import cut_downwards
from domestique.quantities.sentence import Sentence, say, say_counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from domestique.quantities.sentence import Value

SHOWN_DECIMALS = 2
MARKS = bytes.maketrans(b"01", bytes((0, 1)))


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """A service and the availability it is built for; ``None`` is not known."""

    service: str
    target: Decimal | None
    is_customer_facing: bool = True


@dataclass(frozen=True, slots=True)
class SupplierContract:
    """The availability a supplier's contract promises for the services (ids) it carries."""

    id: str
    name: str
    services: tuple[str, ...]
    availability: Decimal | None


@dataclass(frozen=True, slots=True)
class CustomerPromise:
    """The availability an agreement promises a customer on a service."""

    agreement: str
    customer: str
    service: str
    target: Decimal | None


class Form(StrEnum):
    """Which comparison was made."""

    PREREQUISITE = "prerequisite"
    PRODUCT = "product"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A promise beside what carries it, both in percent.

    ``carried`` is exact; ``None`` when nothing is known, and the most that can be when the ids in
    ``unknown`` have no level. ``on`` holds the ids beside the service: the prerequisites, the
    contract, or the agreement.
    """

    form: Form
    service: str
    promise: Decimal
    carried: Fraction | None
    on: tuple[str, ...]
    unknown: tuple[str, ...]
    what: Sentence
    advice: Sentence

    @property
    def is_gap(self) -> bool:
        """Whether the promise is surely not carried; otherwise it cannot be known."""
        return self.carried is not None and self.promise > self.carried

    @property
    def shown(self) -> Decimal | None:
        """What is carried, cut downwards to two decimals; never flattered."""
        return None if self.carried is None else cut_downwards(self.carried, SHOWN_DECIMALS)


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """The promises that are not carried, and those of which it cannot be known."""

    gaps: tuple[Comparison, ...]
    unknown: tuple[Comparison, ...]


class _Graph:
    """Services and hard needs as sets of bits: one integer a service, so that many are quick."""

    def __init__(self, services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]) -> None:
        self.levels = {level.service: level for level in services}
        self.needs: dict[str, list[str]] = {service: [] for service in self.levels}
        for service, need in needs:
            self.needs.setdefault(service, []).append(need)
            self.needs.setdefault(need, [])
        self.ids = list(self.needs)
        self.bit = {service: 1 << i for i, service in enumerate(self.ids)}
        self.by_target: dict[Decimal, int] = defaultdict(int)
        self.everything = sum(self.bit.values())
        self.unknown = 0
        for service, bit in self.bit.items():
            level = self.levels.get(service)
            if level is None or level.target is None:
                self.unknown |= bit
            else:
                self.by_target[level.target] |= bit
        self.products: dict[tuple[int, ...], Fraction] = {}
        self.shares = [(Fraction(target) / 100, mask) for target, mask in self.by_target.items()]

    def reach(self, *, through: int) -> dict[str, int]:
        """Return the set of what each service needs, followed on through those in ``through``."""
        found = dict.fromkeys(self.ids, 0)
        order, is_settled = self._order()
        for service in order:
            found[service] = self._needed_by(service, found, through)
        while not is_settled:  # a ring has no order: until nothing changes
            is_settled = True
            for service in order:
                bits = self._needed_by(service, found, through)
                is_settled = is_settled and bits == found[service]
                found[service] = bits
        return {service: bits & ~self.bit[service] for service, bits in found.items()}

    def _needed_by(self, service: str, found: dict[str, int], through: int) -> int:
        bits = 0
        for need in self.needs[service]:
            bits |= self.bit[need]
            if self.bit[need] & through:
                bits |= found[need]
        return bits

    def _order(self) -> tuple[list[str], bool]:
        """Return every service after its needs, and whether there is such an order at all."""
        try:
            return list(TopologicalSorter(self.needs).static_order()), True
        except CycleError:  # refused on load; here only slower
            return self.ids, False

    def members(self, bits: int) -> tuple[str, ...]:
        """Return the ids in a set, in the order the services were given."""
        if not bits:
            return ()
        marks = bin(bits)[:1:-1]
        return tuple(compress(self.ids, marks.encode().translate(MARKS)))

    def product(self, bits: int) -> Fraction | None:
        """Return the product of the known levels in a set, in percent; ``None`` if none is."""
        if not bits & ~self.unknown:
            return None
        counts = tuple((bits & mask).bit_count() for _, mask in self.shares)
        if counts not in self.products:
            self.products[counts] = self._product(counts)
        return self.products[counts]

    def _product(self, counts: Iterable[int]) -> Fraction:
        numerator, denominator = 100, 1
        for (share, _), times in zip(self.shares, counts, strict=True):
            numerator *= share.numerator**times
            denominator *= share.denominator**times
        return Fraction(numerator, denominator)


def check_prerequisites(
    services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]
) -> ChainCheck:
    """Weak form: compare every service's level with each hard prerequisite's (service, needs)."""
    graph = _Graph(services, needs)
    nearest = graph.reach(through=graph.unknown)
    return _split(
        comparison
        for level in graph.levels.values()
        if level.target is not None
        for comparison in _beside_needs(graph, level, level.target, nearest[level.service])
    )


def _beside_needs(
    graph: _Graph, level: ServiceLevel, promise: Decimal, bits: int
) -> Iterator[Comparison | None]:
    for target, mask in graph.by_target.items():
        if target < promise:
            for need in graph.members(bits & mask):
                yield _compare(Form.PREREQUISITE, level, promise, target, on=(need,), partner=need)
    unknown = graph.members(bits & graph.unknown)
    yield _compare(Form.PREREQUISITE, level, promise, None, on=unknown, unknown=unknown)


def check_products(
    services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]
) -> ChainCheck:
    """Strict form: compare customer-facing promises with the product of all hard prerequisites."""
    graph = _Graph(services, needs)
    reach = graph.reach(through=graph.everything)
    return _split(
        _compare(
            Form.PRODUCT,
            level,
            level.target,
            graph.product(reach[level.service]),
            on=graph.members(reach[level.service]),
            unknown=graph.members(reach[level.service] & graph.unknown),
        )
        for level in graph.levels.values()
        if level.target is not None and level.is_customer_facing
    )


def check_suppliers(
    services: Iterable[ServiceLevel], contracts: Iterable[SupplierContract]
) -> ChainCheck:
    """Compare each service's level with the contract of every supplier that carries it."""
    carriers: dict[str, list[SupplierContract]] = defaultdict(list)
    for contract in contracts:
        for service in contract.services:
            carriers[service].append(contract)
    return _split(
        _compare(
            Form.SUPPLIER,
            level,
            level.target,
            contract.availability,
            on=(contract.id,),
            unknown=(contract.id,) if contract.availability is None else (),
            partner=contract.name,
        )
        for level in services
        if level.target is not None
        for contract in carriers[level.service]
    )


def check_customer_promises(
    services: Iterable[ServiceLevel], promises: Iterable[CustomerPromise]
) -> ChainCheck:
    """Compare what agreements promise customers with what the services are built for."""
    levels = {level.service: level for level in services}
    return _split(
        _compare(
            Form.CUSTOMER,
            levels[promise.service],
            promise.target,
            levels[promise.service].target,
            on=(promise.agreement,),
            unknown=(promise.service,) if levels[promise.service].target is None else (),
            partner=promise.customer,
        )
        for promise in promises
        if promise.target is not None and promise.service in levels
    )


def _split(comparisons: Iterable[Comparison | None]) -> ChainCheck:
    gaps: list[Comparison] = []
    unknown: list[Comparison] = []
    for comparison in comparisons:
        if comparison is not None:
            (gaps if comparison.is_gap else unknown).append(comparison)
    return ChainCheck(tuple(gaps), tuple(unknown))


def _compare(
    form: Form,
    level: ServiceLevel,
    promise: Decimal,
    carried: Decimal | Fraction | None,
    *,
    on: tuple[str, ...],
    unknown: tuple[str, ...] = (),
    partner: str = "",
) -> Comparison | None:
    """Return the comparison if the promise is not carried or cannot be judged, else nothing."""
    exact = None if carried is None else Fraction(carried)
    if exact is not None and promise > exact:
        shown = cut_downwards(carried, SHOWN_DECIMALS) if isinstance(carried, Fraction) else carried
        values: dict[str, Value] = {"service": level.service, "partner": partner}
        values |= {"promise": promise, "carried": shown}
        what, advice = _gap_sentences(form, values)
    elif unknown:
        what, advice = _unknown_sentences(level, promise, unknown)
    else:
        return None
    return Comparison(form, level.service, promise, exact, on, unknown, what, advice)


def _gap_sentences(form: Form, values: dict[str, Value]) -> tuple[Sentence, Sentence]:
    """Say what is wrong and what to do; the partner is who or what carries or was promised."""
    if form is Form.PREREQUISITE:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but %(partner)s, without which it stops, promises %(carried)s %%.",
            **values,
        ), say("Raise %(partner)s to %(promise)s %%, or promise %(carried)s %% here.", **values)
    if form is Form.PRODUCT:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but all that it needs carries at most %(carried)s %% together.",
            **values,
        ), say("Strengthen what it needs, or promise at most %(carried)s %%.", **values)
    if form is Form.SUPPLIER:
        return say(
            "%(service)s promises %(promise)s %%,"
            " but the contract with %(partner)s promises %(carried)s %%.",
            **values,
        ), say("Renegotiate with %(partner)s, or promise at most %(carried)s %%.", **values)
    return say(
        "%(partner)s is promised %(promise)s %% on %(service)s, which is built for %(carried)s %%.",
        **values,
    ), say("Build it for %(promise)s %%, or agree on %(carried)s %% with %(partner)s.", **values)


def _unknown_sentences(
    level: ServiceLevel, promise: Decimal, unknown: tuple[str, ...]
) -> tuple[Sentence, Sentence]:
    missing = ", ".join(unknown)
    what = say_counted(
        "Whether %(service)s can keep %(promise)s %% cannot be known: %(missing)s has no level.",
        "Whether %(service)s can keep %(promise)s %% cannot be known: %(missing)s have no level.",
        len(unknown),
        service=level.service,
        promise=promise,
        missing=missing,
    )
    return what, say("Find out what %(missing)s can keep, and write it down.", missing=missing)
