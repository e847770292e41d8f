"""The tables of money."""

from __future__ import annotations

from domestique.costing.models import Cost, CostShare, ExchangeRate, Price
from domestique.exchange.definitions.ranges import ONE_HUNDRED, ZERO
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind, Table


def _service(name: str, field: str, meaning: Sentence) -> Column:
    return Column(name, field, Kind.LINK, meaning, required=True, to="services")


PRICES = Table(
    "prices",
    Price,
    ("service", "from"),
    (
        _service("service", "service_id", say("The service priced.")),
        Column("from", "starts", Kind.DATE, say("The first day the price holds."), required=True),
        Column("to", "ends", Kind.DATE, say("The last day; empty is until the next price.")),
        Column(
            "unit_price",
            "unit_price",
            Kind.DECIMAL,
            say("The price of one unit, in the organisation's currency."),
            required=True,
            places=6,
            minimum=ZERO,
        ),
    ),
    say("What one unit of each service is charged at, and when."),
)

COSTS = Table(
    "costs",
    Cost,
    ("period", "service", "pool"),
    (
        Column("period", "period", Kind.PERIOD, say("The year, or the month."), required=True),
        _service("service", "service_id", say("The service that costs.")),
        Column(
            "pool",
            "pool",
            Kind.TEXT,
            say("What kind of cost: hardware, software, labour."),
            required=True,
        ),
        Column("amount", "amount", Kind.DECIMAL, say("The amount."), required=True, places=2),
        Column(
            "currency",
            "currency",
            Kind.CURRENCY,
            say("Its currency; empty is the organisation's own."),
        ),
    ),
    say("Direct costs of each service in each pool."),
)

COST_SHARES = Table(
    "cost_shares",
    CostShare,
    ("period", "from", "to"),
    (
        Column("period", "period", Kind.YEAR, say("The year they hold for."), required=True),
        _service("from", "giver_id", say("The supporting service whose cost is passed on.")),
        _service("to", "receiver_id", say("The service that receives it.")),
        Column(
            "share_percent",
            "share_percent",
            Kind.DECIMAL,
            say("How many percent of the cost are passed on to it."),
            required=True,
            places=9,
            minimum=ZERO,
            maximum=ONE_HUNDRED,
        ),
    ),
    say("How the cost of each supporting service is passed on."),
)

EXCHANGE_RATES = Table(
    "exchange_rates",
    ExchangeRate,
    ("year", "currency"),
    (
        Column("year", "year", Kind.YEAR, say("The year."), required=True),
        Column("currency", "currency", Kind.CURRENCY, say("The currency."), required=True),
        Column(
            "plan_rate",
            "plan_rate",
            Kind.DECIMAL,
            say("What one unit of it was planned to cost in the organisation's currency."),
            required=True,
            places=8,
            minimum=ZERO,
        ),
        Column(
            "actual_rate",
            "actual_rate",
            Kind.DECIMAL,
            say("What one unit of it really cost."),
            places=8,
            minimum=ZERO,
        ),
    ),
    say("What other currencies were planned to cost, and cost."),
)
