"""The part of the picture that the rules look at, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domestique.agreements.choices import AgreementStatus
from domestique.findings.finding import Finding
from domestique.parties.choices import RoleStatus
from domestique.parties.customer_team import Team
from domestique.quantities.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """A customer role: who, for which unit, looked after by which team, how far accepted."""

    id: str
    name: str
    person: str
    team: str
    status: str

    @property
    def is_accepted(self) -> bool:
        """Whether the role is accepted."""
        return self.status == RoleStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """A service as the rules see it: ``owner`` is a person; a service may be a team's instead."""

    id: str
    name: str
    is_customer_facing: bool
    state: str
    owner: str
    unit: str
    has_price: bool
    owner_team: str = ""

    @property
    def is_owned(self) -> bool:
        """Whether somebody answers for it: a person or a team."""
        return bool(self.owner or self.owner_team)


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement and its services: the promised ``levels``, and the lines whose value is ``unconfirmed``.

    ``vague`` are the services of lines that do not say what is delivered, neither in words nor in units.
    """

    id: str
    customer: str
    status: str
    starts: date | None
    ends: date | None
    accepted_on: date | None
    levels: Mapping[str, Decimal | None]
    unconfirmed: tuple[str, ...]
    accepted_by: str = ""
    vague: tuple[str, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether the agreement is in force on a day."""
        return (
            AgreementStatus(self.status).holds_by_its_dates(self.ends)
            and (self.starts is None or self.starts <= day)
            and (self.ends is None or day <= self.ends)
        )


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """A need on its way to a decision."""

    id: str
    customer: str
    need: str
    state: str
    decider: str
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """A package and the services in it."""

    id: str
    name: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the rules look at, on a day.

    ``used`` are the (customer, service) pairs consumed in the newest month with recorded use, or planned for
    the year where no use is recorded. A table that has no rows yet
    switches its rules off: what has not been begun is not wrong.
    """

    today: date
    customers: Mapping[str, CustomerFacts]
    teams: Mapping[str, Team]
    services: Mapping[str, ServiceFacts]
    agreements: tuple[AgreementFacts, ...]
    needs: tuple[NeedFacts, ...]
    packages: tuple[PackageFacts, ...]
    used: frozenset[tuple[str, str]]
    has_prices: bool

    def name_of_customer(self, customer: str) -> str:
        """Return a customer's name, or the id where the customer is not known."""
        known = self.customers.get(customer)
        return known.name if known else customer

    def name_of_service(self, service: str) -> str:
        """Return a service's name, or the id where the service is not known."""
        known = self.services.get(service)
        return known.name if known else service

    def customer_manager_of(self, customer: str) -> str:
        """Return who in IT answers for a customer; empty where nobody does."""
        known = self.customers.get(customer)
        team = self.teams.get(known.team) if known else None
        return team.customer_manager if team else ""

    def finding(
        self,
        rule: str,
        about: tuple[str, str, str],
        text: Sentence,
        advice: Sentence,
        owner: str = "",
    ) -> Finding:
        """Return what a rule found about (table, row, customer); without an owner it is for the customer's manager."""
        table, subject, customer = about
        owner = owner or self.customer_manager_of(customer)
        return Finding(rule, table, subject, text, advice, customer, owner)
