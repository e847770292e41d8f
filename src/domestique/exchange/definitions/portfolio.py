"""The tables of the service structure, its calendars, and what is wished back first."""

from __future__ import annotations

from domestique.calendars.models import CalendarDay
from domestique.exchange.definitions.ranges import (
    LARGEST_WHOLE,
    LEAST_IMPORTANT,
    ONE,
    ONE_HUNDRED,
    ZERO,
)
from domestique.impact.models import RestorationWish
from domestique.portfolio.models import (
    Dependency,
    DependencyKind,
    Goal,
    LifeCycle,
    Package,
    Service,
    ServiceKind,
    UnitKind,
)
from domestique.quantities.sentence import say
from domestique.records.columns import Column, Kind, Table

CALENDAR_DAYS = Table(
    "calendar_days",
    CalendarDay,
    ("calendar", "date"),
    (
        Column("calendar", "calendar", Kind.TEXT, say("The calendar's name."), required=True),
        Column("date", "date", Kind.DATE, say("The day."), required=True),
        Column("opens", "opens", Kind.CLOCK, say("When it opens; empty is closed all day.")),
        Column("closes", "closes", Kind.CLOCK, say("When it closes, at the latest 24:00.")),
    ),
    say("Dated days of named calendars, which service hours can refer to."),
)

SERVICES = Table(
    "services",
    Service,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The service's own id."), required=True),
        Column("name_en", "name_en", Kind.TEXT, say("The name in English.")),
        Column("name_sv", "name_sv", Kind.TEXT, say("The name in Swedish.")),
        Column("name_fi", "name_fi", Kind.TEXT, say("The name in Finnish.")),
        Column(
            "purpose",
            "purpose",
            Kind.TEXT,
            say("What it is for, in one sentence a customer would say."),
            is_long=True,
        ),
        Column(
            "kind",
            "kind",
            Kind.CHOICE,
            say("Whether the business meets the service itself or what it stands on."),
            choices=tuple(ServiceKind.values),
        ),
        Column("unit", "unit", Kind.TEXT, say("What is counted when it is consumed.")),
        Column(
            "unit_kind",
            "unit_kind",
            Kind.CHOICE,
            say("Stock is priced per unit and year, flow per unit used."),
            choices=tuple(UnitKind.values),
        ),
        Column(
            "impact_level",
            "impact_level",
            Kind.WHOLE,
            say("How much its loss hurts: 1 most, 4 least."),
            minimum=ONE,
            maximum=LEAST_IMPORTANT,
        ),
        Column(
            "rto_minutes",
            "rto_minutes",
            Kind.WHOLE,
            say("Within how many minutes it is promised back after a loss."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        Column(
            "restore_minutes",
            "restore_minutes",
            Kind.WHOLE,
            say("How many minutes restoring it takes once everything it needs is there."),
            minimum=ZERO,
            maximum=LARGEST_WHOLE,
        ),
        Column(
            "service_hours",
            "service_hours",
            Kind.HOURS,
            say("When it is promised: 24x7, Mon-Fri 07-18, or a calendar and hours."),
        ),
        Column(
            "availability_target",
            "availability_target",
            Kind.DECIMAL,
            say("How many percent of its service hours it is promised."),
            places=6,
            minimum=ZERO,
            maximum=ONE_HUNDRED,
        ),
        Column("mode", "mode", Kind.TEXT, say("How it is made: own product, bought service.")),
        Column("owner", "owner", Kind.TEXT, say("The person who owns it.")),
        Column(
            "supplier", "supplier_id", Kind.LINK, say("The supplier behind it."), to="suppliers"
        ),
        Column(
            "state",
            "state",
            Kind.CHOICE,
            say("Where in its life it is."),
            choices=tuple(LifeCycle.values),
        ),
    ),
    say("Services: met by the business, or carrying what is."),
)

DEPENDENCIES = Table(
    "dependencies",
    Dependency,
    ("service", "needs"),
    (
        Column(
            "service",
            "service_id",
            Kind.LINK,
            say("The service that needs another."),
            required=True,
            to="services",
        ),
        Column(
            "needs",
            "needs_id",
            Kind.LINK,
            say("The service it needs."),
            required=True,
            to="services",
        ),
        Column(
            "kind",
            "kind",
            Kind.CHOICE,
            say("Hard: cannot run without. Soft: runs degraded without."),
            choices=tuple(DependencyKind.values),
        ),
    ),
    say("Which service needs which other."),
)

PACKAGES = Table(
    "packages",
    Package,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The package's own id."), required=True),
        Column("name", "name", Kind.TEXT, say("The package's name."), required=True),
        Column("services", "services", Kind.LINKS, say("The services in it."), to="services"),
        Column("for_whom", "for_whom", Kind.TEXT, say("For whom it is meant.")),
    ),
    say("Services bundled for one kind of customer."),
)

GOALS = Table(
    "goals",
    Goal,
    ("id",),
    (
        Column("id", "id", Kind.ID, say("The goal's own id."), required=True),
        Column(
            "customer",
            "customer_id",
            Kind.LINK,
            say("The customer whose goal it is."),
            required=True,
            to="customers",
        ),
        Column(
            "goal", "goal", Kind.TEXT, say("The result she wants."), required=True, is_long=True
        ),
    ),
    say("Results customers want for their business."),
)

RESTORATION_WISH = Table(
    "restoration_wish",
    RestorationWish,
    ("service",),
    (
        Column(
            "rank",
            "rank",
            Kind.WHOLE,
            say("The place in the order, 1 first."),
            required=True,
            minimum=ONE,
            maximum=LARGEST_WHOLE,
        ),
        Column(
            "service",
            "service_id",
            Kind.LINK,
            say("The service wished back."),
            required=True,
            to="services",
        ),
    ),
    say("In which order everything is wished back after a loss."),
)
