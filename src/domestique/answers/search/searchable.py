"""Everything there is to find: one entry for each record with an id or words of its own, and for each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from domestique.agreements.queries import agreements_visible_to
from domestique.answers.search.people_found import people_among
from domestique.answers.search.search_entry import Entry, Kind, Place, entry, record_entry
from domestique.delivery.models import MaintenanceWindow, Outage
from domestique.parties.queries import (
    customers_visible_to,
    orderers_visible_to,
    suppliers_visible_to,
    teams_visible_to,
    units_visible_to,
)
from domestique.portfolio.queries import goals_visible_to, packages_visible_to, services_visible_to
from domestique.records.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.needs.need_state import state_told
from domestique.relations.queries import activities_visible_to, needs_visible_to
from domestique.satisfaction.queries import pulses_visible_to

Names = Mapping[str, str]


@while_unchanged
def everything(viewer: Viewer) -> tuple[Entry, ...]:
    """Return all that this viewer may find; read anew only when a record has changed, in a fixed number of queries."""
    customers, units = list(customers_visible_to(viewer)), list(units_visible_to(viewer))
    teams, orderers = list(teams_visible_to(viewer)), list(orderers_visible_to(viewer))
    fields = ("id", "name_en", "name_sv", "name_fi", "owner")
    services = list(services_visible_to(viewer).values_list(*fields))
    customer_names = {one.id: one.name for one in customers}
    service_names = {id_: en or sv or fi or id_ for id_, en, sv, fi, _ in services}
    owned = Counter(owner for *_, owner in services if owner)
    return (
        *(
            record_entry(
                Kind.CUSTOMER, one.id, [customer_names[one.id]], [one.person], [one.unit_id]
            )
            for one in customers
        ),
        *(record_entry(Kind.SERVICE, id_, names, [owner]) for id_, *names, owner in services),
        *people_among(customers, units, teams, orderers, owned),
        *(record_entry(Kind.UNIT, one.id, [one.name], [one.head, one.position]) for one in units),
        *(
            record_entry(Kind.ORDERER, one.id, [one.person], [one.unit.name if one.unit else ""])
            for one in orderers
        ),
        *(record_entry(Kind.TEAM, one.id, [one.name], [one.customer_manager]) for one in teams),
        *(record_entry(Kind.SUPPLIER, one.id, [one.name]) for one in suppliers_visible_to(viewer)),
        *(
            record_entry(Kind.PACKAGE, one.id, [one.name], [one.for_whom])
            for one in packages_visible_to(viewer)
        ),
        *_of_customers(viewer, customer_names),
        *_of_services(service_names),
    )


def _of_customers(viewer: Viewer, names: Names) -> Iterator[Entry]:
    """Yield what is some customer's: agreements, needs, goals, plans, and her own words."""
    for agreement in agreements_visible_to(viewer):
        name = names.get(agreement.customer_id, agreement.customer_id)
        yield record_entry(Kind.AGREEMENT, agreement.id, [name], [agreement.status])
    for need in needs_visible_to(viewer):
        name = names.get(need.customer_id, need.customer_id)
        yield record_entry(
            Kind.NEED,
            need.id,
            [need.need],
            [name, str(state_told(need.state))],
            [need.note, need.decider],
        )
    for goal in goals_visible_to(viewer):
        yield record_entry(Kind.GOAL, goal.id, [goal.goal], [names.get(goal.customer_id)])
    for plan in activities_visible_to(viewer, date.min):
        notes = [names.get(plan.customer_id), plan.date.isoformat()]
        yield record_entry(Kind.ACTIVITY, plan.id, [plan.what], notes, [plan.effect])
    for pulse in pulses_visible_to(viewer):
        said = [words for words in (pulse.words, pulse.contemplating) if words]
        notes = [names.get(pulse.customer_id), pulse.person, pulse.date.isoformat()]
        if said:
            place = Place(Kind.PULSE, pulse.key)
            yield entry(Kind.PULSE, place, said[0], notes, said[1:])


def _of_services(names: Names) -> Iterator[Entry]:
    """Yield what happened to services, or was planned to; open to all, as services are."""
    outages = Outage.objects.values_list("id", "service_id", "starts", "note")
    for id_, service, starts, note in outages:
        name = names.get(service, service)
        told = [note, name] if note else [name]
        moment = starts.isoformat(sep=" ", timespec="minutes")
        yield record_entry(Kind.OUTAGE, id_, told[:1], [*told[1:], moment])
    windows = MaintenanceWindow.objects.values_list("id", "service_id", "starts")
    for id_, service, starts in windows:
        moment = starts.isoformat(sep=" ", timespec="minutes")
        yield record_entry(Kind.WINDOW, id_, [names.get(service, service)], [moment])
