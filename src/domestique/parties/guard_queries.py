"""What the guards of this room look at, fetched once for everything that is saved at once."""

from __future__ import annotations

from collections.abc import Mapping

from domestique.parties.choices import RoleStatus
from domestique.parties.guards import ROLE_OF_UNIT, HeadsOfUnits, UnitFacts
from domestique.parties.models import Customer, Orderer, Unit
from domestique.records.act import Act
from domestique.records.guard import touched


def units_of_customers(act: Act) -> UnitFacts:
    """Return whose business the units are, in three queries; in none if no role is overruled."""
    steps = list(act.steps(Unit))
    if act.viewer.customers is None or not any(
        touched(one.before, one.after, ROLE_OF_UNIT) for one in steps
    ):
        return UnitFacts()
    parents: dict[str, str | None] = dict(Unit.objects.values_list("id", "parent_id"))
    parents |= {one.after["id"]: one.after["parent_id"] for one in steps}
    owners = dict(Orderer.objects.exclude(unit=None).values_list("unit_id", "customer_id"))
    held = Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN).exclude(unit=None)
    owners |= dict(held.values_list("unit_id", "id"))
    ids = [one.after["id"] for one in steps]
    return UnitFacts({id_: owner for id_ in ids if (owner := _owner_of(id_, parents, owners))})


def _owner_of(
    unit: str, parents: Mapping[str, str | None], owners: Mapping[str, str]
) -> str | None:
    seen: set[str] = set()
    above: str | None = unit
    while above and above not in seen:
        if above in owners:
            return owners[above]
        seen.add(above)
        above = parents.get(above)
    return None


def heads_of_units(act: Act) -> HeadsOfUnits:
    """Return who heads the units of new customers, in one query; in none if there is no new customer."""
    units = {one.after["unit_id"] for one in act.steps(Customer) if one.before is None}
    if act.viewer.customers is None or not units:
        return HeadsOfUnits()
    heads: dict[str, str] = dict(Unit.objects.values_list("id", "head"))
    heads |= {one.after["id"]: one.after["head"] for one in act.steps(Unit)}
    return HeadsOfUnits({unit: heads[unit] for unit in units if unit in heads})
