"""Is she prepared to pay? What a customer's own score and ceiling say beside the price."""

from datetime import date
from decimal import Decimal

from domestique.costing.charge_queries import prices_of_customers
from domestique.parties.queries import day_for
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.records.viewer import Viewer
from domestique.satisfaction.models import ValueScore
from domestique.satisfaction.queries import newest_scores
from domestique.satisfaction.value import HIGH_FROM, LOW_TO, willingness_gap
from domestique.telling.chips import Chip


def worth_chips(viewer: Viewer, customer_id: str, clock: date) -> dict[str, Chip]:
    """Return by service what a customer's newest score says, in four queries; nothing where she has not scored."""
    scores = {service: one for (_, service), one in newest_scores(viewer, [customer_id]).items()}
    month = Month.of(day_for(viewer, clock))
    prices = prices_of_customers(viewer, [customer_id], scores)[customer_id]
    return {
        service: worth_chip(
            score, price.amount if (price := prices.in_month(service, month).charged) else None
        )
        for service, score in scores.items()
    }


def ceilings_of(viewer: Viewer, customer_id: str) -> dict[str, Decimal]:
    """Return by service the most a customer would pay for one, where her newest score names it; one query."""
    return {
        service: score.ceiling_price
        for (_, service), score in newest_scores(viewer, [customer_id]).items()
        if score.ceiling_price is not None
    }


def worth_chip(score: ValueScore, price: Decimal | None) -> Chip:
    """Return what a score says beside the price: a price above her ceiling is missed, whatever the score."""
    gap = willingness_gap(score.ceiling_price, price)
    worth = score.score
    state = "met" if worth >= HIGH_FROM else "missed" if worth <= LOW_TO else "near"
    if gap is None:
        return Chip(state, say("worth %(score)s of 5", score=worth))
    if gap < 0:
        return Chip("missed", say("worth %(score)s of 5, price above the ceiling", score=worth))
    return Chip(state, say("worth %(score)s of 5, price within the ceiling", score=worth))
