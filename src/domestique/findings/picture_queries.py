"""Named reads of the picture that the rules look at: each part of it is read when a rule first asks for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from domestique.agreements.choices import AmendmentStatus
from domestique.agreements.queries import (
    agreements_visible_to,
    amendments_visible_to,
    lines_visible_to,
)
from domestique.consumption.queries import units_in_use
from domestique.costing.queries import priced_on
from domestique.findings.picture import (
    AgreementFacts,
    CustomerFacts,
    NeedFacts,
    PackageFacts,
    Picture,
    ServiceFacts,
)
from domestique.parties.choices import RoleStatus, TeamRole
from domestique.parties.customer_team import Team
from domestique.parties.queries import customers_visible_to, dated_teams
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.models import Service
from domestique.portfolio.queries import packages_visible_to, service_names
from domestique.records.memory.kept_rows import kept
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.relations.queries import needs_visible_to


class PictureRead(Picture):
    """The picture as a viewer sees it on a day, each part read when it is first asked for.

    Where services are not named they are called by their ids, so that what is found does not rest on their names.
    """

    def __init__(self, viewer: Viewer, today: date, *, is_named: bool = True) -> None:
        """Read nothing yet."""
        object.__setattr__(self, "today", today)
        self.__dict__.update(viewer=viewer, is_named=is_named)

    viewer: Viewer
    is_named: bool

    @cached_property
    def customers(self) -> Mapping[str, CustomerFacts]:
        """The customer roles that are not stepped down from."""
        return _customers(self.viewer)

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """The customer teams as they stand on the day."""
        return _teams(self.viewer, self.today)

    @cached_property
    def services(self) -> Mapping[str, ServiceFacts]:
        """Every service."""
        facts = _services(self.viewer, self.today)
        return _Named(facts, service_names(self.viewer)) if self.is_named else facts

    @cached_property
    def agreements(self) -> tuple[AgreementFacts, ...]:
        """The agreements with their lines."""
        return _agreements(self.viewer, self.today)

    @cached_property
    def needs(self) -> tuple[NeedFacts, ...]:
        """The needs."""
        return _needs(self.viewer)

    @cached_property
    def packages(self) -> tuple[PackageFacts, ...]:
        """The packages."""
        packages = packages_visible_to(self.viewer)
        return tuple(PackageFacts(p.id, p.name, tuple(p.services)) for p in packages)

    @cached_property
    def used(self) -> frozenset[tuple[str, str]]:
        """Which customer uses which service."""
        return _used(self.viewer, self.today)

    @cached_property
    def has_prices(self) -> bool:
        """Whether there is a price list at all."""
        return _priced(self.viewer, self.today)[1]


class _Named(Mapping[str, ServiceFacts]):
    """Services with their names; the rules that name services look at few of them."""

    def __init__(self, facts: Mapping[str, ServiceFacts], names: Mapping[str, str]) -> None:
        self._facts, self._names = facts, names

    def __getitem__(self, id_: str) -> ServiceFacts:
        return replace(self._facts[id_], name=self._names.get(id_, id_))

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


def picture_of(viewer: Viewer, today: date, *, is_named: bool = True) -> PictureRead:
    """Return the part of the picture the rules look at; all of it is a fixed number of queries."""
    return PictureRead(viewer, today, is_named=is_named)


@while_unchanged
def _customers(viewer: Viewer) -> Mapping[str, CustomerFacts]:
    customers = customers_visible_to(viewer).exclude(status=RoleStatus.STEPPED_DOWN)
    return MappingProxyType(
        {c.id: CustomerFacts(c.id, c.name, c.person, c.team_id or "", c.status) for c in customers}
    )


@while_unchanged
def _teams(viewer: Viewer, day: date) -> Mapping[str, Team]:
    return MappingProxyType({team.id: _team(team, day) for team in dated_teams(viewer).values()})


def _team(team: Team, day: date) -> Team:
    """Return a team as it stands on a day, with those who stand in for somebody."""
    people = {part: team.people(part, day) for part in TeamRole}
    return Team(
        team.id,
        team.name,
        next(iter(people[TeamRole.CUSTOMER_MANAGER]), ""),
        next(iter(people[TeamRole.DELIVERY_MANAGER]), ""),
        people[TeamRole.SERVICE_OWNER],
    )


@while_unchanged
def _services(viewer: Viewer, day: date) -> Mapping[str, ServiceFacts]:
    """Return every service, called by its id."""
    priced, _ = _priced(viewer, day)
    columns = ("id", "kind", "state", "owner", "unit", "owner_team_id")
    return MappingProxyType(
        {
            id_: ServiceFacts(
                id_,
                id_,
                kind == ServiceKind.CUSTOMER_FACING,
                state,
                owner,
                unit,
                id_ in priced,
                team or "",
            )
            for id_, kind, state, owner, unit, team in kept(Service).rows(columns)
        }
    )


@while_unchanged
def _priced(viewer: Viewer, day: date) -> tuple[frozenset[str], bool]:
    """Return which services have a price on a day, and whether there is a price list."""
    return priced_on(viewer, day)


@while_unchanged
def _used(viewer: Viewer, day: date) -> frozenset[tuple[str, str]]:
    return frozenset(units_in_use(viewer, day)[0])


@while_unchanged
def _needs(viewer: Viewer) -> tuple[NeedFacts, ...]:
    columns = ("id", "customer_id", "need", "state", "decider", "merged_into_id")
    return tuple(NeedFacts(*row) for row in needs_visible_to(viewer).values_list(*columns))


@while_unchanged
def _agreements(viewer: Viewer, day: date) -> tuple[AgreementFacts, ...]:
    """Return the agreements with what their lines promise on a day, amendments that hold by then included."""
    levels: dict[str, dict[str, Decimal | None]] = defaultdict(dict)
    unconfirmed: dict[str, list[str]] = defaultdict(list)
    vague: dict[str, list[str]] = defaultdict(list)
    fields = ("agreement_id", "service_id", "availability_target", "value_confirmed")
    lines = lines_visible_to(viewer).values_list(*fields, "content", "planned_units")
    for agreement, service, target, is_confirmed, content, units in lines:
        levels[agreement][service] = target
        if not content and units is None:
            vague[agreement].append(service)
        if is_confirmed is False:
            unconfirmed[agreement].append(service)
    for one in amendments_visible_to(viewer).filter(
        status=AmendmentStatus.ACCEPTED, valid_from__lte=day
    ):
        own = levels[one.agreement_id]
        if one.taken_out:
            own.pop(one.service_id, None)
        elif one.availability_target is not None or one.service_id not in own:
            own[one.service_id] = one.availability_target
    return tuple(
        AgreementFacts(
            a.id,
            a.customer_id,
            a.status,
            a.starts,
            a.ends,
            a.accepted_on,
            levels[a.id],
            tuple(one for one in unconfirmed[a.id] if one in levels[a.id]),
            a.accepted_by,
            tuple(one for one in vague[a.id] if one in levels[a.id]),
        )
        for a in agreements_visible_to(viewer)
    )
