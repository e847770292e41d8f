"""What the guards of this room look at, fetched once for everything that is saved at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from domestique.parties.choices import RoleStatus
from domestique.parties.guards import (
    PLACE_OF_UNIT,
    ROLE_OF_UNIT,
    HeadsOfUnits,
    MandateFacts,
    UnitFacts,
)
from domestique.parties.mandates import Grant
from domestique.parties.models import (
    Customer,
    CustomerTeam,
    Mandate,
    Orderer,
    Person,
    RoleInIt,
    TeamMember,
    Unit,
)
from domestique.parties.queries import day_at_the_door
from domestique.quantities.gathering import gathered
from domestique.records.act import Act
from domestique.records.guard import touched

Parents = Mapping[str, str | None]


def units_of_customers(act: Act) -> UnitFacts:
    """Return whose business the units are, in three queries; in none if no role is overruled and none is placed anew."""
    steps = list(act.steps(Unit))
    overruled = any(touched(one.before, one.after, ROLE_OF_UNIT) for one in steps)
    placed = [one for one in steps if touched(one.before, one.after, PLACE_OF_UNIT)]
    if not (placed or (overruled and act.viewer.customers is not None)):
        return UnitFacts()
    stood: Parents = dict(Unit.objects.values_list("id", "parent_id"))
    parents = {**stood, **{one.after["id"]: one.after["parent_id"] for one in steps}}
    held = Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN).exclude(unit=None)
    customers = gathered(held.values_list("unit_id", "id"))
    owners = dict(Orderer.objects.exclude(unit=None).values_list("unit_id", "customer_id"))
    owners |= {unit: ids[-1] for unit, ids in customers.items()}
    ids = [one.after["id"] for one in steps]
    above = {
        one.after["id"]: (
            _customers_of(one.before["parent_id"] if one.before else None, stood, customers),
            _customers_of(one.after["parent_id"], parents, customers),
        )
        for one in placed
    }
    return UnitFacts(
        {id_: owner for id_ in ids if (owner := _owner_of(id_, parents, owners))}, above
    )


def customers_above(act: Act) -> dict[str, AbstractSet[str]]:
    """Return whose unit each orderer sits in who is placed anew, in two queries; in none if nobody is.

    An orderer is left out while her unit or her customer's is not known.
    """
    placed = [
        one.after
        for one in act.steps(Orderer)
        if one.after["unit_id"] and touched(one.before, one.after, ("unit_id", "customer_id"))
    ]
    if not placed:
        return {}
    parents: dict[str, str | None] = dict(Unit.objects.values_list("id", "parent_id"))
    parents |= {one.after["id"]: one.after["parent_id"] for one in act.steps(Unit)}
    of: dict[str, str | None] = dict(Customer.objects.values_list("id", "unit_id"))
    of |= {one.after["id"]: one.after["unit_id"] for one in act.steps(Customer)}
    customers = gathered((unit, id_) for id_, unit in of.items() if unit in parents)
    return {
        row["id"]: _customers_of(row["unit_id"], parents, customers)
        for row in placed
        if row["unit_id"] in parents and of.get(row["customer_id"]) in parents
    }


def mandates_of_customers(act: Act) -> MandateFacts:
    """Return what is held and who a customer's people are, in four queries; in none if nothing is lent."""
    ids = {one.after["customer_id"] for one in act.steps(Mandate) if one.after["delegated_by"]}
    if not ids:
        return MandateFacts()
    fields = ("person", "amount", "services", "starts", "ends", "delegated_by")
    rows = Mandate.objects.filter(customer__in=ids).values_list("customer_id", *fields)
    grants = gathered(
        (customer, Grant(person, amount, tuple(services), *others))
        for customer, person, amount, services, *others in rows
    )
    people: defaultdict[str, set[str]] = defaultdict(set)
    for customer, person in Orderer.objects.filter(customer__in=ids).values_list(
        "customer_id", "person"
    ):
        people[customer].add(person)
    units = list(Unit.objects.values_list("id", "parent_id", "head"))
    parents = {id_: parent for id_, parent, _ in units}
    of = Customer.objects.filter(pk__in=ids).exclude(unit=None).values_list("unit_id", "id")
    customers = gathered(of)
    for id_, _, head in units:
        for customer in _customers_of(id_, parents, customers):
            people[customer].add(head)
    return MandateFacts({one: tuple(held) for one, held in grants.items()}, people)


def people_with_roles(act: Act) -> AbstractSet[str]:
    """Return who has a role that opens something, in six queries; in none if nobody's e-mail is entered."""
    steps = [one for one in act.steps(Person) if touched(one.before, one.after, ["email"])]
    if not steps:
        return frozenset()
    kinds = (Orderer, Mandate, RoleInIt, TeamMember)
    found = {name for kind in kinds for name in kind.objects.values_list("person", flat=True)}
    held = Customer.objects.exclude(status=RoleStatus.STEPPED_DOWN)
    found |= {*held.values_list("person", flat=True)}
    teams = CustomerTeam.objects.values_list(
        "customer_manager", "delivery_manager", "service_owners"
    )
    for manager, delivery, owners in teams:
        found |= {manager, delivery, *owners}
    return found - {""}


def _customers_of(
    unit: str | None, parents: Parents, customers: Mapping[str, Iterable[str]]
) -> AbstractSet[str]:
    """Return the customers of the nearest unit that has some, from a unit upwards."""
    seen: set[str] = set()
    while unit and unit not in seen:
        if unit in customers:
            return frozenset(customers[unit])
        seen.add(unit)
        unit = parents.get(unit)
    return frozenset()


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


def first_open_day(act: Act) -> date:
    """Return the first day of the running month: the months before it are closed."""
    return day_at_the_door(act.viewer).replace(day=1)
