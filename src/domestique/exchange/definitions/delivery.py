"""The tables of what was agreed, what was used and what happened."""

from __future__ import annotations

from domestique.agreements.models import Agreement, AgreementLine, AgreementStatus
from domestique.consumption.models import ActualConsumption, PlannedConsumption
from domestique.delivery.models import MaintenanceWindow, Outage
from domestique.exchange.definitions.ranges import LARGEST_WHOLE, ONE_HUNDRED, ZERO
from domestique.quantities.sentence import Sentence, say
from domestique.records.columns import Column, Kind, Table


def _customer(meaning: Sentence) -> Column:
    return Column("customer", "customer_id", Kind.LINK, meaning, required=True, to="customers")


def _service(meaning: Sentence) -> Column:
    return Column("service", "service_id", Kind.LINK, meaning, required=True, to="services")


def _units(meaning: Sentence) -> Column:
    return Column("units", "units", Kind.DECIMAL, meaning, required=True, places=4)


AGREEMENTS = Table(
    "agreements",
    Agreement,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The agreement's own id."), required=True),
        _customer(say("The customer it is with.")),
        Column(
            "status",
            "status",
            Kind.CHOICE,
            say("How far it has come."),
            choices=tuple(AgreementStatus.values),
        ),
        Column("from", "starts", Kind.DATE, say("Its first day.")),
        Column("to", "ends", Kind.DATE, say("Its last day.")),
        Column(
            "proposed_by", "proposed_by", Kind.TEXT, say("The customer manager who proposed it.")
        ),
        Column("proposed_on", "proposed_on", Kind.DATE, say("When it was proposed.")),
        Column(
            "accepted_by", "accepted_by", Kind.TEXT, say("The customer who accepted it, by name.")
        ),
        Column("accepted_on", "accepted_on", Kind.DATE, say("When the customer accepted it.")),
        Column("review_on", "review_on", Kind.DATE, say("When it is to be gone through.")),
    ),
    say("Agreements with customers."),
)

AGREEMENT_LINES = Table(
    "agreement_lines",
    AgreementLine,
    ("agreement", "service"),
    (
        Column(
            "agreement",
            "agreement_id",
            Kind.LINK,
            say("The agreement it stands in."),
            required=True,
            to="agreements",
        ),
        _service(say("The service promised.")),
        Column(
            "content",
            "content",
            Kind.TEXT,
            say("What is delivered, in words: the package, the options."),
            is_long=True,
        ),
        Column(
            "availability_target",
            "availability_target",
            Kind.DECIMAL,
            say("The availability promised to this customer, in percent."),
            places=6,
            minimum=ZERO,
            maximum=ONE_HUNDRED,
        ),
        Column(
            "planned_units",
            "planned_units",
            Kind.DECIMAL,
            say("The units planned for a year."),
            places=4,
            minimum=ZERO,
        ),
        Column(
            "unit_price",
            "unit_price",
            Kind.DECIMAL,
            say("The price agreed for a unit."),
            places=6,
            minimum=ZERO,
        ),
        Column(
            "value_confirmed",
            "value_confirmed",
            Kind.YES_NO,
            say("Whether the customer has confirmed the value of it."),
        ),
    ),
    say("What each agreement promises of each service."),
)

PLANNED_CONSUMPTION = Table(
    "planned_consumption",
    PlannedConsumption,
    ("customer", "service", "year"),
    (
        _customer(say("The customer who plans.")),
        _service(say("The service planned.")),
        Column("year", "year", Kind.YEAR, say("The year planned for."), required=True),
        _units(say("How many units of the service, for the whole year.")),
    ),
    say("Units of each service each customer plans for a year."),
)

ACTUAL_CONSUMPTION = Table(
    "actual_consumption",
    ActualConsumption,
    ("customer", "service", "month"),
    (
        _customer(say("The customer who used it.")),
        _service(say("The service used.")),
        Column("month", "month", Kind.MONTH, say("The month it was used in."), required=True),
        _units(say("How many units of the service, in that month.")),
    ),
    say("Units of each service each customer used in a month."),
)

OUTAGES = Table(
    "outages",
    Outage,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The outage's own id."), required=True),
        _service(say("The service that did not work.")),
        Column("starts", "starts", Kind.LOCAL_TIME, say("When it began."), required=True),
        Column("ends", "ends", Kind.LOCAL_TIME, say("When it ended; empty is still going on.")),
        Column("root", "root_id", Kind.LINK, say("The service where it began."), to="services"),
        Column(
            "affected_users",
            "affected_users",
            Kind.WHOLE,
            say("How many people it hit; empty is not known."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        Column("note", "note", Kind.TEXT, say("What there is to say about it."), is_long=True),
    ),
    say("Times when services did not work, in local time."),
)

MAINTENANCE_WINDOWS = Table(
    "maintenance_windows",
    MaintenanceWindow,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The window's own id."), required=True),
        _service(say("The service that is down.")),
        Column("starts", "starts", Kind.LOCAL_TIME, say("When it begins."), required=True),
        Column("ends", "ends", Kind.LOCAL_TIME, say("When it ends."), required=True),
        Column("announced_on", "announced_on", Kind.DATE, say("The day it was announced.")),
    ),
    say("Planned downtime, which counts as agreed when it was announced in time."),
)
