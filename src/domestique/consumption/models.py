"""Units planned for a year and used in a month, per customer and service."""

from django.db import models

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import RecordKind
from domestique.records.models import Record


class PlannedConsumption(Record):
    """The units of a service a customer plans for a year; a month's plan is a twelfth of it."""

    declared = RecordKind(
        "planned_consumption",
        say("Units of each service each customer plans for a year."),
        (
            "The plan of a whole year. A month's planned charge is a twelfth of it, for stock and flow units "
            "alike. This is one of the three tables that are enough to start."
        ),
        found_by="figures only",
        used_by=("bill", "unit-cost", "forecast"),
        rules=("R03", "R24"),
        added=("units",),
        booked="year",
    )

    customer = declare.customer(say("The customer who plans."))
    service = declare.link("portfolio.Service", say("The service planned."), required=True)
    year = declare.year(say("The year planned for."))
    units = declare.decimal(
        say("How many units of the service, for the whole year."), places=4, required=True
    )

    class Meta:
        constraints = [declare.key("customer", "service", "year", name="one_plan_per_year")]
        ordering = ["customer_id", "service_id", "year"]
        indexes = [models.Index(fields=["service", "year"], name="planned_service_year")]


class ActualConsumption(Record):
    """The units of a service a customer used in a month (``2026-10``)."""

    declared = RecordKind(
        "actual_consumption",
        say("Units of each service each customer used in a month."),
        (
            "A month in which a customer has no row at all is not closed: her use is not known, and is never "
            "taken as nothing. The same holds for one service without a row."
        ),
        found_by="figures only",
        used_by=("bill", "forecast"),
        rules=("R03", "R24"),
        added=("units",),
        booked="month",
    )

    customer = declare.customer(say("The customer who used it."))
    service = declare.link("portfolio.Service", say("The service used."), required=True)
    month = declare.month(say("The month it was used in."))
    units = declare.decimal(
        say("How many units of the service, in that month."), places=4, required=True
    )

    class Meta:
        constraints = [declare.key("customer", "service", "month", name="one_actual_per_month")]
        ordering = ["customer_id", "service_id", "month"]
        indexes = [
            models.Index(fields=["month"], name="actual_month"),
            models.Index(fields=["service", "month"], name="actual_service_month"),
        ]
