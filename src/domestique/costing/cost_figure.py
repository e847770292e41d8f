"""Explain a full cost: direct cost by pool, and what each supporting service passes on."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from domestique.costing.allocation import Allocation, Contribution
from domestique.costing.method import METHOD_NAMES
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.money import from_minor
from domestique.quantities.rounding import write_brief
from domestique.quantities.sentence import say

NO_NAMES: Mapping[str, str] = MappingProxyType({})


def explain_full_cost(
    allocation: Allocation,
    service: str,
    *,
    period: str,
    currency: str,
    names: Mapping[str, str] = NO_NAMES,
) -> Figure:
    """Return the full cost of a service as a figure whose lines sum to it.

    ``names`` are what services are called; without one the id is shown. Graded B: the ledger is
    complete, the shares are kept by hand with a routine. Without a cost row or a share it is not known.
    """
    cost = allocation.services[service]
    contributions = allocation.contributions(service)
    lines = [_direct_line(allocation, service, pool, currency) for pool in allocation.totals]
    lines += [_line(contribution, currency, names) for contribution in contributions]
    shown = tuple(line for line in lines if line.amount or line.sources)
    return Figure(
        value=from_minor(cost.full_cost, currency) if shown else None,
        unit=currency,
        period=period,
        observations=sum(len(line.sources) for line in shown),
        completeness=Fraction(bool(shown)),
        grade=Grade.ROUTINE if shown else Grade.GUESSED,
        formula=say(
            "Direct cost and what supporting services pass on, by the %(method)s.",
            method=METHOD_NAMES[allocation.method],
        ),
        lines=shown,
    )


def _direct_line(allocation: Allocation, service: str, pool: str, currency: str) -> Line:
    rows = [
        cost.row
        for cost in allocation.network.costs
        if cost.service == service and cost.pool == pool and cost.row
    ]
    return Line(
        what=say("Direct cost, %(pool)s", pool=pool),
        amount=from_minor(allocation.services[service].direct_by_pool[pool], currency),
        unit=currency,
        sources=tuple(Source("costs", row) for row in rows),
    )


def _line(contribution: Contribution, currency: str, names: Mapping[str, str]) -> Line:
    return Line(
        what=say(
            "%(giver)s passes on %(percent)s %% of %(amount)s",
            giver=names.get(contribution.giver, contribution.giver),
            percent=write_brief(contribution.part * 100, 2),
            amount=from_minor(contribution.passed_on, currency),
        ),
        amount=from_minor(contribution.amount, currency),
        unit=currency,
        sources=(Source("cost_shares", contribution.row),) if contribution.row else (),
    )
