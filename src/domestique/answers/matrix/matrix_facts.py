"""Everything the matrix of customers and services can show, fetched for all pairs at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domestique.agreements.promised import Pair, Term
from domestique.agreements.queries import promised_terms_of, values_confirmed
from domestique.answers.money.charges import charges_of_pairs
from domestique.answers.promises.kept import planned_units
from domestique.consumption.queries import units_in_use
from domestique.costing.bills.charges import ServiceCharge
from domestique.delivery.queries import closed_months_of_levels
from domestique.parties.models import Customer
from domestique.parties.queries import (
    customers_visible_to,
    organisation_of,
    teams_visible_to,
    today_of,
)
from domestique.portfolio.choices import ServiceKind
from domestique.portfolio.queries import service_names, services_visible_to
from domestique.quantities.errors import Refusal
from domestique.quantities.period import Month
from domestique.quantities.sentence import say
from domestique.records.memory.remembering import while_unchanged
from domestique.records.viewer import Viewer
from domestique.satisfaction.pulse import Mood
from domestique.satisfaction.queries import satisfaction_seen_by
from domestique.telling.months import Stretch, closed_stretch


class Show(StrEnum):
    """What a cell of the matrix shows."""

    LEVEL = "level"
    COST = "cost"
    USE = "use"
    WORTH = "worth"


class NothingCalledSo(Refusal):
    """A value of a filter that is not one of its choices."""

    text = say("There is nothing called “%(written)s” to choose here.")


@dataclass(frozen=True, slots=True)
class Party:
    """A customer or a service as a row or a column. ``note`` is the id, with what is counted."""

    id: str
    name: str
    note: str
    mood: Mood | None = None


@dataclass(frozen=True, slots=True)
class MatrixChosen:
    """What a reader wants to see of the matrix; empty is all, and of months the newest logged."""

    show: Show = Show.LEVEL
    team: str = ""
    owner: str = ""
    kind: str = ""
    month: Month | None = None
    is_turned: bool = False

    @property
    def row_side(self) -> int:
        """Which part of a (customer, service) pair its row is."""
        return 1 if self.is_turned else 0

    @property
    def column_side(self) -> int:
        """Which part of a pair its column is."""
        return 1 - self.row_side

    @property
    def adds_down(self) -> bool:
        """Whether a column adds up: money always does, units only of one and the same service."""
        return self.show is Show.COST or (self.show is Show.USE and not self.is_turned)

    def pair(self, row: str, column: str) -> Pair:
        """Return the (customer, service) of a row and a column."""
        return (column, row) if self.is_turned else (row, column)


@dataclass(frozen=True, slots=True)
class MatrixFacts:
    """Who uses what and was promised what, as far as it was asked for, and what can be asked for.

    ``pairs`` are used, agreed or charged; ``agreed`` are those whose agreement is in force on the day.
    ``charges`` and ``worth`` hold what they can only where they are shown.
    """

    chosen: MatrixChosen
    customers: Mapping[str, Party]
    services: Mapping[str, Party]
    teams: Mapping[str, str]
    owners: tuple[str, ...]
    month: Month | None
    months: tuple[Month, ...]
    stretch: Stretch | None
    currency: str
    terms: Mapping[Pair, tuple[Term, ...]]
    units: Mapping[Pair, Decimal]
    use_month: str
    agreed: frozenset[Pair]
    pairs: tuple[Pair, ...]
    charges: Mapping[Pair, ServiceCharge]
    worth: Mapping[Pair, bool | None]


@while_unchanged
def matrix_facts(viewer: Viewer, clock: date, chosen: MatrixChosen) -> MatrixFacts:
    """Fetch what the matrix needs. Refused: ``NothingCalledSo``."""
    organisation = organisation_of(viewer)
    day = today_of(organisation, clock)
    months, stretch = closed_months_of_levels(viewer, clock), closed_stretch(viewer)
    teams = dict(teams_visible_to(viewer).values_list("id", "name"))
    everybody = list(customers_visible_to(viewer))
    services, owners = _services(viewer, chosen)
    _insist(chosen, teams, owners)
    customers = _customers(viewer, everybody, chosen, day)
    terms = promised_terms_of(viewer)
    units, use_month = units_in_use(viewer, day)
    agreed = {pair for pair, own in terms.items() if any(term.holds_on(day) for term in own)}
    shows_money = chosen.show in (Show.COST, Show.USE)
    charges = _charges(viewer, stretch, organisation.currency) if shows_money else {}
    pairs = [
        (customer, service)
        for customer, service in sorted(units.keys() | agreed | charges.keys())
        if customer in customers and service in services
    ]
    return MatrixFacts(
        chosen,
        customers,
        services,
        teams,
        owners,
        chosen.month or (months[0] if months else None),
        tuple(months),
        stretch,
        organisation.currency,
        terms,
        units,
        use_month,
        frozenset(agreed),
        tuple(pairs),
        charges,
        values_confirmed(viewer) if chosen.show is Show.WORTH else {},
    )


def rows_of_matrix(facts: MatrixFacts) -> list[Party]:
    """Return the rows there are: customers with a use or an agreement, or services when turned."""
    ids = {pair[facts.chosen.row_side] for pair in facts.pairs}
    parties = facts.services if facts.chosen.is_turned else facts.customers
    return [party for id_, party in parties.items() if id_ in ids]


def _insist(chosen: MatrixChosen, teams: Mapping[str, str], owners: Sequence[str]) -> None:
    asked = ((chosen.team, teams), (chosen.owner, owners), (chosen.kind, ServiceKind.values))
    for written, choices in asked:
        if written and written not in choices:
            raise NothingCalledSo(written=written)


def _customers(
    viewer: Viewer, everybody: Sequence[Customer], chosen: MatrixChosen, day: date
) -> dict[str, Party]:
    satisfaction = satisfaction_seen_by(viewer, day)
    moods = {one.customer: one.mood for one in (*satisfaction.accepted, *satisfaction.apart)}
    return {
        one.id: Party(one.id, one.name, one.id, moods.get(one.id, Mood.UNKNOWN))
        for one in everybody
        if chosen.team in ("", one.team_id)
    }


def _services(viewer: Viewer, chosen: MatrixChosen) -> tuple[dict[str, Party], tuple[str, ...]]:
    """Return the services asked for, and the owners there are to ask for."""
    names = service_names(viewer)
    parties, owners = {}, set()
    rows = services_visible_to(viewer).values_list("id", "owner", "kind", "unit")
    for id_, owner, kind, unit in rows:
        owners.add(owner)
        if chosen.owner in ("", owner) and chosen.kind in ("", kind):
            parties[id_] = Party(id_, names.get(id_, id_), f"{id_} · {unit}" if unit else id_)
    return parties, tuple(sorted(owners - {""}))


def _charges(viewer: Viewer, stretch: Stretch | None, currency: str) -> dict[Pair, ServiceCharge]:
    if stretch is None:
        return {}
    planned = planned_units(viewer, stretch.year)
    return charges_of_pairs(viewer, stretch, planned, currency)
