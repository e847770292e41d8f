"""The tables of the organisation and its people."""

from __future__ import annotations

from domestique.exchange.definitions.ranges import LARGEST_WHOLE, ONE_HUNDRED, ZERO
from domestique.parties.models import (
    Customer,
    CustomerTeam,
    HeadRole,
    Orderer,
    Organisation,
    RoleStatus,
    Supplier,
    Unit,
)
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table

ORGANISATION = Table(
    "organisation",
    Organisation,
    (),
    (
        Column("name", "name", Kind.TEXT, say("The organisation's name."), required=True),
        Column(
            "currency", "currency", Kind.CURRENCY, say("The currency everything is added up in.")
        ),
        Column("time_zone", "time_zone", Kind.TIME_ZONE, say("The time zone of all local times.")),
        Column("country", "country", Kind.COUNTRY, say("The country whose holidays apply.")),
        Column(
            "language",
            "language",
            Kind.CHOICE,
            say("The language of the organisation."),
            choices=("en", "sv", "fi"),
        ),
        Column(
            "today",
            "today",
            Kind.DATE,
            say("The day everything is reckoned on; empty is the calendar's today."),
        ),
        Column(
            "maintenance_notice_days",
            "maintenance_notice_days",
            Kind.WHOLE,
            say("How many days before its first day a maintenance window must be announced."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        Column(
            "pulse_stale_after_days",
            "pulse_stale_after_days",
            Kind.WHOLE,
            say("After how many days a pulse says nothing about now."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
    ),
    say("The organisation itself: one row with what holds for all of it."),
)

UNITS = Table(
    "units",
    Unit,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The unit's own id."), required=True, may_be_name=True),
        Column("name", "name", Kind.TEXT, say("The unit's name."), required=True),
        Column(
            "parent",
            "parent_id",
            Kind.LINK,
            say("The unit it belongs to."),
            to="units",
            may_be_name=True,
        ),
        Column("head", "head", Kind.TEXT, say("The person who heads it.")),
        Column("position", "position", Kind.TEXT, say("The position of the head.")),
        Column("country", "country", Kind.COUNTRY, say("The country it is in.")),
        Column("currency", "currency", Kind.CURRENCY, say("The currency of its budget.")),
        Column(
            "headcount",
            "headcount",
            Kind.WHOLE,
            say("How many people work in it."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        Column(
            "budget",
            "budget",
            Kind.DECIMAL,
            say("The head's own yearly budget; empty is none."),
            places=2,
        ),
        Column(
            "it_budget",
            "it_budget",
            Kind.DECIMAL,
            say("The part of the budget that is IT; 0 is a budget without IT."),
            places=2,
        ),
        Column(
            "role",
            "role",
            Kind.CHOICE,
            say(
                "The head's role, where what the money shows was overruled; empty follows the money."
            ),
            choices=tuple(HeadRole.values),
        ),
        Column("role_note", "role_note", Kind.TEXT, say("Why it was overruled."), is_long=True),
    ),
    say("The organisation's units as a tree, with their heads and their budgets."),
)

TEAMS = Table(
    "teams",
    CustomerTeam,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The team's own id."), required=True, may_be_name=True),
        Column("name", "name", Kind.TEXT, say("The team's name."), required=True),
        Column("customer_manager", "customer_manager", Kind.TEXT, say("The customer manager.")),
        Column("delivery_manager", "delivery_manager", Kind.TEXT, say("The delivery manager.")),
        Column(
            "service_owners",
            "service_owners",
            Kind.NAMES,
            say("The service owners in the team, separated by semicolons."),
        ),
    ),
    say("Customer teams: who together answer for some customers."),
)

CUSTOMERS = Table(
    "customers",
    Customer,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The customer's own id."), required=True),
        Column(
            "unit",
            "unit_id",
            Kind.LINK,
            say("The unit the customer decides for."),
            to="units",
            may_be_name=True,
        ),
        Column("person", "person", Kind.TEXT, say("The person who is the customer.")),
        Column(
            "team",
            "team_id",
            Kind.LINK,
            say("The team that answers for it."),
            to="teams",
            may_be_name=True,
        ),
        Column(
            "status",
            "status",
            Kind.CHOICE,
            say("How far the role has come."),
            choices=tuple(RoleStatus.values),
        ),
        Column("accepted_on", "accepted_on", Kind.DATE, say("When the role was accepted.")),
        Column("accepted_by", "accepted_by", Kind.TEXT, say("Who accepted it.")),
        Column(
            "note",
            "note",
            Kind.TEXT,
            say("Why the money's proposal was overruled, if it was."),
            is_long=True,
        ),
    ),
    say("Customers: persons with mandate to decide on and to finance IT services for a unit."),
)

ORDERERS = Table(
    "orderers",
    Orderer,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The orderer's own id."), required=True),
        Column(
            "customer",
            "customer_id",
            Kind.LINK,
            say("The one customer the orderer belongs to."),
            required=True,
            to="customers",
        ),
        Column(
            "unit",
            "unit_id",
            Kind.LINK,
            say("The unit the orderer orders for."),
            to="units",
            may_be_name=True,
        ),
        Column("person", "person", Kind.TEXT, say("The person who is the orderer.")),
    ),
    say("Orderers: managers who choose among existing services within a customer's agreement."),
)

SUPPLIERS = Table(
    "suppliers",
    Supplier,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The supplier's own id."), required=True),
        Column("name", "name", Kind.TEXT, say("The supplier's name."), required=True),
        Column("country", "country", Kind.COUNTRY, say("The country it is in.")),
        Column("services", "services", Kind.LINKS, say("The services it carries."), to="services"),
        Column(
            "availability",
            "availability",
            Kind.DECIMAL,
            say("The availability its contract promises, in percent."),
            places=6,
            minimum=ZERO,
            maximum=ONE_HUNDRED,
        ),
        Column("contract_ends", "contract_ends", Kind.DATE, say("The contract's last day.")),
        Column(
            "notice_months",
            "notice_months",
            Kind.WHOLE,
            say("How many months before its end the contract must be given notice."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
    ),
    say("Suppliers and what their contracts promise."),
)
