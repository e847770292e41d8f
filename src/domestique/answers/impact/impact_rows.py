"""The rows that say who is hit when a service is lost: services, customers, agreements, and their sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.quantities.figure import Figure, Grade, Line, Source, grade_of_completeness
from domestique.quantities.money import from_minor, to_minor
from domestique.quantities.sentence import Sentence, say, say_counted

MONTHS_IN_YEAR = 12
MOST_LINES = 6
LEAST_GRAVE = 9


@dataclass(frozen=True, slots=True)
class HitService:
    """A service that stops or limps; ``because`` is one step nearer the loss, ``customers`` how many use it."""

    id: str
    name: str
    stops: bool
    distance: int
    because: str
    is_supporting: bool
    level: int | None
    customers: int


@dataclass(frozen=True, slots=True)
class PromisedLevel:
    """A level promised in an agreement in force, in per cent; ``None`` where the line promises none."""

    agreement: str
    customer: str
    service: str
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """What the loss means to one customer; ``charges`` are the yearly plans by service."""

    id: str
    name: str
    stops: int
    limps: int
    uses: int
    level: int | None
    promises: int
    tightest: Sentence | None
    charges: tuple[tuple[str, str, Decimal | None], ...]
    currency: str
    year: int

    @property
    def money(self) -> Figure:
        """What she is planned to be charged a month for what stops."""
        known = [charge for _, _, charge in self.charges if charge is not None]
        completeness = Fraction(len(known), len(self.charges)) if self.charges else Fraction(0)
        amount = Fraction(sum(known, Decimal(0))) / MONTHS_IN_YEAR if known else None
        return Figure(
            value=None if amount is None else _rounded(amount, self.currency),
            unit=self.currency,
            period=str(self.year),
            observations=len(known),
            completeness=completeness,
            grade=Grade.lowest([Grade.ROUTINE, grade_of_completeness(completeness)]),
            formula=say("Planned units of the year times the price, over twelve months."),
            lines=tuple(_lines(self.charges, self.currency)),
        )


def _lines(charges: Iterable[tuple[str, str, Decimal | None]], currency: str) -> Iterable[Line]:
    ranked = sorted(charges, key=lambda one: (one[2] is None, -(one[2] or 0), one[0]))
    for service, name, charge in ranked[:MOST_LINES]:
        if charge is None:
            text, amount = say("%(service)s: its planned charge is not known", service=name), None
        else:
            text = say("%(service)s, planned for the year", service=name)
            amount = _rounded(charge, currency)
        yield Line(text, amount, currency, (Source("services", service),))
    rest = [charge for _, _, charge in ranked[MOST_LINES:] if charge is not None]
    if rest:
        text = say_counted("%(count)s more service", "%(count)s more services", len(rest))
        yield Line(text, _rounded(sum(rest, Decimal(0)), currency), currency)


def _rounded(amount: Decimal | Fraction, currency: str) -> Decimal:
    return from_minor(to_minor(amount, currency), currency)


@dataclass(frozen=True, slots=True)
class AgreementHit:
    """How many of an agreement's lines the loss touches."""

    id: str
    customer: str
    customer_name: str
    lines: int
    of: int
    tightest: Sentence | None


@dataclass(frozen=True, slots=True)
class ImpactTally:
    """How many services stop and limp, and how many customers use any that stops."""

    what: Sentence
    stops: int
    limps: int
    customers: int


@dataclass(frozen=True, slots=True)
class Impact:
    """The whole answer, what hits hardest first."""

    id: str
    name: str
    headline: Sentence
    reasons: tuple[Sentence, ...]
    customers: tuple[CustomerHit, ...]
    agreements: tuple[AgreementHit, ...]
    services: tuple[HitService, ...]
    levels: tuple[ImpactTally, ...]
    kinds: tuple[ImpactTally, ...]
    names: Mapping[str, str]

    def ways(self, services: Iterable[str]) -> list[tuple[str, ...]]:
        """Return for each service one way from it to the lost one, by name."""
        before = {hit.id: hit.because for hit in self.services}
        return [
            tuple(self.names.get(step, step) for step in _steps(service, before))
            for service in services
        ]


def _steps(service: str, before: Mapping[str, str]) -> Iterable[str]:
    step: str | None = service
    while step is not None:
        yield step
        step = before.get(step)


def gravity(hit: HitService) -> tuple[bool, int, int, int, str]:
    """Rank a service hit: what stops, the gravest level, the most customers, the nearest."""
    return (not hit.stops, hit.level or LEAST_GRAVE, -hit.customers, hit.distance, hit.id)
