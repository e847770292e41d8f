"""What happened to services, and what was planned to happen, in local time."""

from django.db import models

from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind
from domestique.records.models import Record


class Outage(Record):
    """A time when a service did not work, in local time; without an end it is still going on. ``root`` is where it began."""

    declared = RecordKind(
        "outages",
        say("Times when services did not work, in local time."),
        (
            "Times are local and written as the clock showed them; which instant that was on a night when the "
            "clock changes is decided when it is reckoned. A month without any outage in the whole log is not "
            "known, unless `log_complete` says how far the log is complete. A service whose hard need was away is "
            "*not sure* until its own outage is entered, or `not_felt_by` says that it was up."
        ),
        found_by=FoundBy(
            say("Outages"),
            ("note",),
            ("service", "starts"),
            pages=("record", ("service", "service_id")),
            instead="service",
        ),
        whose=Business.THE_ORGANISATIONS,
        used_by=("availability", "error-budget"),
        refused=("an end before the start", "a start after today"),
    )

    id = declare.own_id(say("The outage's own id."))
    service = declare.link(
        "portfolio.Service", say("The service that did not work."), required=True
    )
    starts = declare.local_time(say("When it began."), required=True)
    ends = declare.local_time(
        say("When it ended; empty is still going on."), empty="is still going on"
    )
    root = declare.link("portfolio.Service", say("The service where it began."))
    affected_users = declare.whole(say("How many people it hit; empty is not known."))
    note = declare.words(say("What there is to say about it."))
    not_felt_by = declare.ids(
        "services",
        say("Services that were up all the same, though they need this one, or it began in them."),
        empty="nobody has said so",
    )

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["starts"], name="outage_starts")]

    def __str__(self) -> str:
        return self.id


class MaintenanceWindow(Record):
    """Planned downtime in local time. It counts as agreed only when announced in time."""

    declared = RecordKind(
        "maintenance_windows",
        say("Planned downtime, which counts as agreed when it was announced in time."),
        (
            "A window announced fewer days before its first day than the organisation asks for does not count "
            "as agreed; what goes down in it is downtime."
        ),
        found_by=FoundBy(
            say("Maintenance windows"),
            ("service",),
            ("starts",),
            pages=("record", ("service", "service_id")),
        ),
        whose=Business.THE_ORGANISATIONS,
        used_by=("availability",),
        refused=("an end before the start",),
    )

    id = declare.own_id(say("The window's own id."))
    service = declare.link("portfolio.Service", say("The service that is down."), required=True)
    starts = declare.local_time(say("When it begins."), required=True)
    ends = declare.local_time(say("When it ends."), required=True)
    announced_on = declare.day(say("The day it was announced."), empty="not announced")

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["starts"], name="window_starts")]

    def __str__(self) -> str:
        return self.id


class LogComplete(Record):
    """Until when a source's log of outages is complete, of some services or, if it names none, of all."""

    declared = RecordKind(
        "log_complete",
        say("Until when each source's log of outages is complete."),
        (
            "Where no source says it for a service, a month is known if the log has any record in it. With a row a "
            "complete month without outages is 100 %, and a month past the day is not known. What names a service "
            "goes before what is said of all; of several sources the one that is least far counts."
        ),
        found_by="found on the list of all",
        whose=Business.THE_ORGANISATIONS,
        used_by=("availability",),
        refused=("a day after today",),
    )

    source = declare.text(say("Where the log comes from."), required=True)
    services = declare.ids(
        "services", say("The services it is complete for."), empty="all services"
    )
    until = declare.day(say("The last day of which every outage is in."), required=True)

    class Meta:
        constraints = [declare.key("source", name="one_word_per_source")]
        ordering = ["source"]
        verbose_name_plural = "log complete"

    def __str__(self) -> str:
        return self.source
