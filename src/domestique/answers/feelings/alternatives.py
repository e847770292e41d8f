"""What customers turn to instead: how far, why, what would turn it, what is at stake, what we learned; without blame (K28)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.costing.queries import bills_visible_to
from domestique.parties.queries import customers_visible_to, day_for
from domestique.portfolio.queries import service_names
from domestique.quantities.money import from_minor
from domestique.quantities.period import Month
from domestique.quantities.sentence import Sentence, say, say_counted
from domestique.records.viewer import Viewer
from domestique.satisfaction.choices import AlternativeState
from domestique.satisfaction.models import Alternative
from domestique.satisfaction.queries import alternatives_visible_to
from domestique.telling.chips import Chip
from domestique.telling.months import year_of_money

STATE_CHIPS = {
    AlternativeState.CONTEMPLATED: Chip("near", say("contemplated")),
    AlternativeState.TRIED: Chip("near", say("tried")),
    AlternativeState.IN_USE: Chip("missed", say("in use")),
    AlternativeState.DROPPED: Chip("plain", say("dropped")),
}
ORDER = (
    AlternativeState.IN_USE,
    AlternativeState.TRIED,
    AlternativeState.CONTEMPLATED,
    AlternativeState.DROPPED,
)


@dataclass(frozen=True, slots=True)
class AlternativeLine:
    """One alternative. ``charged`` is what the customer is charged a year for its services; ``None`` is not known."""

    alternative: Alternative
    customer: str
    services: tuple[tuple[str, str], ...]
    chip: Chip
    charged: Decimal | None

    @property
    def is_active(self) -> bool:
        """Whether it still draws the customer away."""
        return self.alternative.state != AlternativeState.DROPPED


@dataclass(frozen=True, slots=True)
class AlternativesPage:
    """The register: what draws customers away, in use first, and what once did."""

    headline: Sentence
    reason: Sentence | None
    active: tuple[AlternativeLine, ...]
    dropped: tuple[AlternativeLine, ...]
    stated: Decimal | None
    charged: Decimal | None
    year: int


def alternatives_page(viewer: Viewer, clock: date) -> AlternativesPage:
    """Return the register of what this viewer may see, in a fixed number of queries."""
    every = list(alternatives_visible_to(viewer))
    year = year_of_money(viewer, day_for(viewer, clock))
    charges = _charges(viewer, every, year)
    names = {one.id: one.name for one in customers_visible_to(viewer)}
    called = service_names(viewer)
    lines = [
        AlternativeLine(
            one,
            names.get(one.customer_id, one.customer_id),
            tuple((id_, called.get(id_, id_)) for id_ in one.services),
            STATE_CHIPS[AlternativeState(one.state)],
            charged_with_alternative([one], charges),
        )
        for one in every
    ]
    active = tuple(sorted((one for one in lines if one.is_active), key=_order))
    stated = [one.alternative.at_stake for one in active if one.alternative.at_stake is not None]
    return AlternativesPage(
        headline=_headline(active),
        reason=_reason(lines),
        active=active,
        dropped=tuple(one for one in lines if not one.is_active),
        stated=sum(stated, Decimal(0)) if stated else None,
        charged=charged_with_alternative([one.alternative for one in active], charges),
        year=year,
    )


def alternative_line(viewer: Viewer, alternative_id: str, clock: date) -> AlternativeLine | None:
    """Return one alternative; ``None`` if there is none such that this viewer may see."""
    page = alternatives_page(viewer, clock)
    found = (*page.active, *page.dropped)
    return next((line for line in found if line.alternative.id == alternative_id), None)


def charged_with_alternative(
    active: Sequence[Alternative], charges: Mapping[tuple[str, str], Decimal]
) -> Decimal | None:
    """Return K28: the yearly charge of all services with an active alternative, each once a customer."""
    pairs = {(one.customer_id, service) for one in active for service in one.services}
    known = [charges[pair] for pair in pairs if pair in charges]
    return sum(known, Decimal(0)) if known else None


def _charges(
    viewer: Viewer, every: Sequence[Alternative], year: int
) -> dict[tuple[str, str], Decimal]:
    """Return the planned charge of the year by customer and service, for the customers who turn elsewhere."""
    customers = sorted({one.customer_id for one in every})
    bills = bills_visible_to(viewer, Month(year, 1), Month(year, 12), customers)
    return {
        (customer, line.service): from_minor(line.planned, bill.currency)
        for customer, bill in bills.items()
        for line in bill.lines
        if line.planned
    }


def _order(line: AlternativeLine) -> tuple[int, Decimal, str]:
    one = line.alternative
    return (ORDER.index(AlternativeState(one.state)), -(one.at_stake or Decimal(0)), one.id)


def _headline(active: Sequence[AlternativeLine]) -> Sentence:
    if not active:
        return say("Nobody is known to turn elsewhere.")
    customers = len({one.alternative.customer_id for one in active})
    in_use = sum(one.alternative.state == AlternativeState.IN_USE for one in active)
    if in_use:
        return say_counted(
            "%(count)s customer looks elsewhere; %(used)s alternative is in use already.",
            "%(count)s customers look elsewhere; in use already: %(used)s.",
            customers,
            used=in_use,
        )
    return say_counted(
        "%(count)s customer looks elsewhere.", "%(count)s customers look elsewhere.", customers
    )


def _reason(lines: Sequence[AlternativeLine]) -> Sentence | None:
    """Say whom nobody has asked what would turn it."""
    unasked = [one.customer for one in lines if one.is_active and not one.alternative.would_turn]
    if unasked:
        names = ", ".join(map(str, dict.fromkeys(unasked)))
        return say("Nobody has asked what would turn it: %(names)s.", names=names)
    return None
