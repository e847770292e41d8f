"""The run sheet of a restoration: who does what when, what it needs first, whom to call (S5-09)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from django.db.models import Max

from domestique.answers.promises.kept import planned_units
from domestique.answers.restoration.restoration import Bar, Exercise, exercise
from domestique.impact.models import RestorationWish
from domestique.impact.queries import structure_visible_to
from domestique.parties.models import Customer, Supplier
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    today_of,
)
from domestique.portfolio.models import Dependency, Service, SupplierContract
from domestique.portfolio.queries import carriers, service_names, services_visible_to
from domestique.quantities.gathering import gathered
from domestique.records.viewer import Viewer
from domestique.relations.models import CustomerActivity
from domestique.telling.months import year_of_money

MADE_FROM = (
    Service,
    Dependency,
    RestorationWish,
    Supplier,
    SupplierContract,
    Customer,
    CustomerActivity,
)

Call: TypeAlias = "tuple[str, list[str]]"


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a crew: the bar, what must be back first, who owns it and who supply it, by name."""

    bar: Bar
    needs_first: tuple[str, ...]
    owner: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomerCall:
    """A customer who is hit, who calls her, how many of her services are away and which come too late."""

    unit: str
    person: str
    manager: str
    services: int
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The whole sheet.

    ``crews`` are what each does, in order; ``owners`` and ``suppliers`` whom to call, and about which services (names,
    in the order of the way back); ``basis`` how many records it was made from, and the newest change to them.
    """

    organisation: str
    day: date
    exercise: Exercise
    lost: tuple[str, ...]
    crews: tuple[tuple[int, list[Task]], ...]
    owners: tuple[Call, ...]
    suppliers: tuple[Call, ...]
    customers: tuple[CustomerCall, ...]
    basis: tuple[int, datetime | None]


def run_sheet(
    viewer: Viewer, lost: Sequence[str], crews: int | None, clock: date, *, during: str = ""
) -> RunSheet:
    """Plan the way back and tell who does it, as if ``during`` an activity. Refusals of ``impact`` pass through."""
    answer = exercise(viewer, tuple(lost), crews, during)
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    names = service_names(viewer)
    tasks = _tasks(viewer, answer, names, day)
    by_crew = gathered((task.bar.crew, task) for task in tasks)
    return RunSheet(
        organisation=organisation.name,
        day=day,
        exercise=answer,
        lost=tuple(names.get(id_, id_) for id_ in answer.lost),
        crews=tuple(sorted(by_crew.items())),
        owners=_calls((task.owner, task.bar.name) for task in tasks),
        suppliers=_calls((one, task.bar.name) for task in tasks for one in task.suppliers),
        customers=tuple(_customers(viewer, answer, year_of_money(viewer, day))),
        basis=basis_of_sheet(),
    )


def basis_of_sheet() -> tuple[int, datetime | None]:
    """Count the records a run sheet is made from, and find the newest change to any of them."""
    changes = [model.history.aggregate(newest=Max("history_date"))["newest"] for model in MADE_FROM]
    return (
        sum(model.objects.count() for model in MADE_FROM),
        max((change for change in changes if change is not None), default=None),
    )


def _tasks(viewer: Viewer, answer: Exercise, names: Mapping[str, str], day: date) -> list[Task]:
    suppliers = carriers(viewer)
    structure = structure_visible_to(viewer)
    coming = {bar.service for bar in answer.bars}
    rows = services_visible_to(viewer).values_list("id", "owner", "owner_team__name")
    owners = {id_: owner or team or "" for id_, owner, team in rows}

    def needs_first(service: str) -> tuple[str, ...]:
        beneath = structure.hard_needs[structure.numbers[service]]
        ids = sorted(structure.ids[number] for number in beneath)
        return tuple(names.get(id_, id_) for id_ in ids if id_ in coming)

    return [
        Task(
            bar,
            needs_first(bar.service),
            owners.get(bar.service, ""),
            tuple(one.name for one in suppliers.of(bar.service, day)),
        )
        for bar in answer.bars
    ]


def _calls(pairs: Iterable[tuple[str, str]]) -> tuple[Call, ...]:
    """Group what to talk about by who to call; nobody is left out, and nobody unknown is invented."""
    return tuple(gathered(pair for pair in pairs if pair[0]).items())


def _customers(viewer: Viewer, answer: Exercise, year: int) -> Iterable[CustomerCall]:
    away = {bar.service for bar in answer.bars} | {id_ for id_, _ in answer.not_known}
    late = {bar.service: bar.name for bar in answer.late}
    used = planned_units(viewer, year)
    for customer in customers_visible_to(viewer).filter(pk__in=used):
        hit = used[customer.id].keys() & away
        if hit:
            yield CustomerCall(
                customer.name,
                customer.person,
                customer.team.customer_manager if customer.team_id and customer.team else "",
                len(hit),
                tuple(late[id_] for id_ in sorted(hit & late.keys())),
            )
