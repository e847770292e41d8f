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

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from operator import mul

from domestique.agreements.beneath import Beneath
from domestique.agreements.comparison import ChainCheck, Comparison, ComparisonForm, OneLevel
from domestique.quantities.gathering import gathered

SURELY = 1e-6
"""Levels further apart than this, as logarithms, are told apart without reckoning them to the last digit."""


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """A service and the availability it is built for; ``None`` is not known."""

    service: str
    target: Decimal | None
    is_customer_facing: bool = True


@dataclass(frozen=True, slots=True)
class ContractLevel:
    """The availability a contract promises for the services (ids) it carries; ``name`` is the supplier's."""

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


class _Levels:
    """What stands on what, with the level of each and the kinds of levels there are."""

    def __init__(self, services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]) -> None:
        self.levels = {level.service: level for level in services}
        self.beneath = Beneath(self.levels, needs)
        known = {level.target for level in self.levels.values()}
        self.targets = sorted(target for target in known if target is not None)
        self.logarithms = [math.log(target / 100) for target in self.targets if target > 0]
        kinds: dict[Decimal | None, int] = {one: kind for kind, one in enumerate(self.targets)}
        self.kinds = [kinds.get(self.target_of(id_), len(kinds)) for id_ in self.beneath.ids]
        self.first_with = self._met_first()
        self.is_unknown = [kind == len(kinds) for kind in self.kinds]

    def _met_first(self) -> dict[int, int]:
        """Return for each kind the first service that has it: in that order gaps are told."""
        first: dict[int, int] = {}
        for number, kind in enumerate(self.kinds):
            first.setdefault(kind, number)
        return first

    def target_of(self, service: str) -> Decimal | None:
        """Return the level a service is planned for, in percent; ``None`` where none is stated."""
        level = self.levels.get(service)
        return level.target if level else None

    def may_fail(self, number: int) -> bool:
        """Whether a service needs one with a lower level, or one without, that must be looked through."""
        kinds, own = self.kinds, self.kinds[number]
        return any(
            kinds[need] < own or self.is_unknown[need] for need in self.beneath.needs[number]
        )

    def carries(self, counts: Sequence[int]) -> Fraction | None:
        """Return the product of so many of each level, in percent; ``None`` if there is none."""
        if not any(counts):
            return None
        numerator, denominator = 100, 1
        for target, times in zip(self.targets, counts, strict=True):
            share = Fraction(target) / 100
            numerator *= share.numerator**times
            denominator *= share.denominator**times
        return Fraction(numerator, denominator)

    def is_above(self, promise: Decimal, counts: Sequence[int]) -> bool:
        """Whether a promise is above the product; near the line it is reckoned exactly."""
        if not any(counts):
            return False
        if promise > 0 and self.targets[0] > 0:
            apart: float = math.log(promise / 100) - sum(map(mul, self.logarithms, counts))
            if abs(apart) > SURELY:
                return apart > 0
        return promise > (self.carries(counts) or 0)


