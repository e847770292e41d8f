"""Services and components as one structure, and what they are offered as."""

from django.db import models

from domestique.portfolio.choices import OFFERED, DependencyKind, LifeCycle, ServiceKind, UnitKind
from domestique.quantities.sentence import say
from domestique.records import declare
from domestique.records.kind import Business, FoundBy, RecordKind, Words
from domestique.records.models import Record

IS_OFFERED = models.Q(kind=ServiceKind.CUSTOMER_FACING, state__in=OFFERED)


class Service(Record):
    """Something IT provides: met by the business (customer-facing) or carrying what is (supporting).

    ``purpose`` is one plain sentence on what it is for: the value a customer gets from it. ``unit`` is what is
    counted when it is consumed; ``service_hours`` when it is promised; ``availability_target`` the promised
    percentage of that time; ``rto_minutes`` how soon it is promised back after a loss; ``restore_minutes`` how long
    the restoring itself takes once everything it needs is there. Empty is not known.
    """

    declared = RecordKind(
        "services",
        say("Services: met by the business, or carrying what is."),
        (
            "Customer-facing services, supporting services and components are one structure. Give names in the "
            "languages you have; the first that is there is shown. `restore_minutes` is the work itself once "
            "all that is needed is back; `rto_minutes` is the promise. This is one of the three tables that are "
            "enough to start."
        ),
        found_by=FoundBy(
            say("Services"),
            ("name_en", "name_sv", "name_fi"),
            ("owner",),
            pages=("service", ("offer", models.Case(models.When(IS_OFFERED, then="id")))),
        ),
        whose=Business.THE_ORGANISATIONS,
        used_by=(
            "availability",
            "error-budget",
            "full-cost",
            "bill",
            "chain-check",
            "blast-radius",
            "restoration",
        ),
        refused=(
            "a customer-facing service that passes cost on in `cost_shares`",
            "service hours that are not understood",
        ),
        rules=("R05", "R09", "R15", "R16", "R23", "R24"),
    )

    id = declare.own_id(say("The service's own id."))
    name_en = declare.text(say("The name in English."))
    name_sv = declare.text(say("The name in Swedish."))
    name_fi = declare.text(say("The name in Finnish."))
    purpose = declare.words(say("What it is for, in one sentence a customer would say."))
    kind = declare.chosen(
        ServiceKind,
        say("Whether the business meets the service itself or what it stands on."),
        default=ServiceKind.CUSTOMER_FACING,
        length=20,
    )
    unit = declare.text(say("What is counted when it is consumed."))
    unit_kind = declare.chosen(
        UnitKind,
        say("Stock is priced per unit and year, flow per unit used."),
        default=UnitKind.STOCK,
    )
    impact_level = declare.whole(
        say("How much its loss hurts: 1 most, 4 least."), least=1, most=4, is_small=True
    )
    rto_minutes = declare.whole(say("Within how many minutes it is promised back after a loss."))
    restore_minutes = declare.whole(
        say("How many minutes restoring it takes once everything it needs is there.")
    )
    service_hours = declare.hours(
        say("When it is promised: 24x7, Mon-Fri 07-18, or a calendar and hours.")
    )
    availability_target = declare.percent(
        say("How many percent of its service hours it is promised.")
    )
    mode = declare.text(say("How it is made: own product, bought service."))
    owner = declare.person(say("The person who owns it, or the team."))
    owner_team = declare.link(
        "parties.CustomerTeam", say("The team that owns it, where no person does."), empty="none"
    )
    state = declare.chosen(
        LifeCycle, say("Where in its life it is."), default=LifeCycle.LIVE, length=10
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "state"], name="service_kind_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in English, or the first language that has one, or the id."""
        return self.name_en or self.name_sv or self.name_fi or self.id

    @property
    def owned_by(self) -> str:
        """Who owns it, to be told: a person, or the team; empty is nobody."""
        return self.owner or (str(self.owner_team) if self.owner_team else "")


