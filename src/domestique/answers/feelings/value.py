"""The value worksheet: what each service a customer uses is worth to her, against what it costs her (S1-02, K22)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domestique.consumption.queries import planned_visible_to, planned_years
from domestique.costing.charge_queries import prices_of_customers
from domestique.costing.queries import bill_of
from domestique.parties.queries import customer_visible_to, organisation_of, today_of
from domestique.portfolio.models import Service
from domestique.portfolio.queries import services_visible_to
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.satisfaction.customers_side import CustomersSide
from domestique.satisfaction.errors import OnlyHerSideMayScore, some_named
from domestique.satisfaction.models import ValueScore
from domestique.satisfaction.queries import newest_scores, sides_visible_to
from domestique.satisfaction.value import Advice, advice_for, dear_from, willingness_gap
from domestique.telling.chips import Chip

ADVICE_CHIPS = {
    Advice.KEEP: Chip("met", say("keep")),
    Advice.GROW: Chip("met", say("grow")),
    Advice.RENEGOTIATE: Chip("near", say("renegotiate")),
    Advice.DROP: Chip("missed", say("drop?")),
    Advice.ASK: Chip("unknown", say("ask")),
}


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One service: its cost and price, her score and ceiling, and the word where they meet.

    ``charge`` is the planned charge of the year, ``gap`` the willingness gap per unit; ``None`` is not known.
    """

    service: Service
    charge: Decimal | None
    price: Decimal | None
    score: ValueScore | None
    gap: Decimal | None
    advice: Advice

    @property
    def chip(self) -> Chip:
        """The word as a state."""
        return ADVICE_CHIPS[self.advice]


@dataclass(frozen=True, slots=True)
class ValueSheet:
    """The worksheet; ``refusal`` says who can score where this reader cannot."""

    id: str
    name: str
    year: int
    currency: str
    headline: Sentence
    reason: Sentence | None
    lines: tuple[ValueLine, ...]
    side: CustomersSide
    refusal: Sentence | None
    dear: Decimal | None

    @property
    def drawn(self) -> tuple[ValueLine, ...]:
        """The services that have a place between value and cost."""
        return tuple(line for line in self.lines if line.advice is not Advice.ASK)


def value_sheet(viewer: Viewer, customer_id: str, clock: date) -> ValueSheet | None:
    """Return a customer's worksheet in a fixed number of queries; ``None`` if this viewer may see no such customer."""
    customer = customer_visible_to(viewer, customer_id)
    if customer is None:
        return None
    organisation = organisation_of(viewer)
    today = today_of(organisation, clock)
    side = sides_visible_to(viewer, today)[customer_id]
    year = _year(viewer, today)
    lines = _lines(viewer, customer_id, year, today)
    return ValueSheet(
        id=customer_id,
        name=customer.name,
        year=year,
        currency=organisation.currency,
        headline=_headline(customer.name, lines),
        reason=_reason(lines),
        lines=lines,
        side=side,
        refusal=None
        if side.holds(viewer.person)
        else OnlyHerSideMayScore(
            person=viewer.person, customer=side.name, people=some_named(side.people)
        ).sentence,
        dear=_dear(lines),
    )


def _year(viewer: Viewer, today: date) -> int:
    years = [year for year in planned_years(viewer) if year <= today.year]
    return years[-1] if years else today.year


def _lines(viewer: Viewer, customer_id: str, year: int, today: date) -> tuple[ValueLine, ...]:
    planned = planned_visible_to(viewer, year).filter(customer_id=customer_id, units__gt=0)
    scores = {
        service: score for (_, service), score in newest_scores(viewer, [customer_id]).items()
    }
    ids = sorted({*planned.values_list("service_id", flat=True), *scores})
    bill = bill_of(viewer, customer_id, Month(year, 1), Month(year, 12))
    charges = (
        {
            line.service: from_minor(line.planned, bill.currency)
            for line in bill.lines
            if line.planned
        }
        if bill
        else {}
    )
    held = prices_of_customers(viewer, [customer_id], ids)[customer_id]
    now = Month.of(today)
    prices = {
        service: one.amount for service in ids if (one := held.in_month(service, now).charged)
    }
    services = {one.id: one for one in services_visible_to(viewer).filter(pk__in=ids)}
    dear = dear_from(_fraction(charges.get(service)) for service in ids)
    made = []
    for id_ in ids:
        charge, price, score = charges.get(id_), prices.get(id_), scores.get(id_)
        gap = willingness_gap(score.ceiling_price if score else None, price)
        advice = advice_for(score.score if score else None, _fraction(charge), dear)
        service = services.get(id_) or Service(id=id_)
        made.append(ValueLine(service, charge, price, score, gap, advice))
    return tuple(sorted(made, key=lambda line: (-(line.charge or Decimal(0)), line.service.id)))


def _fraction(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _dear(lines: Sequence[ValueLine]) -> Decimal | None:
    dear = dear_from(_fraction(line.charge) for line in lines)
    return None if dear is None else Decimal(dear.numerator) / Decimal(dear.denominator)


def _headline(name: str, lines: Sequence[ValueLine]) -> Sentence:
    if not lines:
        return say("We do not know which services %(customer)s uses.", customer=name)
    scored = sum(line.score is not None for line in lines)
    if not scored:
        return say("%(customer)s has not said what any service is worth.", customer=name)
    return say_counted(
        "%(customer)s has said what %(scored)s of %(count)s service is worth.",
        "%(customer)s has said what %(scored)s of %(count)s services are worth.",
        len(lines),
        customer=name,
        scored=scored,
    )


def _reason(lines: Sequence[ValueLine]) -> Sentence | None:
    """Say what there is to talk about first: services that cost more than she would pay."""
    above = [line.service.name for line in lines if line.gap is not None and line.gap < 0]
    if above:
        return say_counted(
            "%(count)s costs more than she would pay: %(names)s.",
            "%(count)s cost more than she would pay: %(names)s.",
            len(above),
            names=", ".join(above),
        )
    counts = Counter(line.advice for line in lines)
    if counts[Advice.RENEGOTIATE] or counts[Advice.DROP]:
        names = [
            line.service.name for line in lines if line.advice in (Advice.RENEGOTIATE, Advice.DROP)
        ]
        return say("To talk about: %(names)s.", names=", ".join(names))
    return None