class _Product:
    """All that a service stands on, told only when asked for."""

    def __init__(self, levels: _Levels, number: int, counts: tuple[int, ...]) -> None:
        self._levels, self._number, self._counts = levels, number, counts

    @cached_property
    def level(self) -> Fraction | None:
        """The product of the levels beneath that are known, in percent; ``None`` if none is."""
        return self._levels.carries(self._counts)

    @property
    def on(self) -> tuple[str, ...]:
        """The ids of all that it stands on."""
        return tuple(self._levels.beneath.ids[number] for number in self._beneath)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The ids of those among them that state no level."""
        is_unknown = self._levels.is_unknown
        return tuple(self._levels.beneath.ids[n] for n in self._beneath if is_unknown[n])

    @property
    def _beneath(self) -> list[int]:
        return self._levels.beneath.of(self._number)


def check_needs(
    services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]
) -> tuple[ChainCheck, ChainCheck]:
    """Compare in both forms, weak and strict."""
    levels = _Levels(services, needs)
    return _prerequisites(levels), _products(levels)


def _prerequisites(levels: _Levels) -> ChainCheck:
    return _split(
        comparison
        for number, level in enumerate(levels.levels.values())
        if level.target is not None and levels.may_fail(number)
        for comparison in _beside_needs(levels, number, level.service, level.target)
    )


def _beside_needs(
    levels: _Levels, number: int, service: str, promise: Decimal
) -> Iterator[Comparison]:
    ids, kinds = levels.beneath.ids, levels.kinds
    nearest = levels.beneath.of(number, levels.is_unknown)
    lower = [need for need in nearest if kinds[need] < kinds[number]]
    for need in sorted(lower, key=lambda need: levels.first_with[kinds[need]]):
        carrier = OneLevel(levels.targets[kinds[need]], (ids[need],))
        yield Comparison(
            ComparisonForm.PREREQUISITE, service, promise, carrier, is_gap=True, partner=ids[need]
        )
    unknown = tuple(ids[need] for need in nearest if levels.is_unknown[need])
    if unknown:
        carrier = OneLevel(None, unknown, unknown)
        yield Comparison(ComparisonForm.PREREQUISITE, service, promise, carrier, is_gap=False)


def check_products(
    services: Iterable[ServiceLevel], needs: Iterable[tuple[str, str]]
) -> ChainCheck:
    """Strict form: compare customer-facing promises with the product of all hard prerequisites."""
    return _products(_Levels(services, needs))


def _products(levels: _Levels) -> ChainCheck:
    promised = [
        (number, level.service, level.target)
        for number, level in enumerate(levels.levels.values())
        if level.target is not None and level.is_customer_facing
    ]
    wanted = [number for number, _, _ in promised]
    counted = levels.beneath.counted(levels.kinds, wanted, len(levels.targets) + 1)
    judged: dict[tuple[Decimal, tuple[int, ...]], bool] = {}
    comparisons = []
    for (number, service, promise), (*counts, unknown) in zip(promised, counted, strict=True):
        key = (promise, tuple(counts))
        if key not in judged:
            judged[key] = levels.is_above(*key)
        if judged[key] or unknown:
            carrier = _Product(levels, number, key[1])
            comparisons.append(
                Comparison(ComparisonForm.PRODUCT, service, promise, carrier, judged[key])
            )
    return _split(comparisons)


def check_suppliers(
    services: Iterable[ServiceLevel], contracts: Iterable[ContractLevel]
) -> ChainCheck:
    """Compare each service's level with the contract of every supplier that carries it."""
    carriers = gathered((service, one) for one in contracts for service in one.services)
    return _split(
        _beside(
            ComparisonForm.SUPPLIER,
            (level.service, level.target),
            OneLevel(
                contract.availability,
                (contract.id,),
                (contract.id,) if contract.availability is None else (),
            ),
            contract.name,
        )
        for level in services
        if level.target is not None
        for contract in carriers[level.service]
    )


def check_customer_promises(
    services: Iterable[ServiceLevel], promises: Iterable[CustomerPromise]
) -> ChainCheck:
    """Compare what agreements promise customers with what the services are built for."""
    levels = {level.service: level.target for level in services}
    return _split(
        _beside(
            ComparisonForm.CUSTOMER,
            (promise.service, promise.target),
            OneLevel(
                levels[promise.service],
                (promise.agreement,),
                (promise.service,) if levels[promise.service] is None else (),
            ),
            promise.customer,
        )
        for promise in promises
        if promise.target is not None and promise.service in levels
    )


def _beside(
    form: ComparisonForm, promised: tuple[str, Decimal], carrier: OneLevel, partner: str
) -> Comparison | None:
    """Return the comparison if the promise is not carried or cannot be judged, else nothing."""
    is_gap = carrier.level is not None and promised[1] > carrier.level
    if not is_gap and not carrier.unknown:
        return None
    return Comparison(form, *promised, carrier, is_gap, partner)


def _split(comparisons: Iterable[Comparison | None]) -> ChainCheck:
    gaps: list[Comparison] = []
    unknown: list[Comparison] = []
    for comparison in comparisons:
        if comparison is not None:
            (gaps if comparison.is_gap else unknown).append(comparison)
    return ChainCheck(tuple(gaps), tuple(unknown))
