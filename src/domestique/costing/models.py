"""The ledger, the shares by which supporting cost is passed on, prices, and exchange rates."""

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, RecordKind
from domestique.records.models import Record


class ExchangeRate(Record):
    """What a unit of a foreign currency was planned to cost in a year, and what it did cost, in the organisation's own."""

    declared = RecordKind(
        "exchange_rates",
        say("What other currencies were planned to cost, and cost."),
        (
            "Rates are per year: the one the plan was made with, and the one that came true. Until the actual "
            "rate is known the plan rate stands in for it, and the bill says so."
        ),
        found_by="figures only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("bill", "full-cost"),
    )

    year = declare.year(say("The year."))
    currency = declare.currency(say("The currency."), required=True)
    plan_rate = declare.decimal(
        say("What one unit of it was planned to cost in the organisation's currency."),
        places=8,
        required=True,
        least=0,
    )
    actual_rate = declare.decimal(say("What one unit of it really cost."), places=8, least=0)

    class Meta:
        constraints = [declare.key("year", "currency", name="one_rate_per_year")]
        ordering = ["year", "currency"]


class Price(Record):
    """What one unit of a service is charged at, in the organisation's currency, from and to a day (both included)."""

    declared = RecordKind(
        "prices",
        say("What one unit of each service is charged at, and when."),
        (
            "For a stock unit (a user, a workplace) the price is for a year; for a flow unit (an order, a "
            "payslip) it is for each. A price without a last day holds until the next one begins."
        ),
        found_by="figures only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("bill", "unit-cost"),
        refused=(
            "two prices of a service that hold on the same day",
            "a last day before the first day",
        ),
        rules=("R15",),
        booked="from",
        is_series=True,
    )

    service = declare.link("portfolio.Service", say("The service priced."), required=True)
    starts = declare.day(say("The first day the price holds."), required=True, name="from")
    ends = declare.day(
        say("The last day; empty is until the next price."), name="to", empty="until the next price"
    )
    unit_price = declare.decimal(
        say("The price of one unit, in the organisation's currency."),
        places=6,
        required=True,
        least=0,
    )

    class Meta:
        constraints = [declare.key("service", "starts", name="one_price_per_start")]
        ordering = ["service_id", "starts"]


class Cost(Record):
    """A direct cost of a service in one pool (hardware, software, labour) for a period (``2026``)."""

    declared = RecordKind(
        "costs",
        say("Direct costs of each service in each pool."),
        (
            "The ledger: what is placed on each service itself, by pool. Pools are yours to name and stay apart "
            "all the way. A year's costs are those of the year and those of its months together."
        ),
        found_by="figures only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("full-cost", "unit-cost"),
        rules=("R21",),
        added=("amount",),
        booked="period",
    )

    period = declare.period(say("The year, or the month."))
    service = declare.link("portfolio.Service", say("The service that costs."), required=True)
    pool = declare.text(say("What kind of cost: hardware, software, labour."), required=True)
    amount = declare.decimal(say("The amount."), places=2, required=True)
    currency = declare.currency(
        say("Its currency; empty is the organisation's own."), empty="the organisation's own"
    )

    class Meta:
        constraints = [declare.key("period", "service", "pool", name="one_cost_per_pool")]
        ordering = ["period", "service_id", "pool"]


class CostShare(Record):
    """How many percent of a supporting service's cost another service receives in a year (``period``)."""

    declared = RecordKind(
        "cost_shares",
        say("How the cost of each supporting service is passed on."),
        (
            "How much of a supporting service's full cost each receiver bears, from a measured driver. What is "
            "not shared out stays with the service and is shown. Shares are used for the year they are given "
            "for."
        ),
        found_by="figures only",
        whose=Business.THE_ORGANISATIONS,
        used_by=("full-cost",),
        refused=(
            "shares of one service and period that sum to more than 100 %",
            "shares of a customer-facing service",
        ),
        rules=("R21",),
        added=("share_percent",),
        booked="period",
    )

    period = declare.year(say("The year they hold for."))
    giver = declare.link(
        "portfolio.Service",
        say("The supporting service whose cost is passed on."),
        required=True,
        name="from",
    )
    receiver = declare.link(
        "portfolio.Service", say("The service that receives it."), required=True, name="to"
    )
    share_percent = declare.decimal(
        say("How many percent of the cost are passed on to it."),
        places=9,
        required=True,
        least=0,
        most=100,
    )

    class Meta:
        constraints = [declare.key("period", "giver", "receiver", name="one_share_per_pair")]
        ordering = ["period", "giver_id", "receiver_id"]
