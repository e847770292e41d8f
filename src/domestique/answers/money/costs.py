"""What everything costs in a year, remembered until a record changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domestique.costing.allocation import Allocation, allocate_cost
from domestique.costing.method import Method
from domestique.costing.method_choice import MethodChoice, compare_methods
from domestique.costing.queries import CostsOfYear, costs_of_year
from domestique.costing.unit_cost import reckon_unit_cost
from domestique.quantities.errors import Refusal
from domestique.quantities.figure import Figure, Grade, Line, Source
from domestique.quantities.money import from_minor
from domestique.quantities.sentence import Sentence, say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """The cost of a year, or why it could not be reckoned; ``costs`` is ``None`` then, or without any."""

    costs: CostsOfYear | None
    refusal: Sentence | None = None


@while_unchanged
def cost_answer(viewer: Viewer, year: int) -> CostAnswer:
    """Return the year's cost by the reciprocal method, or the sentence of its refusal."""
    try:
        costs = costs_of_year(viewer, year)
    except Refusal as refusal:
        return CostAnswer(None, refusal.sentence)
    return CostAnswer(costs if costs.allocation.total else None)


@dataclass(frozen=True, slots=True)
class Methods:
    """The three methods on the same costs, and whether the choice matters."""

    direct: Allocation
    step_down: Allocation
    reciprocal: Allocation
    step_down_choice: MethodChoice
    direct_choice: MethodChoice


@while_unchanged
def methods_of_year(viewer: Viewer, year: int) -> Methods | None:
    """Return the year's cost by all three methods; ``None`` where it cannot be reckoned."""
    costs = cost_answer(viewer, year).costs
    if costs is None:
        return None
    reciprocal = costs.allocation
    try:
        direct = allocate_cost(reciprocal.network, Method.DIRECT)
        step_down = allocate_cost(reciprocal.network, Method.STEP_DOWN)
    except Refusal:
        return None
    return Methods(
        direct,
        step_down,
        reciprocal,
        compare_methods(step_down, reciprocal),
        compare_methods(direct, reciprocal),
    )


def unit_cost_figure(
    costs: CostsOfYear, service: str, price: Decimal | None = None, unit: str = ""
) -> Figure:
    """Return what one unit of a service costs, with the cost and the units it was divided from."""
    full = costs.allocation.services[service].full_cost if service in costs.known else None
    units = costs.units.get(service)
    reckoned = None if full is None else reckon_unit_cost(full, units).per_unit
    per_unit = None if reckoned is None else round(reckoned)
    lines = [
        Line(
            say("Full cost of the year"),
            None if full is None else from_minor(full, costs.currency),
            costs.currency,
        ),
        Line(say("Planned units of the year"), units, unit, (Source("services", service),)),
    ]
    if price is not None:
        lines.append(Line(say("Price of one unit"), price, costs.currency))
    return Figure(
        value=None if per_unit is None else from_minor(per_unit, costs.currency),
        unit=costs.currency,
        period=str(costs.year),
        observations=len(lines),
        completeness=Fraction(0 if per_unit is None else 1),
        grade=Grade.GUESSED if per_unit is None else Grade.ROUTINE,
        formula=say("Full cost divided by the units planned for the year."),
        lines=tuple(lines),
    )


def pool_amounts(pools: Mapping[str, int], currency: str) -> tuple[tuple[str, Decimal], ...]:
    """Return pools as amounts of money, largest first."""
    largest = sorted(pools.items(), key=lambda pool: (-pool[1], pool[0]))
    return tuple((name, from_minor(amount, currency)) for name, amount in largest)