class SupplierContract(Record):
    """What a supplier promises for the services it carries (ids of services), from a day until another, both included.

    ``availability`` is the percentage promised, ``price_per_year`` what it costs in its ``currency``. It is what the
    contract says, and no cost that is reckoned with: what was paid stands among the costs.
    """

    declared = RecordKind(
        "supplier_contracts",
        say("Contracts with suppliers: what they carry and promise, and for how long."),
        (
            "Who supplies a service follows from the contracts that carry it and hold on the day that is asked for; "
            "two of them may carry one service. What a contract promises is held against what is promised on top of "
            "it. The last day for notice is reckoned from its last day and the months of notice. Its price is told "
            "beside it and is not added to any cost: what was paid stands in `costs`."
        ),
        found_by=FoundBy(say("Supplier contracts"), ("supplier",), ("ends",)),
        whose=Business.THE_ORGANISATIONS,
        used_by=("chain-check", "notice-dates"),
        refused=("a last day before the first day",),
        rules=("R16", "S3-09"),
    )

    id = declare.own_id(say("The contract's own id."))
    supplier = declare.link("parties.Supplier", say("The supplier it is with."), required=True)
    services = declare.ids("services", say("The services it carries."))
    availability = declare.percent(say("The availability it promises, in percent."))
    starts = declare.day(say("Its first day; empty is always."), name="from", empty="always")
    ends = declare.day(say("Its last day."), name="to")
    notice_months = declare.whole(say("How many months before its last day notice must be given."))
    price_per_year = declare.money(say("What it costs a year, in its currency."))
    currency = declare.currency(say("The currency of that price."), empty="the organisation's")
    review_on = declare.day(say("When it is to be gone through."))

    def __str__(self) -> str:
        return f"{self.id} {self.supplier_id}"


class Dependency(Record):
    """A service needs another: hard, it cannot run without it; soft, it runs degraded."""

    declared = RecordKind(
        "dependencies",
        say("Which service needs which other."),
        (
            "A hard need stops the service when what it needs is lost; a soft one only makes it worse. An empty "
            "`kind` is hard."
        ),
        found_by="found on the maps of its services",
        whose=Business.THE_ORGANISATIONS,
        used_by=("blast-radius", "restoration", "chain-check"),
        refused=(
            "a service that needs itself",
            "hard needs that go round in a circle (the circle is named); soft circles are fine",
        ),
        rules=("R16", "R23"),
    )

    service = declare.link(
        "portfolio.Service", say("The service that needs another."), required=True
    )
    needs = declare.link("portfolio.Service", say("The service it needs."), required=True)
    kind = declare.chosen(
        DependencyKind,
        say("Hard: cannot run without. Soft: runs degraded without."),
        default=DependencyKind.HARD,
    )

    class Meta:
        constraints = [declare.key("service", "needs", name="one_need_per_pair")]
        ordering = ["service_id", "needs_id"]
        verbose_name_plural = "dependencies"

    def __str__(self) -> str:
        return f"{self.service_id} needs {self.needs_id}"


class Package(Record):
    """Services bundled for one kind of customer."""

    declared = RecordKind(
        "packages",
        say("Services bundled for one kind of customer."),
        "A package is what one kind of customer orders at once. All of its services should be live.",
        found_by=FoundBy(say("Packages"), ("name",), ("for_whom",)),
        whose=Business.THE_ORGANISATIONS,
        rules=("R09",),
    )

    id = declare.own_id(say("The package's own id."))
    name = declare.text(say("The package's name."), required=True)
    services = declare.ids("services", say("The services in it."))
    for_whom = declare.text(say("For whom it is meant."))

    def __str__(self) -> str:
        return self.name


class Goal(Record):
    """A result a customer wants for her business."""

    declared = RecordKind(
        "goals",
        say("Results customers want for their business."),
        "A goal is the customer's own, in her own words. It is kept beside her services and her needs.",
        found_by=FoundBy(say("Goals"), ("goal",), ("customer",)),
        words=Words.WITH_THE_REST,
    )

    id = declare.own_id(say("The goal's own id."))
    customer = declare.customer(say("The customer whose goal it is."))
    goal = declare.words(say("The result she wants."), required=True)
